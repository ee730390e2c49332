import Bytes

/// Where the addresses in an SVG file lead.
enum SVGAddress {
  /// The address as a browser reads it: without white space and controls, in lower case.
  static func normalized(_ value: [UInt8]) -> [UInt8] {
    value.lazy.filter { $0 > 0x20 && $0 != 0x7F }
      .map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0.asciiLowercased }
  }

  /// Whether a normalized address runs something, alone or among the values of an animation.
  static func runsScript(_ address: [UInt8]) -> Bool {
    contains("javascript:", in: address[...]) || contains("vbscript:", in: address[...])
      || address.hasPrefix("data:") && !isHarmlessData(address[...])
  }

  /// Whether a normalized address names a host.
  static func leavesHost(_ address: [UInt8]) -> Bool {
    !address.hasPrefix("data:") && (contains("//", in: address[...]) || hasScheme(address))
  }

  /// Whether a presentation attribute or `style` loads from another host.
  static func leavesHost(attribute value: [UInt8]) -> Bool {
    let value = value.map(\.asciiLowercased)
    guard
      contains("url", in: value[...]) || contains("image", in: value[...])
        || value.contains(UInt8(ascii: "\\"))
    else { return false }
    return leavesHost(styleSheet: value[...])
  }

  /// Whether a style sheet may load from another host: it imports, names a host anywhere but in
  /// `data:` addresses, or hides names behind escapes.
  static func leavesHost(styleSheet: ArraySlice<UInt8>) -> Bool {
    let text = styleSheet.map(\.asciiLowercased)
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): return true
      case UInt8(ascii: "@") where text.has("@import", at: index): return true
      case UInt8(ascii: "/") where text.has("//", at: index): return true
      case UInt8(ascii: "d") where text.has("data:", at: index):
        index = endOfData(text, from: index)
      case UInt8(ascii: ":") where isSchemeBeforeSlash(text, colon: index): return true
      default: index += 1
      }
    }
    return false
  }

  /// The end of a `data:` address: base64 holds `//` by chance.
  private static func endOfData(_ text: [UInt8], from start: Int) -> Int {
    text[start...].firstIndex {
      $0.isASCIIWhitespace || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "\"")
        || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\\")
    } ?? text.count
  }

  /// Browsers read `https:/host` and `https:host` like `https://host`.
  private static func isSchemeBeforeSlash(_ text: [UInt8], colon: Int) -> Bool {
    text.has("http", at: colon - 4) || text.has("https", at: colon - 5)
      || text.has("ftp", at: colon - 3)
  }

  private static func isHarmlessData(_ address: ArraySlice<UInt8>) -> Bool {
    let types: [StaticString] = [
      "data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp",
      "data:image/avif", "data:font/", "data:application/font", "data:application/x-font",
    ]
    return types.contains { address.hasPrefix($0) }
  }

  /// Whether an address begins with a scheme (RFC 3986 §3.1).
  private static func hasScheme(_ address: [UInt8]) -> Bool {
    guard address.first?.isASCIILetter == true,
      let end = address.firstIndex(where: { !isSchemeByte($0) })
    else { return false }
    return address[end] == UInt8(ascii: ":")
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  private static func contains(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    let first = text.utf8Start[0]
    return bytes.indices.contains {
      bytes[$0] == first && bytes[$0...].hasPrefix(text)
    }
  }
}
