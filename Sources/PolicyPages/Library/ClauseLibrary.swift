package import CourseModel
package import Diagnostics
import Files

/// The clauses that Clevio has in one language, and the words for values in them.
package struct ClauseLibrary: Sendable {
  private let clauses: [PolicyDocument: [Clause]]
  /// What is wrong with the library's files; nothing, in a program that passed its tests.
  package let diagnostics: [Diagnostic]

  /// The folder of the library in the program.
  private static let folder = RelativePath("clauses")

  /// The languages that there are clauses in, ordered.
  package static let languages: [LanguageTag] = {
    let files = BuiltinFiles.tree.subtree(folder).paths
    return Set(files.compactMap { $0.parts.first.map(String.init) }).sorted()
      .compactMap { LanguageTag($0) }
  }()

  private static let cache = LanguageCache<ClauseLibrary>()

  /// The clauses of a language that ``languages`` names, read once.
  package static func shared(in language: LanguageTag) -> ClauseLibrary {
    cache.value(for: language) { ClauseLibrary(in: language) }
  }

  /// Reads the clauses of a language that ``languages`` names.
  package init(in language: LanguageTag) {
    let files = BuiltinFiles.tree.subtree(ClauseLibrary.folder.appending(language.primary))
    var clauses: [PolicyDocument: [Clause]] = [:]
    var diagnostics: [Diagnostic] = []
    for path in files.paths where path.fileExtension == "md" {
      guard case .bytes(let bytes)? = files[path] else { continue }
      let name = "clauses/\(language.primary)/\(path)"
      let (clause, problems) = Clause.read(bytes, path: name)
      diagnostics += problems
      if let clause { clauses[clause.document, default: []].append(clause) }
    }
    self.clauses = clauses.mapValues { $0.sorted { $0.order < $1.order } }
    self.diagnostics = diagnostics
  }

  /// The sections that a document can have, in order.
  package func clauses(of document: PolicyDocument) -> [Clause] { clauses[document] ?? [] }

  /// The language to write policies in for readers of another: theirs, else the portal's, else English.
  package static func language(for reader: LanguageTag, portal: LanguageTag) -> LanguageTag {
    for wanted in [reader, portal] {
      if let known = languages.first(where: { $0.primary == wanted.primary }) { return known }
    }
    return .english
  }
}
