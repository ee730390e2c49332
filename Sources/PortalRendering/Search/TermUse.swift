/// A term of a document, or a document of a term, in the room of one number.
struct TermUse: Sendable {
  /// What a weight may be.
  static let weights = 1...15
  /// The greatest number that there is room for.
  static let greatestNumber = 1 << 28 - 1

  private let bits: UInt32

  /// Joins both.
  ///
  /// - Parameters:
  ///   - number: That of the term or of the document, up to ``greatestNumber``.
  ///   - weight: How much the term says of the document, one of `weights`.
  init(number: UInt32, weight: UInt32) { bits = number << 4 | weight }

  var number: Int { Int(bits >> 4) }
  var weight: UInt32 { bits & 15 }
}
