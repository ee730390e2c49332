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
    do throws(YAMLError) {
      if let node = try YAMLTree.parse(bytes, path: path.text)?.withoutNulls {
        decoding.decode(node, into: &declaration, by: Field.legal, of: "legal.yml")
      }
    } catch {
      decoding.diagnostics.append(error.diagnostic)
    }
    return (declaration, decoding.diagnostics)
  }

  /// A finding with the weight that the author gives it; `nil` where it is passed over.
  ///
  /// What is an error of itself stays one.
  package func weighed(_ finding: Diagnostic) -> Diagnostic? {
    guard finding.severity != .error else { return finding }
    if accepts(finding) { return nil }
    var finding = finding
    switch check.weights[finding.id.description] {
    case .off: return nil
    case .note: finding.severity = .note
    case .warning: finding.severity = .warning
    case .error: finding.severity = .error
    case nil: break
    }
    return finding
  }

  /// Whether the author knows of a finding and accepts it for now.
  private func accepts(_ finding: Diagnostic) -> Bool {
    check.suppressions.contains { entry in
      guard entry.rule?.value == finding.id.description else { return false }
      guard let path = entry.path else { return true }
      return matches(Array(finding.position.path.utf8)[...], Array(path.utf8)[...])
    }
  }
}
