/// The machine refused something: the environment failed, not the author.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, such as `read` or `write`.
  package let action: String

  /// The path as the user would write it.
  package let path: String

  /// The cause in the system's words, such as `Permission denied`.
  package let cause: String

  /// Whether a file of the user's is in the way, which is no failure of the machine.
  package private(set) var isInTheWay = false

  /// Makes an error.
  package init(_ action: String, path: String, cause: String) {
    self.action = action
    self.path = path
    self.cause = cause
  }

  /// The refusal to write over a file.
  package static func existing(_ path: String) -> FileError {
    var error = FileError("write", path: path, cause: "the file exists")
    error.isInTheWay = true
    return error
  }

  /// One sentence without a period.
  package var description: String { "cannot \(action) \(path): \(cause)" }
}
