import Bytes

/// Bytes between lines that name them (RFC 7468).
enum PEM {
  /// The text, in lines of 64 characters.
  static func encoded(_ bytes: [UInt8], label: StaticString) -> [UInt8] {
    var text: [UInt8] = []
    text.append("-----BEGIN ")
    text.append(label)
    text.append("-----\n")
    var rest = Base64.padded.encoded(bytes)[...]
    while !rest.isEmpty {
      text.append(contentsOf: rest.prefix(64))
      text.append("\n")
      rest = rest.dropFirst(64)
    }
    text.append("-----END ")
    text.append(label)
    text.append("-----\n")
    return text
  }

  /// The bytes of a text that holds one such block and nothing else; `nil` for any other.
  static func decoded(_ text: [UInt8], label: StaticString) -> [UInt8]? {
    let lines = text.trimmingASCIIWhitespace.split(separator: UInt8(ascii: "\n")).map {
      $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
    }
    let name = [UInt8](label)
    guard lines.count >= 3,
      lines.first?.elementsEqual([UInt8]("-----BEGIN ") + name + [UInt8]("-----")) == true,
      lines.last?.elementsEqual([UInt8]("-----END ") + name + [UInt8]("-----")) == true
    else { return nil }
    return Base64.padded.decoded(lines[1..<(lines.count - 1)].flatMap { $0 })
  }

  /// Whether a text looks like a private key of any kind.
  static func isPrivateKey(_ text: some Collection<UInt8>) -> Bool {
    let line = text.prefix(128).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return line.hasPrefix("-----BEGIN ")
      && String(utf8: line).utf8.suffix(16).elementsEqual("PRIVATE KEY-----".utf8)
  }
}
