package import CourseModel
package import Diagnostics
package import Files
import YAMLTree

/// What `policies.lock` holds: every version of each document that was published, with its text.
package struct PolicyArchive: Sendable {
  /// The versions of each document, ordered by number.
  package var versions: [PolicyDocument: [PolicyVersion]] = [:]

  /// The file, beside `clevio.yml`.
  package static let path = RelativePath("policies.lock")

  /// An archive of nothing.
  package init() {}

  /// Reads the file of a portal; without one the archive is empty.
  package static func load(from tree: FileTree) throws(FileError) -> (PolicyArchive, [Diagnostic]) {
    var archive = PolicyArchive()
    guard let content = tree[path] else { return (archive, []) }
    let bytes = try content.read()
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLTree.parse(bytes, path: path.text)
    } catch {
      return (archive, [error.diagnostic])
    }
    var diagnostics: [Diagnostic] = []
    if let root, root["format"]?.text != "1" {
      diagnostics.append(
        damaged(root["format"] ?? root, "the file is of a format that this Clevio does not know"))
    }
    for entry in root?["documents"]?.entries ?? [] {
      guard let document = PolicyDocument(rawValue: entry.key.text ?? "") else {
        diagnostics.append(damaged(entry.key, "there is no document \"\(entry.key.text ?? "")\""))
        continue
      }
      var known: [PolicyVersion] = []
      for node in entry.value.items ?? [] {
        guard let version = PolicyVersion(node), version.number > known.last?.number ?? 0 else {
          diagnostics.append(damaged(node, "this is no version, or not in its place"))
          continue
        }
        if let language = version.changedLanguage {
          diagnostics.append(
            damaged(
              node,
              "the text of version \(version.number) in \"\(language)\" is not the one that was locked"
            ))
        }
        known.append(version)
      }
      archive.versions[document] = known
    }
    return (archive, diagnostics)
  }

  private static func damaged(_ node: YAMLNode, _ message: String) -> Diagnostic {
    Diagnostic(
      "policy-lock", .error, message,
      at: SourcePosition(path: path.text, line: node.line, column: node.column),
      help: "take the file back from version control; Clevio writes it, nobody else")
  }

  /// The file's text: the same archive gives the same bytes.
  package var bytes: [UInt8] {
    var yaml = """
      # The published versions of this portal's policies, with their texts.
      # Written by "clevio policies lock". Commit it, and do not edit it.
      format: 1
      documents:

      """
    for document in PolicyDocument.allCases {
      guard let versions = versions[document], !versions.isEmpty else { continue }
      yaml += "  \(document.rawValue):\n"
      for version in versions { yaml += version.yaml }
    }
    return Array(yaml.utf8)
  }
}
