import Files
import YAMLTree

/// The words by which policies in one language are read.
struct PolicyLanguage: Sendable {
  /// The language, such as `en`.
  let code: String
  private let root: YAMLNode?

  /// All languages, ordered.
  static let all: [PolicyLanguage] = {
    let files = BuiltinFiles.tree.subtree(RelativePath("policy-languages"))
    return files.paths.map { path in
      guard case .bytes(let bytes)? = files[path],
        let root = try? YAMLTree.parse(bytes, path: path.text)
      else { preconditionFailure("\(path.text) is not YAML") }
      return PolicyLanguage(code: path.stem, root: root)
    }
  }()

  /// The language of a page: the one of which it has the most common words; `nil` if it has hardly any.
  static func language(of page: PolicyPage) -> PolicyLanguage? {
    let counts = all.map { language in
      let common = Set(language.words("common"))
      return page.blocks.reduce(0) { $0 + $1.words.count { common.contains($0.folded) } }
    }
    guard let most = counts.max(), most * 16 >= page.wordCount, most > 0 else { return nil }
    return zip(all, counts).first { $0.1 == most }?.0
  }

  /// The words of a list.
  func words(_ key: String) -> [String] { root?[key]?.items?.compactMap(\.text) ?? [] }

  /// The forms of a list.
  func phrases(_ key: String) -> Phrases { Phrases(words(key)) }
}
