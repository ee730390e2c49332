/// What one document may have, so that reading stays linear and no stack overflows.
package enum HTMLLimit {
  /// How many bytes a document may have.
  package static let byteCount = 64 << 20

  /// How many attributes a tag may have: duplicates are found by comparing all with all.
  package static let attributes = 1_000

  /// How deep elements nest; what is deeper becomes siblings.
  package static let depth = 256
}
