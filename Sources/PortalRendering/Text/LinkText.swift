import Bytes

/// Addresses as they stand in HTML.
enum LinkText {
  /// An address of another host; without a scheme it would lead nowhere from a page on disk.
  static func external(_ url: [UInt8]) -> [UInt8] {
    let visible = url.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.trimmingASCIIWhitespace
    return visible.hasPrefix("//")
      ? [UInt8]("https:") + normalised(Array(visible)) : normalised(Array(visible))
  }

  /// An address with what no URL may hold percent-encoded; what is encoded already stays.
  static func normalised(_ url: [UInt8]) -> [UInt8] {
    guard let first = url.indices.first(where: { !isKept(url, at: $0) }) else { return url }
    var result = Array(url[..<first])
    for index in url[first...].indices {
      if isKept(url, at: index) {
        result.append(url[index])
      } else {
        result.append(percentEncoding: url[index])
      }
    }
    return result
  }

  private static func isKept(_ url: [UInt8], at index: Int) -> Bool {
    switch url[index] {
    case UInt8(ascii: "%"):
      index + 2 < url.count && url[(index + 1)...(index + 2)].allSatisfy(\.isASCIIHexDigit)
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      false
    case let byte: byte > 0x20 && byte < 0x7F
    }
  }

  /// The id of a place as it stands after `#`.
  static func encoded(_ id: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.append(percentEncoding: id)
    return result
  }
}
