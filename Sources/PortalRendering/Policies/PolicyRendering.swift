import Bytes
import CourseModel
import Files
import PolicyPages

/// Makes the pages of the policies for readers of one language.
struct PolicyRendering {
  let site: PortalSite
  let language: LanguageTag

  var strings: UIStrings { site.words(in: language) }
  private var folder: RelativePath { site.folder(of: language) }

  /// Makes all of them.
  func run(_ receive: PageReceiver) throws(FileError) -> RenderedPages {
    var rendered = RenderedPages()
    for document in site.policies.documents {
      guard let text = site.policies.text(of: document, for: language) else { continue }
      let history = site.policies.histories[document]
      let shown = history?.inForce?.text(for: language, portal: site.languages[0]) ?? text
      try renderCurrent(document, shown, history, &rendered, receive)
      for version in history?.all ?? [] {
        try renderVersion(version, of: document, history, &rendered, receive)
      }
      if let history, !history.changes.isEmpty || history.all.count > 1 {
        try ChangesRendering(pages: self).render(history, receive)
      }
    }
    if site.hasPolicyChanges { try ChangesRendering(pages: self).renderAll(receive) }
    return rendered
  }

  /// Where a version's text stays for ever.
  func output(of version: PolicyVersion, _ document: PolicyDocument) -> RelativePath {
    folder.appending("policies/\(document.slug)/\(version.number).html")
  }

  /// Where the changes of a document are told.
  func changesOutput(of document: PolicyDocument) -> RelativePath {
    folder.appending("policies/\(document.slug)/changes.html")
  }

  func title(of document: PolicyDocument) -> String { strings.title(of: document) }

  private func renderCurrent(
    _ document: PolicyDocument, _ text: PolicyText, _ history: PolicyHistory?,
    _ rendered: inout RenderedPages, _ receive: PageReceiver
  ) throws(FileError) {
    let output = site.policyPage(document, in: language)
    let binding = history?.binding
    var page = page(document, text, at: output, title: title(of: document), &rendered)
    page.facts = facts(of: binding)
    if let current = history?.current, current.effective > site.portal.today {
      page.notice = notice(of: current, document, isBinding: history?.inForce == nil, from: output)
    }
    if let note = history?.changes.first(where: { $0.version == binding?.number }) {
      page.changes = summary(of: note)
    }
    if let history { page.versions = links(to: history, besides: binding, from: output) }
    try receive(output, .bytes(site.theme.policy.rendered(page)))
  }

  private func renderVersion(
    _ version: PolicyVersion, of document: PolicyDocument, _ history: PolicyHistory?,
    _ rendered: inout RenderedPages, _ receive: PageReceiver
  ) throws(FileError) {
    guard let text = version.text(for: language, portal: site.languages[0]) else { return }
    let output = output(of: version, document)
    let name =
      "\(title(of: document)), \(strings.text("policy_version_n", ["n": String(version.number)]))"
    var page = page(document, text, at: output, title: name, &rendered, isArchived: true)
    page.facts = facts(of: version)
    let isBinding = version.number == history?.binding?.number
    if !isBinding {
      let key = version.effective > site.portal.today ? "policy_future" : "policy_past"
      page.notice = PolicyPage.Notice(
        text: strings.text(key, ["date": strings.date(version.effective)]),
        link: NamedLink(
          title: strings.text("policy_to_binding"),
          url: site.policyPage(document, in: language).reference(from: output.parent)))
    }
    if let note = history?.changes.first(where: { $0.version == version.number }) {
      page.changes = summary(of: note)
    }
    if let history { page.versions = links(to: history, besides: version, from: output) }
    try receive(output, .bytes(site.theme.policy.rendered(page)))
  }

  // MARK: Parts of pages

  /// A page with the text of a document.
  private func page(
    _ document: PolicyDocument, _ text: PolicyText, at output: RelativePath, title: String,
    _ rendered: inout RenderedPages, isArchived: Bool = false
  ) -> PolicyPage {
    let body = PolicyBody(text, on: output, title: title, pages: self, hasParts: !isArchived)
    rendered.take(body.text, on: output)
    let translations = site.languages.map { other in
      (other, site.folder(of: other).appending(output.relative(to: folder)?.text ?? output.text))
    }
    let frame = site.frame(
      PageDescription(
        kind: .policy, output: output, language: language, title: title,
        description: body.text.summary, isListed: !isArchived && document != .yourData,
        translations: translations, trail: site.trail([(title, output)], in: language)))
    var framed = frame
    if site.packed == nil, let feed = site.policyFeedLink(in: language, from: output.parent) {
      framed.page.feeds.append(feed)
    }
    let isOther = text.language.primary != language.primary
    return PolicyPage(
      frame: framed, contents: TableOfContents(body.text.outline), title: title,
      language: isOther ? text.language.text : nil,
      direction: isOther ? text.language.direction : nil,
      body: body.text.html)
  }

  private func facts(of version: PolicyVersion?) -> [PolicyPage.Fact] {
    guard let version else { return [] }
    return [
      PolicyPage.Fact(label: strings.text("policy_version"), text: String(version.number)),
      PolicyPage.Fact(
        label: strings.text("in_force_from"), text: strings.date(version.effective),
        date: version.effective.isoText),
      PolicyPage.Fact(
        label: strings.text("last_changed"), text: strings.date(version.updated),
        date: version.updated.isoText),
    ]
  }

  /// Tells of a version that is still to come.
  private func notice(
    of version: PolicyVersion, _ document: PolicyDocument, isBinding: Bool,
    from output: RelativePath
  ) -> PolicyPage.Notice {
    let key = isBinding ? "policy_future" : "policy_announced"
    return PolicyPage.Notice(
      text: strings.text(
        key, ["n": String(version.number), "date": strings.date(version.effective)]),
      link: NamedLink(
        title: strings.text("policy_version_n", ["n": String(version.number)]),
        url: self.output(of: version, document).reference(from: output.parent)))
  }

  /// What a version changed, in a paragraph.
  func summary(of note: PolicyChangeNote) -> [UInt8] {
    let variant = note.summary.variant(for: language)
    var html = [UInt8]("<p")
    if let other = variant.language, other.primary != language.primary {
      html.append(" lang=\"")
      html.append(escaping: Array(other.text.utf8))
      html.append("\"")
    }
    html.append(">")
    html.append(escaping: Array(variant.text.utf8))
    html.append("</p>\n")
    return html
  }

  private func links(
    to history: PolicyHistory, besides shown: PolicyVersion?, from output: RelativePath
  ) -> [NamedLink] {
    var links = history.all.filter { $0.number != shown?.number }.map { version in
      NamedLink(
        title: strings.text(
          "policy_version_from",
          ["n": String(version.number), "date": strings.date(version.effective)]),
        url: self.output(of: version, history.document).reference(from: output.parent))
    }
    if !history.changes.isEmpty || history.all.count > 1 {
      links.append(
        NamedLink(
          title: strings.text("policy_all_changes"),
          url: changesOutput(of: history.document).reference(from: output.parent)))
    }
    return links
  }
}

extension UIStrings {
  /// What a document is called.
  func title(of document: PolicyDocument) -> String { text("document_\(document.rawValue)") }
}
