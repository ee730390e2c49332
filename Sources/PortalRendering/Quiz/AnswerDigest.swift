import Bytes
import Files

/// What is right in a question, in a form that a page can carry without telling it at a glance.
///
/// A learner's answer is one statement or several; each right one stands on the page as a digest, salted with
/// the question's id. The theme's quiz script makes the same statements and digests.
enum AnswerDigest {
  /// 16 hexadecimal digits: the beginning of the SHA-256 of the question's id, a zero byte and the statement.
  static func of(_ statement: [UInt8], in question: [UInt8]) -> [UInt8] {
    Array(ContentDigest(of: question + [0] + statement).description.utf8.prefix(16))
  }

  /// A statement that tells no more than which words were chosen.
  static func mark(of words: [UInt8]) -> [UInt8] {
    Array(ContentDigest(of: words).description.utf8.prefix(8))
  }

  /// An id as it is written and digested for each answer: a digest in place of one that is longer than any
  /// question.
  static func name(for id: [UInt8]) -> [UInt8] {
    id.count <= 1_000 ? id : Array(ContentDigest(of: id).description.utf8.prefix(16))
  }

  /// Words as they are compared: NFKD, small letters, "ss" for "ß", plain quotation marks and hyphens, one
  /// space between words, and nothing of what is not seen or only makes words wider.
  static func comparable(_ words: [UInt8]) -> [UInt8] {
    let folded = CompatibilityDecomposition.of(String(utf8: words)).lowercased()
    var plain = String.UnicodeScalarView()
    var isAfterSpace = true
    for scalar in folded.unicodeScalars where !isUnseen(scalar) {
      let isSpace = scalar.properties.isWhitespace
      if isSpace, isAfterSpace { continue }
      isAfterSpace = isSpace
      if scalar == "ß" {
        plain.append(contentsOf: "ss".unicodeScalars)
      } else {
        plain.append(isSpace ? " " : plainForms[scalar] ?? scalar)
      }
    }
    return Array(String(plain).utf8.trimmingASCIIWhitespace)
  }

  /// Whether a scalar has no width, or is Arabic's tatweel.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    0x200B...0x200F ~= scalar.value || scalar.value == 0x640
  }

  /// A number as 16 hexadecimal digits of its bits (IEEE 754 binary64), so that Swift and scripts agree.
  static func statement(of number: Double) -> [UInt8] {
    // Zero has two signs, of which learners know one.
    let digits = String((number == 0 ? 0 : number).bitPattern, radix: 16)
    return Array(repeating: UInt8(ascii: "0"), count: 16 - digits.utf8.count) + digits.utf8
  }

  private static let plainForms: [Unicode.Scalar: Unicode.Scalar] = {
    var forms: [Unicode.Scalar: Unicode.Scalar] = ["\u{3C2}": "\u{3C3}"]
    for scalar in "‘’‚‛′".unicodeScalars { forms[scalar] = "'" }
    for scalar in "“”„‟«»″".unicodeScalars { forms[scalar] = "\"" }
    for scalar in "‐‒–—−".unicodeScalars { forms[scalar] = "-" }
    return forms
  }()
}

/// The numbers that are right, as a grid that tells how fine it is, but not where on it the answer lies.
struct NumberGrid {
  /// The width of what is right; zero where only one number is.
  let step: Double
  /// The distance of the grid's points from whole steps.
  let offset: Double
  /// The number of the right point; the right number itself where `step` is zero.
  let point: Double

  /// The grid on which exactly the numbers within `bounds` are nearest to one point.
  init(_ bounds: QuestionKind.ClosedBounds) {
    let middle = (bounds.least + bounds.greatest) / 2
    step = bounds.greatest - bounds.least
    point = step > 0 ? (middle / step).rounded() : middle
    offset = step > 0 ? middle - point * step : 0
  }
}
