import Bytes

/// Text as XML writes it.
extension [UInt8] {
  /// Appends an element that holds only text; nothing where there is no text.
  mutating func append(element name: StaticString, _ text: String?) {
    guard let text else { return }
    append(UInt8(ascii: "<"))
    append(name)
    append(UInt8(ascii: ">"))
    append(xml: text)
    append("</")
    append(name)
    append(">\n")
  }

  /// Appends text for element content and attribute values, without the characters that XML 1.0 §2.2 forbids.
  mutating func append(xml text: String) {
    // Most texts are plain ASCII.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return append(escaping: text) }
    var allowed: [UInt8] = []
    for scalar in text.unicodeScalars where scalar.isAllowedInXML {
      allowed.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    append(escaping: allowed)
  }
}

extension Unicode.Scalar {
  fileprivate var isAllowedInXML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: true
    case ..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
