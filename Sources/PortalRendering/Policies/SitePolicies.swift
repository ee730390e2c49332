import CourseModel
import Diagnostics
import Files
import PolicyPages

/// The policies of a portal, worked out once: their texts for readers of each language, and their versions.
struct SitePolicies: Sendable {
  /// The documents that the portal has, without those that an author wrote as plain pages.
  let documents: [PolicyDocument]
  /// The documents that are plain pages.
  let plainPages: [PolicyDocument: PlainPage]
  let histories: [PolicyDocument: PolicyHistory]
  private let archive: PolicyArchive
  private let sources: [String: PolicySource]
  private let texts: [String: [PolicyDocument: PolicyText]]
  /// The documents in which there is some text of clauses.
  private let made: [String: Set<PolicyDocument>]

  /// Writes the documents for readers of each language.
  ///
  /// - Parameters:
  ///   - portal: The portal.
  ///   - words: The interface's words of each language, the portal's own first.
  ///   - diagnostics: Takes what is wrong with versions and texts.
  init(_ portal: Portal, words: [UIStrings], diagnostics: inout [Diagnostic]) {
    let archive = SitePolicies.archive(of: portal, &diagnostics)
    let plain = portal.pages.compactMap { page in
      PolicyDocument.allCases.first { $0.slug == page.slug }.map { ($0, page) }
    }
    let surroundings = Surroundings(
      hasAddress: portal.settings.url != nil,
      hasVersions: !archive.versions.isEmpty || portal.legal?.documents.isEmpty == false)
    plainPages = Dictionary(plain) { first, _ in first }
    self.archive = archive
    let written = SitePolicies.written(
      for: portal, words: words, besides: plainPages, in: surroundings, &diagnostics)
    sources = written.sources
    texts = written.texts
    made = written.texts.mapValues { texts in
      Set(texts.filter { $0.value.isMade }.keys)
    }
    documents = written.documents
    diagnostics += SitePolicies.missing(
      fromFooterOf: portal, having: documents + self.plainPages.keys)
    let plainPages = plainPages
    histories = SitePolicies.histories(
      of: documents, texts: texts, portal: portal, archive: archive, &diagnostics
    ) {
      surroundings.others.map { other in
        var ignored: [Diagnostic] = []
        return SitePolicies.written(
          for: portal, words: words, besides: plainPages, in: other, &ignored
        ).texts
      }
    }
  }

  /// What texts depend on beside what is declared: changes of it are no new versions.
  private struct Surroundings: Hashable {
    /// Whether the portal's own address is known.
    var hasAddress: Bool
    /// Whether versions of the texts are published.
    var hasVersions: Bool

    /// All that differ from these.
    var others: [Surroundings] {
      [true, false].flatMap { hasAddress in
        [true, false].map { Surroundings(hasAddress: hasAddress, hasVersions: $0) }
      }.filter { $0 != self }
    }
  }

  /// The texts of all documents, with what they are made of.
  private struct Written {
    var documents: [PolicyDocument] = []
    var sources: [String: PolicySource] = [:]
    var texts: [String: [PolicyDocument: PolicyText]] = [:]
  }

  private static func written(
    for portal: Portal, words: [UIStrings], besides plainPages: [PolicyDocument: PlainPage],
    in surroundings: Surroundings, _ diagnostics: inout [Diagnostic]
  ) -> Written {
    var written = Written()
    let readers = portal.settings.languages.isEmpty ? [.english] : portal.settings.languages
    // Readers whose language the interface has no words in get those of another.
    for (reader, strings) in zip(readers, words) {
      let language = ClauseLibrary.language(for: reader, portal: portal.settings.language)
      let interface = SitePolicies.interface(strings, in: words, language)
      let source = PolicySource(
        portal, offer: SitePolicies.offer(of: portal, in: surroundings, interface),
        words: PolicyWords(in: language, interface: interface))
      let writer = PolicyWriter(source, for: reader)
      written.documents = source.documents.filter { plainPages[$0] == nil }
      written.sources[reader.text] = source
      for document in written.documents {
        written.texts[reader.text, default: [:]][document] = writer.text(
          of: document, diagnostics: &diagnostics)
      }
    }
    return written
  }

  /// What documents for readers of a language are made of.
  func source(for language: LanguageTag) -> PolicySource? { sources[language.text] }

  /// The text of a document for readers of a language, as the sources make it today.
  func text(of document: PolicyDocument, for language: LanguageTag) -> PolicyText? {
    texts[language.text]?[document]
  }

  /// Whether a document for readers of a language is made of clauses, and not in an operator's own words.
  func isMade(_ document: PolicyDocument, for language: LanguageTag) -> Bool {
    made[language.text]?.contains(document) ?? false
  }

  /// The archive with the versions that it lacks, and what was added, as a line each.
  func locked(on today: CalendarDate) -> (archive: PolicyArchive, added: [String]) {
    var archive = archive
    var added: [String] = []
    for document in documents where document.hasVersions {
      let texts = SitePolicies.texts(of: document, in: texts)
      if let line = archive.lock(
        document, texts: texts, as: histories[document]?.current, on: today)
      {
        added.append(line)
      }
    }
    return (archive, added)
  }

  /// The texts of a document, one for each language that it is in, ordered.
  static func texts(of document: PolicyDocument, in all: [String: [PolicyDocument: PolicyText]])
    -> [PolicyText]
  {
    var found: [String: PolicyText] = [:]
    for reader in all.keys.sorted() {
      if let text = all[reader]?[document], found[text.language.text] == nil {
        found[text.language.text] = text
      }
    }
    return found.values.sorted { $0.language.text < $1.language.text }
  }

  private static func archive(of portal: Portal, _ diagnostics: inout [Diagnostic])
    -> PolicyArchive
  {
    do throws(FileError) {
      let (archive, findings) = try PolicyArchive.load(from: portal.sources)
      diagnostics += findings
      return archive
    } catch {
      diagnostics.append(
        Diagnostic(
          "file-unreadable", .error, error.description,
          at: SourcePosition(path: PolicyArchive.path.text), help: "make the file readable"))
      return PolicyArchive()
    }
  }

  private static func histories(
    of documents: [PolicyDocument], texts: [String: [PolicyDocument: PolicyText]], portal: Portal,
    archive: PolicyArchive, _ diagnostics: inout [Diagnostic],
    elsewhere: () -> [[String: [PolicyDocument: PolicyText]]]
  ) -> [PolicyDocument: PolicyHistory] {
    var histories: [PolicyDocument: PolicyHistory] = [:]
    // Hardly any portal needs them.
    var others: [[String: [PolicyDocument: PolicyText]]]?
    for document in documents where document.hasVersions {
      let declared = portal.legal?.documents[document]
      let history = PolicyHistory(
        of: document, texts: SitePolicies.texts(of: document, in: texts), declared: declared,
        archive: archive, today: portal.today)
      let position =
        portal.legal?.position ?? SourcePosition(path: PolicyArchive.path.text)
      diagnostics += history.findings(
        archive: archive, declared: declared, position: declared?.position ?? position
      ) { language in
        let known = others ?? elsewhere()
        others = known
        return known.flatMap { SitePolicies.texts(of: document, in: $0) }
          .filter { $0.language == language }
      }
      diagnostics += unannounced(document, history, in: portal)
      histories[document] = history
    }
    return histories
  }

  /// The interface's words in the language that a document is in, which need not be the reader's.
  private static func interface(
    _ strings: UIStrings, in words: [UIStrings], _ language: LanguageTag
  ) -> InterfaceWords {
    if strings.language.primary == language.primary { return strings.asInterfaceWords }
    if let known = words.first(where: { $0.language.primary == language.primary }) {
      return known.asInterfaceWords
    }
    var ignored: [Diagnostic] = []
    return UIStrings(
      language, folders: [Theme.builtin.subtree(RelativePath("strings"))], diagnostics: &ignored
    )
    .asInterfaceWords
  }

  private static func offer(
    of portal: Portal, in surroundings: Surroundings, _ words: InterfaceWords
  ) -> PolicyOffer {
    var offer = PolicyOffer()
    if surroundings.hasAddress || portal.legal?.sharing.targets != nil {
      // Links begin with a capital, and this one stands within a sentence.
      let mail = words.text("share_mail") ?? ""
      offer.shareTargets = ShareTarget.offered(by: portal).map {
        $0.name ?? mail.prefix(1).lowercased() + mail.dropFirst()
      }
    }
    offer.courseFields = PublicAPI.courseFields
    offer.authorFields = PublicAPI.authorFields
    offer.hasVersions = surroundings.hasVersions
    offer.hasFeed = surroundings.hasVersions && surroundings.hasAddress
    return offer
  }
}

extension UIStrings {
  /// The words as documents need them.
  fileprivate var asInterfaceWords: InterfaceWords {
    InterfaceWords(
      text: { optionalText($0) }, list: { list($0) }, date: { date($0) },
      pluralForm: { pluralForm(of: $0) })
  }
}
