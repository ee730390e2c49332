import Bytes

/// Which paths a manifest may hold: those that mean the same file on every system.
enum PublishedPath {
  /// The longest path, and the longest part of one, in bytes.
  static let greatestLength = 1_024
  static let greatestPartLength = 255

  /// What is wrong with a path; `nil` if nothing is.
  static func problem(with path: some Collection<UInt8>) -> String? {
    guard !path.isEmpty else { return "it is empty" }
    guard path.count <= greatestLength else { return "it has more than \(greatestLength) bytes" }
    guard let text = String(validating: path, as: UTF8.self) else { return "it is not UTF-8" }
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return "a part of it is empty" }
      if part.equals(".") || part.equals("..") { return "it holds a part of dots" }
      if part.count > greatestPartLength {
        return "a part of it has more than \(greatestPartLength) bytes"
      }
    }
    if path.contains(UInt8(ascii: "\\")) { return "it holds a backslash" }
    if path.contains(UInt8(ascii: "\"")) { return "it holds a quotation mark" }
    let bytes = Array(path.prefix(2))
    if bytes.count == 2, bytes[0].isASCIILetter, bytes[1] == UInt8(ascii: ":") {
      return "it begins with a drive's letter"
    }
    let isControl = { (scalar: Unicode.Scalar) in
      scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
    return text.unicodeScalars.contains(where: isControl) ? "it holds a control character" : nil
  }

  /// What systems that do not tell upper from lower case, or compose accents, call the path.
  static func folded(_ path: [UInt8]) -> String { String(utf8: path).lowercased() }
}
