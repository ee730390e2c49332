/// Why bytes are not read as HTML.
///
/// Broken markup is never an error: HTML gives every text a meaning.
package enum HTMLError: Error, Hashable {
  /// There are more bytes than one document may have.
  case tooLarge(byteCount: Int, limit: Int)

  /// A tag has more attributes than can be told apart in linear time.
  case tooManyAttributes(line: Int, limit: Int)

  /// The parser could not allocate memory.
  case outOfMemory
}
