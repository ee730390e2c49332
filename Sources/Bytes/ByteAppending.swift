/// Text as UTF-8 bytes, which is how every page is built: `String` costs ten times as much.
extension [UInt8] {
  /// The UTF-8 bytes of `text`.
  @inlinable
  package init(_ text: StaticString) {
    self = text.withUTF8Buffer { Array($0) }
  }

  /// Appends the UTF-8 bytes of a literal.
  @inlinable
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends the UTF-8 bytes of `text`.
  @inlinable
  package mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends `number` in decimal digits.
  package mutating func append(decimal number: Int) {
    append(contentsOf: String(number).utf8)
  }

  /// Appends `text` with `&`, `<`, `>` and `"` as references, for element content and for attribute values
  /// in double quotes.
  @inlinable
  package mutating func append(escaping text: some Collection<UInt8>) {
    let done: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0) }
    if done == nil { Array(text).withUnsafeBufferPointer { appendEscaped($0) } }
  }

  /// Appends `text` with `&`, `<`, `>` and `"` as references.
  @inlinable
  package mutating func append(escaping text: String) {
    append(escaping: text.utf8)
  }

  @usableFromInline
  package mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var block = 0..<0
    repeat {
      // From `"` to `&`, and from `<` to `>`.
      block = text.nextBlock(from: block.upperBound) { bit($0 &- 0x22 < 5) | bit($0 &- 0x3C < 3) }
      for index in block {
        let reference: StaticString
        switch text[index] {
        case UInt8(ascii: "&"): reference = "&amp;"
        case UInt8(ascii: "<"): reference = "&lt;"
        case UInt8(ascii: ">"): reference = "&gt;"
        case UInt8(ascii: "\""): reference = "&quot;"
        default: continue
        }
        append(contentsOf: text[start..<index])
        append(reference)
        start = index + 1
      }
    } while block.upperBound < text.count
    append(contentsOf: text[start...])
  }
}

extension String {
  /// The text that `bytes` encode; ill-formed UTF-8 becomes U+FFFD.
  @inlinable
  package init(utf8 bytes: some Collection<UInt8>) {
    self = String(decoding: bytes, as: UTF8.self)
  }

  /// The text with one ASCII character in place of another.
  package func exchanging(_ old: Unicode.Scalar, for new: Unicode.Scalar) -> String {
    let (old, new) = (UInt8(ascii: old), UInt8(ascii: new))
    return utf8.contains(old) ? String(utf8: utf8.map { $0 == old ? new : $0 }) : self
  }
}
