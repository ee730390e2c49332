/// The machine refused something: the environment failed, not the author.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, such as `read` or `write`.
  package let action: String

  /// The path as the user would write it.
  package let path: String

  /// The cause in the system's words, such as `Permission denied`.
  package let cause: String

  /// Makes an error.
  package init(_ action: String, path: String, cause: String) {
    self.action = action
    self.path = path
    self.cause = cause
  }

  /// One sentence without a period.
  package var description: String { "cannot \(action) \(path): \(cause)" }
}
