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
        return matches(Array(path.text.utf8)[...], Array(pattern.utf8)[...])
          || matches(Array(path.name.utf8)[...], Array(pattern.utf8)[...])
      }
      return path.isInside(RelativePath(pattern)) || path.name == pattern
    }
  }
}

/// Whether `text` has the form of `pattern`, in which `*` stands for any run of bytes.
func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
  let star = UInt8(ascii: "*")
  var (i, j) = (text.startIndex, pattern.startIndex)
  var retry: (text: Int, pattern: Int)?
  while i < text.endIndex {
    if j < pattern.endIndex, pattern[j] == star {
      retry = (i, j)
      j += 1
    } else if j < pattern.endIndex, pattern[j] == text[i] {
      i += 1
      j += 1
    } else if let again = retry {
      retry = (again.text + 1, again.pattern)
      i = again.text + 1
      j = again.pattern + 1
    } else {
      return false
    }
  }
  return pattern[j...].allSatisfy { $0 == star }
}
