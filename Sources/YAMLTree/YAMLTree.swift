/// YAML as a tree of values with positions.
package enum YAMLTree {
  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8.
  ///   - path: The file's path, for errors.
  ///   - firstLine: The line of the file on which `bytes` begin.
  /// - Returns: The root, or `nil` where the document is empty or holds only comments.
  /// - Throws: The first mistake. Beside malformed YAML these are: a key that occurs twice, a key
  ///   that is no scalar, a tag other than `!!str`, a second document, nesting deeper than
  ///   ``maximumDepth``, and aliases that repeat more than ``maximumAliasWeight``.
  package static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int = 1
  ) throws(YAMLError) -> YAMLNode? {
    if let plain = FrontMatterScanner.parse(bytes, firstLine: firstLine) { return plain }
    return try YAMLComposer.parse(bytes, path: path, firstLine: firstLine)
  }

  /// Reads a document of which all mistakes are to be told.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8.
  ///   - path: The file's path, for errors.
  ///   - firstLine: The line of the file on which `bytes` begin.
  ///   - repeatedKeys: Keys that were given before in their mapping, also where an error is thrown.
  /// - Returns: The root, in whose mappings keys may occur twice; `nil` where the document is empty.
  /// - Throws: The first mistake after which nothing can be read.
  package static func parse(
    _ bytes: [UInt8], path: String, firstLine: Int = 1, repeatedKeys: inout [YAMLError]
  ) throws(YAMLError) -> YAMLNode? {
    try bytes.withUnsafeBufferPointer { buffer throws(YAMLError) -> YAMLNode? in
      if let plain = FrontMatterScanner.parse(buffer, firstLine: firstLine) { return plain }
      return try YAMLComposer.parse(
        buffer, path: path, firstLine: firstLine, repeatedKeys: &repeatedKeys)
    }
  }

  /// Reads a document.
  package static func parse(
    _ bytes: [UInt8], path: String, firstLine: Int = 1
  ) throws(YAMLError) -> YAMLNode? {
    try bytes.withUnsafeBufferPointer { buffer throws(YAMLError) in
      try parse(buffer, path: path, firstLine: firstLine)
    }
  }

  /// How many lists and mappings may stand inside each other.
  package static let maximumDepth = 64

  /// How many nodes and bytes of text aliases may repeat in all, against documents that grow
  /// exponentially when they are read.
  package static let maximumAliasWeight = 1_000_000
}
