import Bytes
package import CourseModel
package import Diagnostics
package import Files
import YAMLTree

extension PortalSettings {
  /// Reads `clevio.yml` of a portal's folder; without one, everything has its default.
  package static func load(from tree: FileTree) throws(FileError) -> (PortalSettings, [Diagnostic])
  {
    var settings = PortalSettings()
    let path = RelativePath("clevio.yml")
    guard let content = tree[path] else { return (settings, []) }
    let bytes = try content.read()
    var decoding = Decoding(path: path.text, settings: settings)
    do throws(YAMLError) {
      if let node = try YAMLTree.parse(bytes, path: path.text) {
        // What strictness and currency say holds for the file that says it, too.
        var draft = settings
        var first = Decoding(path: path.text, settings: settings)
        first.decode(node, into: &draft, by: Field.settings, of: "clevio.yml")
        decoding = Decoding(path: path.text, settings: draft)
        decoding.decode(node, into: &settings, by: Field.settings, of: "clevio.yml")
      }
    } catch {
      decoding.diagnostics.append(error.diagnostic)
    }
    return (settings, decoding.diagnostics)
  }

  /// Whether a path is no part of the portal.
  func ignores(_ path: RelativePath) -> Bool {
    ignored.contains { pattern in
      if pattern.contains("*") {
        let form = WildcardPattern(pattern)
        return form.matches(path.text) || form.matches(path.name)
      }
      return path.isInside(RelativePath(pattern)) || path.parts.contains { $0 == pattern }
    }
  }
}
