package import CourseModel
package import Diagnostics
package import Files
import YAMLTree

extension LegalDeclaration {
  /// The file that a declaration is read from.
  package static let path = RelativePath("legal.yml")

  /// Reads `legal.yml` of a portal's folder; without one there is no declaration.
  ///
  /// - Returns: The declaration, what is wrong with its values, and the entries that hold mistakes; `nil` in their
  ///   place where the file is no YAML.
  package static func load(from tree: FileTree) throws(FileError) -> (
    declaration: LegalDeclaration?, diagnostics: [Diagnostic], misread: MisreadEntries?
  ) {
    guard let content = tree[path] else { return (nil, [], nil) }
    let bytes = try content.read()
    var declaration = LegalDeclaration()
    var decoding = Decoding(strictly: path.text)
    let node = decoding.tree(of: bytes)?.withoutNulls
    if node == nil, !decoding.diagnostics.isEmpty {
      return (declaration, decoding.diagnostics, nil)
    }
    let root = node ?? YAMLNode(.mapping([]), line: 1, column: 1)
    decoding.decode(root, into: &declaration, by: Field.legal, of: "legal.yml")
    let misread = MisreadEntries(of: root, diagnostics: decoding.diagnostics)
    return (declaration.joiningServices, decoding.diagnostics, misread)
  }
}
