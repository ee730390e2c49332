/// Questions about a byte that is an ASCII character.
extension UInt8 {
  /// Whether the byte is `0`…`9`.
  @inlinable
  package var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// Whether the byte is `A`…`Z` or `a`…`z`.
  @inlinable
  package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether the byte is an ASCII letter or digit.
  @inlinable
  package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

  /// Whether the byte is `0`…`9`, `A`…`F` or `a`…`f`.
  @inlinable
  package var isASCIIHexDigit: Bool { isASCIIDigit || (self | 0x20) &- 0x61 < 6 }

  /// Whether the byte is a space, tab, line feed, form feed or carriage return.
  @inlinable
  package var isASCIIWhitespace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D
  }

  /// The byte with `A`…`Z` made lower case.
  @inlinable
  package var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension BidirectionalCollection<UInt8> {
  /// The elements without ASCII white space at either end.
  @inlinable
  package var trimmingASCIIWhitespace: SubSequence {
    let rest = drop { $0.isASCIIWhitespace }
    let end = rest.lastIndex { !$0.isASCIIWhitespace }.map(index(after:)) ?? rest.startIndex
    return rest[..<end]
  }
}

extension Collection<UInt8> {
  /// The number that 1 to 18 decimal digits write; `nil` for anything else, signs and spaces among it.
  @inlinable
  package var decimalNumber: Int? {
    guard (1...18).contains(count), allSatisfy(\.isASCIIDigit) else { return nil }
    return reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  /// Whether the elements begin with the bytes of `prefix`.
  @inlinable
  package func hasPrefix(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { starts(with: $0) }
  }

  /// Whether the elements are exactly the bytes of `text`.
  @inlinable
  package func equals(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { elementsEqual($0) }
  }
}
