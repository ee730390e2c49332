import Bytes
import CourseLoading
package import Diagnostics
import Files
import YAMLTree

/// All rules that Clevio knows, each with its documentation.
///
/// A rule is documented in `Rules/<id>.md`: front matter with `title`, `severity` (one weight, or a list, the
/// heaviest first) and `safety`, and below it why it matters and what to do. What can be wrong with a key's
/// value (`value-<key>`) is documented by the very list that decodes the key.
package enum RuleCatalogue {
  /// All rules, ordered by id.
  package static let rules: [Rule] = (documented + values).sorted {
    $0.id.description.utf8.lexicographicallyPrecedes($1.id.description.utf8)
  }

  private static let byID = Dictionary(
    rules.map { ($0.id.description, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule of a name; `nil` where there is none.
  package static func rule(_ id: String) -> Rule? { byID[id] }

  /// The question for the rule that somebody probably meant; `nil` where none is near.
  package static func question(near id: String) -> String? {
    Suggestion.question(near: id, among: rules.lazy.map(\.id.description))
  }

  private static var documented: [Rule] {
    let files = BuiltinFiles.tree.subtree(RelativePath("rules"))
    return files.paths.map { path in
      guard case .bytes(let bytes)? = files[path],
        let rule = RuleCatalogue.rule(path.stem, in: bytes)
      else {
        preconditionFailure("the documentation of \(path.stem) cannot be read")
      }
      return rule
    }
  }

  /// Reads a rule's documentation; `nil` where it lacks something.
  package static func rule(_ id: String, in bytes: [UInt8]) -> Rule? {
    let (yaml, body) = FrontMatter.split(bytes)
    guard let head = try? YAMLTree.parse(yaml, path: id), let title = head["title"]?.text,
      let severity = head["severity"]
    else { return nil }
    let names = (severity.items ?? [severity]).compactMap(\.text)
    let severities = names.compactMap(Diagnostic.Severity.init(named:))
    guard !names.isEmpty, severities.count == names.count, severities == severities.sorted() else {
      return nil
    }
    return Rule(
      Diagnostic.ID(stringLiteral: id), severities, title,
      isSafety: head["safety"]?.text == "true",
      text: String(utf8: body.trimmingASCIIWhitespace))
  }

  private static var values: [Rule] {
    AuthoringKey.all.map { key in
      Rule(
        key.valueRule, [.error], "A value of `\(key.name)` is not what the key takes",
        text: key.uses.map { "- \($0.file): \($0.summary). It takes \($0.form)." }
          .joined(separator: "\n"))
    }
  }
}
