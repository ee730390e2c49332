/// Searches in a template's text.
extension [UInt8] {
  /// The first occurrence of a byte within a range.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    self[range].firstIndex(of: byte)
  }

  /// The first byte of a range that is neither space nor tab, or the range's end.
  func firstVisible(in range: Range<Int>) -> Int {
    self[range].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      ?? range.upperBound
  }

  /// The first byte that is not part of well-formed UTF-8.
  var firstIllFormedUTF8: Int? {
    guard String(validating: self, as: UTF8.self) == nil else { return nil }
    var bytes = makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &bytes) { offset += scalar.count }
    return offset
  }
}
