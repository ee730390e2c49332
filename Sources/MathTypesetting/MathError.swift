/// An author's mistake in a formula.
package struct MathError: Error, Hashable, Sendable {
  /// Where the mistake begins, in UTF-8 bytes from the start of the TeX.
  package let offset: Int

  /// How many UTF-8 bytes are meant; 0 where only a point is known.
  package let length: Int

  /// What is wrong: lower case, no period, the culprit quoted.
  package let message: String

  /// What to do about it, or `nil` where the message says it.
  package let help: String?

  init(_ message: String, at token: Token, help: String? = nil) {
    self.init(message, from: token.start, to: token.end, help: help)
  }

  init(_ message: String, from start: Int, to end: Int, help: String? = nil) {
    self.offset = start
    self.length = end - start
    self.message = message
    self.help = help
  }
}
