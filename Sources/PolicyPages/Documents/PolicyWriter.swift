import Bytes
import CourseLoading
package import CourseModel
package import Diagnostics
import Files
package import Templates

/// Writes documents for readers of one language: clauses filled with what is declared, and the operator's own
/// words in their places.
package struct PolicyWriter: Sendable {
  package let source: PolicySource
  /// The language of the readers.
  package let reader: LanguageTag
  private let library: ClauseLibrary

  /// Prepares the clauses that serve the readers of `source`'s words.
  package init(_ source: PolicySource, for reader: LanguageTag) {
    self.source = source
    self.reader = reader
    library = ClauseLibrary.shared(in: source.words.language)
  }

  /// The text of a document.
  ///
  /// - Parameters:
  ///   - document: One of `source`'s documents.
  ///   - diagnostics: Takes what keeps a file from being read.
  /// - Returns: The text, in the readers' language where there is one in it.
  package func text(of document: PolicyDocument, diagnostics: inout [Diagnostic]) -> PolicyText {
    if let own = ownText(named: document.slug, declared: declaration(of: document)?.source) {
      return PolicyText(
        language: own.language, pieces: [.own(read(own.path, &diagnostics), file: own.path)])
    }
    var pieces: [PolicyText.Piece] = []
    for clause in library.clauses(of: document) where source.conditions.allow(clause) {
      if let slot = clause.slot {
        if let own = ownText(
          named: "\(document.slug)/\(slot.rawValue)", declared: declared(slot, of: document))
        {
          pieces.append(.own(read(own.path, &diagnostics), file: own.path))
        }
        continue
      }
      append(render(clause), to: &pieces)
      if let part = clause.part { pieces.append(.part(part)) }
    }
    return PolicyText(language: source.words.language, pieces: pieces)
  }

  private func append(_ text: String, to pieces: inout [PolicyText.Piece]) {
    if case .generated(let before)? = pieces.last {
      pieces[pieces.count - 1] = .generated(before + "\n" + text)
    } else {
      pieces.append(.generated(text))
    }
  }

  /// A clause's Markdown, its heading with the section's id.
  private func render(_ clause: Clause) -> String {
    let template: Template<PolicySource>
    do throws(TemplateErrors) {
      template = try PolicyWriter.compile(clause)
    } catch {
      preconditionFailure("\(clause.path) is no template: \(error.errors.map(\.message))")
    }
    var markdown: [UInt8] = []
    var source = source
    source.document = clause.document
    template.render(source, into: &markdown)
    var lines = markdown.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(utf8: $0)
    }
    if let heading = lines.firstIndex(where: { $0.hasPrefix("## ") }) {
      lines[heading] += " {#\(clause.section)}"
    }
    return PolicyWriter.withoutBlankRuns(lines).joined(separator: "\n") + "\n"
  }

  /// Compiles a clause; a name that sources do not offer is an error.
  package static func compile(_ clause: Clause) throws(TemplateErrors) -> Template<PolicySource> {
    let set = TemplateSet([TemplateSource(name: "clause", path: clause.path, bytes: clause.body)])
    if let errors = set.errors { throw errors }
    return try set.compile("clause", for: PolicySource.self)
  }

  /// Lines without blank ones at the ends and without more than one between others.
  private static func withoutBlankRuns(_ lines: [String]) -> [String] {
    var kept: [String] = []
    for line in lines {
      let isBlank = line.utf8.allSatisfy(\.isASCIIWhitespace)
      if isBlank, kept.last?.isEmpty ?? true { continue }
      kept.append(isBlank ? "" : line)
    }
    if kept.last?.isEmpty == true { kept.removeLast() }
    return kept
  }

  // MARK: The operator's own words

  private func declaration(of document: PolicyDocument) -> DocumentDeclaration? {
    source.portal.legal?.documents[document]
  }

  private func declared(_ slot: FreeSlot, of document: PolicyDocument) -> Located<String>? {
    switch slot {
    case .intro: declaration(of: document)?.intro
    case .more: declaration(of: document)?.more
    case .refunds: source.legal.commerce.refundPolicy
    }
  }

  /// The file with the operator's words: as declared, else `policies/<name>.<language>.md` or
  /// `policies/<name>.md`.
  private func ownText(named name: String, declared: Located<String>?)
    -> (path: RelativePath, language: LanguageTag)?
  {
    let files = source.portal.sources
    let standard = source.portal.settings.language
    let base = declared.flatMap { RelativePath.root.resolving($0.value) }
    let stem = base.map { $0.parent.appending($0.stem).text } ?? "policies/\(name)"
    for tag in [reader.text, reader.text.lowercased(), reader.primary] {
      let path = RelativePath("\(stem).\(tag).md")
      if files[path] != nil { return (path, reader) }
    }
    let path = base ?? RelativePath("\(stem).md")
    return files[path] == nil ? nil : (path, standard)
  }

  private func read(_ path: RelativePath, _ diagnostics: inout [Diagnostic]) -> String {
    do throws(FileError) {
      let bytes = try source.portal.sources[path]?.read() ?? []
      let (yaml, body) = FrontMatter.split(bytes)
      if !yaml.trimmingASCIIWhitespace.isEmpty {
        diagnostics.append(
          Diagnostic(
            "front-matter-place", .error,
            "a policy's text has no front matter, and is published whatever it says",
            at: SourcePosition(path: path.text, line: 1, column: 1, length: 3),
            help: "take it out; versions and dates of documents stand in legal.yml"))
      }
      return String(utf8: body)
    } catch {
      diagnostics.append(
        Diagnostic(
          "file-unreadable", .error, error.description, at: SourcePosition(path: path.text),
          help: "make the file readable, or remove it"))
      return ""
    }
  }
}
