/// A place in a file that an author wrote.
package struct SourcePosition: Hashable, Sendable, Codable {
  /// The file's path relative to the portal's folder, with `/` between its parts.
  package var path: String

  /// The line, counted from 1.
  package var line: Int

  /// The column, counted from 1 in UTF-8 bytes.
  package var column: Int

  /// How many UTF-8 bytes of the line are meant; 0 where only a point is known.
  package var length: Int

  /// Makes a position; a whole file is meant by line 1, column 1.
  package init(path: String, line: Int = 1, column: Int = 1, length: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
  }
}

extension SourcePosition: Comparable {
  /// Orders by path (as bytes), then line, column and length.
  package static func < (left: Self, right: Self) -> Bool {
    if left.path.utf8.elementsEqual(right.path.utf8) {
      return (left.line, left.column, left.length) < (right.line, right.column, right.length)
    }
    return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }
}
