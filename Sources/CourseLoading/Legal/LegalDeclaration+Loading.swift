package import CourseModel
package import Diagnostics
package import Files
import YAMLTree

extension LegalDeclaration {
  /// The file that a declaration is read from.
  package static let path = RelativePath("legal.yml")

  /// Reads `legal.yml` of a portal's folder; without one there is no declaration.
  package static func load(from tree: FileTree) throws(FileError) -> (
    declaration: LegalDeclaration?, diagnostics: [Diagnostic]
  ) {
    guard let content = tree[path] else { return (nil, []) }
    let bytes = try content.read()
    var declaration = LegalDeclaration()
    var decoding = Decoding(strictly: path.text)
    if let node = decoding.tree(of: bytes)?.withoutNulls {
      decoding.decode(node, into: &declaration, by: Field.legal, of: "legal.yml")
    }
    return (declaration, decoding.diagnostics)
  }
}
