package import Diagnostics

/// The first thing in a document that is not YAML, or that a portal's files may not use of it.
package struct YAMLError: Error, Hashable, Sendable {
  /// What is wrong, in the author's words: lower case, no period.
  package let message: String

  /// Where it is.
  package let position: SourcePosition

  /// What to do about it.
  package let help: String

  /// Makes an error.
  package init(_ message: String, at position: SourcePosition, help: String) {
    self.message = message
    self.position = position
    self.help = help
  }

  /// The finding to report to the author.
  package var diagnostic: Diagnostic {
    Diagnostic("yaml-syntax", .error, message, at: position, help: help)
  }
}
