import Bytes
package import CourseModel
package import Diagnostics
package import Files

extension PortalSettings {
  /// Reads `clevio.yml` of a portal's folder; without one, everything has its default.
  package static func load(from tree: FileTree) throws(FileError) -> (PortalSettings, [Diagnostic])
  {
    var settings = PortalSettings()
    let path = RelativePath("clevio.yml")
    guard let content = tree[path] else { return (settings, []) }
    let bytes = try content.read()
    var decoding = Decoding(path: path.text, settings: settings)
    guard let node = decoding.tree(of: bytes) else { return (settings, decoding.diagnostics) }
    // What strictness and currency say holds for the file that says it, too.
    var draft = settings
    var first = Decoding(path: path.text, settings: settings)
    first.decode(node, into: &draft, by: Field.settings, of: "clevio.yml")
    var second = Decoding(path: path.text, settings: draft)
    second.decode(node, into: &settings, by: Field.settings, of: "clevio.yml")
    return (settings, decoding.diagnostics + second.diagnostics)
  }

  /// Whether a path is no part of the portal.
  func ignores(_ path: RelativePath) -> Bool {
    ignored.contains { ignores(path, by: $0.value) }
  }

  /// Whether a pattern under `ignore:` leaves a file out.
  func ignores(_ path: RelativePath, by pattern: String) -> Bool {
    if pattern.contains("*") {
      let form = WildcardPattern(pattern)
      return form.matches(path.text) || form.matches(path.name)
    }
    return path.isInside(RelativePath(pattern)) || path.parts.contains { $0 == pattern }
  }
}
