package import Diagnostics
import Files
import YAMLTree

/// What a policy must say, or must not, in the words by which it is known.
///
/// Statements are the files in `Statements/`, whose first one tells of their keys.
package struct PolicyStatement: Sendable {
  /// The rule that finds its lack, or the words that should not be there.
  package let rule: Diagnostic.ID
  package let severity: Diagnostic.Severity
  /// The laws that ask for it, by the names of jurisdictions; none where it is always so.
  let laws: [String]
  /// What is wrong; `{text}` stands for the words in question.
  let message: String
  let help: String
  /// The words by language.
  let wordings: [String: Wording]

  /// The words of a statement in one language.
  struct Wording: Sendable {
    /// What the heading has that the lack is told at.
    var about: Phrases?
    /// What makes the statement necessary, or is wrong itself where nothing is expected.
    var when: Phrases?
    /// What must be said elsewhere, too, for `when` to count.
    var together: Phrases?
    /// What in the sentence of `when` makes it harmless.
    var unless: Phrases?
    /// What says it.
    var expects: Phrases?
    /// Whether `when` is wrong only where it is no link: each time, or if none of them is.
    var unlinked: Unlinked?

    /// Whether a policy must have some words, rather than must not.
    var isExpectation: Bool { expects != nil }
  }

  /// Which words should be links.
  enum Unlinked: String, Sendable {
    case each, all
  }

  /// All statements, in the order of their files.
  package static let all: [PolicyStatement] = {
    let files = BuiltinFiles.tree.subtree(RelativePath("statements"))
    return files.paths.flatMap { path -> [PolicyStatement] in
      guard case .bytes(let bytes)? = files[path],
        let entries = try? YAMLTree.parse(bytes, path: path.text)?.items
      else { preconditionFailure("\(path.text) is no list of statements") }
      return entries.map { entry in
        guard let statement = PolicyStatement(entry) else {
          preconditionFailure("\(path.text):\(entry.line): not a statement")
        }
        return statement
      }
    }
  }()

  private init?(_ entry: YAMLNode) {
    let keys = (entry.entries ?? []).compactMap(\.key.text)
    let known: Set = ["rule", "severity", "laws", "message", "help"]
    guard let rule = entry["rule"]?.text, let message = entry["message"]?.text,
      let severity = entry["severity"]?.text.flatMap(Diagnostic.Severity.init(named:)),
      let help = entry["help"]?.text
    else { return nil }
    self.rule = Diagnostic.ID(stringLiteral: rule)
    self.severity = severity
    self.message = message
    self.help = help
    laws = entry["laws"]?.items?.compactMap(\.text) ?? []
    var wordings: [String: Wording] = [:]
    for language in keys where !known.contains(language) {
      guard let wording = entry[language].flatMap(Wording.init) else { return nil }
      wordings[language] = wording
    }
    self.wordings = wordings
  }

  /// Whether one of some laws asks for it.
  func applies(under jurisdictions: Set<String>) -> Bool {
    laws.isEmpty || laws.contains(where: jurisdictions.contains)
  }
}

extension PolicyStatement.Wording {
  fileprivate init?(_ node: YAMLNode) {
    for entry in node.entries ?? [] {
      let phrases = Phrases((entry.value.items ?? []).compactMap(\.text))
      switch entry.key.text {
      case "about": about = phrases
      case "when": when = phrases
      case "together": together = phrases
      case "unless": unless = phrases
      case "expects": expects = phrases
      case "unlinked": unlinked = entry.value.text.flatMap(PolicyStatement.Unlinked.init)
      default: return nil
      }
    }
    guard when != nil || expects != nil else { return nil }
  }
}
