import Bytes
import CourseModel
import Files
import PolicyPages

/// Makes the pages that tell what changed: of one document, with the words that came and went, and of all.
struct ChangesRendering {
  let pages: PolicyRendering

  private var site: PortalSite { pages.site }
  private var strings: UIStrings { pages.strings }

  /// Makes the page of a document's changes.
  func render(_ history: PolicyHistory, _ receive: PageReceiver) throws(FileError) {
    let output = pages.changesOutput(of: history.document)
    let title = strings.text(
      "policy_changes_of", ["document": pages.title(of: history.document)])
    var body: [UInt8] = []
    var outline: [OutlineEntry] = []
    for number in Set(history.all.map(\.number) + history.changes.map(\.version)).sorted(by: >) {
      append(number, of: history, from: output, to: &body, &outline)
    }
    try receive(output, content(title, body, outline, output))
  }

  /// Makes the page that lists the changes of all documents, the newest first.
  func renderAll(_ receive: PageReceiver) throws(FileError) {
    let output = site.folder(of: pages.language).appending("policies/changes.html")
    var body: [UInt8] = []
    var outline: [OutlineEntry] = []
    for document in site.policies.documents {
      guard let history = site.policies.histories[document], let current = history.current
      else { continue }
      let id = Array(document.slug.utf8)
      heading(pages.title(of: document), id: id, level: 2, to: &body, &outline)
      for note in history.changes { body += line(of: note) + pages.summary(of: note) }
      if history.changes.isEmpty {
        body += paragraph(
          strings.text(
            "policy_version_from",
            ["n": String(current.number), "date": strings.date(current.effective)]))
      } else {
        let url = pages.changesOutput(of: document).reference(from: output.parent)
        body += link(strings.text("policy_difference"), url)
      }
    }
    try receive(output, content(strings.text("policy_all_changes"), body, outline, output))
  }

  private func content(
    _ title: String, _ body: [UInt8], _ outline: [OutlineEntry], _ output: RelativePath
  ) -> FileContent {
    let folder = site.folder(of: pages.language)
    let frame = site.frame(
      PageDescription(
        kind: .policy, output: output, language: pages.language, title: title, isListed: false,
        translations: site.languages.map { other in
          (
            other,
            site.folder(of: other).appending(output.relative(to: folder)?.text ?? output.text)
          )
        }, trail: site.trail([(title, output)], in: pages.language)))
    let page = PolicyPage(
      frame: frame, contents: TableOfContents(outline), title: title, body: body)
    return .bytes(site.theme.policy.rendered(page))
  }

  /// A version: when, how much it matters, the summary, and the words.
  private func append(
    _ number: Int, of history: PolicyHistory, from output: RelativePath, to body: inout [UInt8],
    _ outline: inout [OutlineEntry]
  ) {
    heading(
      strings.text("policy_version_n", ["n": String(number)]),
      id: Array("version-\(number)".utf8), level: 2, to: &body, &outline)
    if let note = history.changes.first(where: { $0.version == number }) {
      body += line(of: note) + pages.summary(of: note)
    }
    guard let version = history.all.first(where: { $0.number == number }) else { return }
    let url = pages.output(of: version, history.document).reference(from: output.parent)
    body += link(strings.text("policy_read_version"), url)
    guard let before = history.predecessor(of: version),
      let new = version.text(for: pages.language, portal: site.languages[0]),
      let old = before.texts.first(where: { $0.language == new.language })
    else { return }
    let difference = TextDifference(from: old, to: new)
    guard !difference.passages.isEmpty else {
      body += paragraph(strings.text("policy_same_text"))
      return
    }
    append(difference, language: new.language, to: &body)
  }

  /// The words that came and went, each run named for who cannot see how it is marked.
  private func append(
    _ difference: TextDifference, language: LanguageTag, to body: inout [UInt8]
  ) {
    body.append("<div class=\"difference\" lang=\"")
    body.append(escaping: Array(language.text.utf8))
    body.append("\">\n")
    var heading = ""
    for passage in difference.passages {
      if passage.heading != heading, !passage.heading.isEmpty {
        heading = passage.heading
        body.append("<h3>")
        body.append(escaping: Array(heading.utf8))
        body.append("</h3>\n")
      }
      body.append("<p>")
      for (index, run) in passage.runs.enumerated() {
        if index > 0 { body.append(" ") }
        append(run, to: &body)
      }
      body.append("</p>\n")
    }
    body.append("</div>\n")
  }

  private func append(_ run: TextDifference.Run, to body: inout [UInt8]) {
    let element: (tag: StaticString, end: StaticString, word: String)?
    switch run.kind {
    case .kept: element = nil
    case .added: element = ("<ins>", "</ins>", strings.text("policy_added"))
    case .removed: element = ("<del>", "</del>", strings.text("policy_removed"))
    }
    if let element {
      body.append(element.tag)
      body.append("<span class=\"visually-hidden\">")
      body.append(escaping: Array(element.word.utf8))
      body.append(" </span>")
    }
    body.append(escaping: Array(run.text.utf8))
    if let element { body.append(element.end) }
  }

  private func heading(
    _ text: String, id: [UInt8], level: Int, to body: inout [UInt8],
    _ outline: inout [OutlineEntry]
  ) {
    var words: [UInt8] = []
    words.append(escaping: Array(text.utf8))
    outline.append(OutlineEntry(level: level, id: id, html: words))
    body.append("<h2 id=\"")
    body += id
    body.append("\">")
    body += words
    body.append("</h2>\n")
  }

  /// When a change came, and how much it matters.
  private func line(of note: PolicyChangeNote) -> [UInt8] {
    var html = [UInt8]("<p class=\"muted\"><time datetime=\"\(note.date.isoText)\">".utf8)
    html.append(escaping: Array(strings.date(note.date).utf8))
    html.append("</time> · ")
    html.append(escaping: Array(strings.text("policy_level_\(note.level.rawValue)").utf8))
    html.append("</p>\n")
    return html
  }

  private func paragraph(_ text: String) -> [UInt8] {
    var html = [UInt8]("<p>")
    html.append(escaping: Array(text.utf8))
    html.append("</p>\n")
    return html
  }

  private func link(_ text: String, _ url: [UInt8]) -> [UInt8] {
    var html = [UInt8]("<p><a href=\"")
    html.append(escaping: url)
    html.append("\">")
    html.append(escaping: Array(text.utf8))
    html.append("</a></p>\n")
    return html
  }
}
