/// Why nothing new can be made under a name that an author gave.
package struct ScaffoldingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the name: lower case, no period.
  package let message: String

  /// What to write in its place.
  package let help: String

  /// Makes an error.
  package init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }

  /// Both in one line.
  package var description: String { "\(message); \(help)" }
}
