/// The elements of a list, or a single record: models of one type, read row by row.
@usableFromInline
package struct TemplateRows {
  /// How many rows there are; at least one.
  @usableFromInline
  package let count: Int

  /// Reads the fields of a row that a template uses into its frame.
  @usableFromInline
  package let read: (_ row: Int, _ frame: inout TemplateFrame) -> Void

  /// Describes rows by how they are read.
  @inlinable
  package init(count: Int, read: @escaping (_ row: Int, _ frame: inout TemplateFrame) -> Void) {
    self.count = count
    self.read = read
  }
}
