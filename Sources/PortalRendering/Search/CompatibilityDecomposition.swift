import Foundation

/// The compatibility decomposition of Unicode (UAX #15, NFKD), which the standard library does not offer.
enum CompatibilityDecomposition {
  /// The decomposition of a text.
  static func of(_ text: String) -> String { text.decomposedStringWithCompatibilityMapping }

  /// The decompositions of many scalars, in their order.
  ///
  /// None of them may be U+0000. Asking for all of them at once costs a hundredth of asking one by one.
  static func of(_ scalars: [Unicode.Scalar]) -> [Substring.UnicodeScalarView] {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      text.append(scalar)
      text.append("\u{0}")
    }
    return String(text).decomposedStringWithCompatibilityMapping.unicodeScalars
      .split(separator: "\u{0}", omittingEmptySubsequences: false).dropLast()
  }
}
