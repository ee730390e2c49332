import Bytes
import CourseModel
import Files
import PolicyPages

extension PortalSite {
  /// What the public interface tells of each document that has a page.
  var policyEntries: [JSONValue] {
    policies.documents.map { document in
      let history = policies.histories[document]
      let output = policyPage(document, in: languages[0])
      let entry: JSONValue = [
        "document": .text(document.rawValue),
        "title": .text(words(in: languages[0]).title(of: document)),
        "path": .text(String(utf8: output.reference(from: .root))),
        "url": absolute(output).map(JSONValue.text),
        "languages": .list(languages.map { .text($0.text) }),
      ]
      guard let history, let binding = history.binding else { return entry }
      let isAnnounced = history.current.map { $0.effective > portal.today } ?? false
      return entry.adding(members(of: binding, document)).adding([
        "announced": isAnnounced ? history.current.map { version($0, document) } : nil,
        "versions": .list(history.all.map { version($0, document) }),
        "changes": .list(history.changes.map(change)),
      ])
    }
  }

  private func members(of version: PolicyVersion, _ document: PolicyDocument) -> JSONValue {
    [
      "version": .number(version.number), "effective": .text(version.effective.isoText),
      "updated": .text(version.updated.isoText),
    ]
  }

  private func version(_ version: PolicyVersion, _ document: PolicyDocument) -> JSONValue {
    let output = PolicyRendering(site: self, language: languages[0]).output(of: version, document)
    return members(of: version, document).adding([
      "path": .text(String(utf8: output.reference(from: .root))),
      "url": absolute(output).map(JSONValue.text),
    ])
  }

  private func change(_ note: PolicyChangeNote) -> JSONValue {
    [
      "version": .number(note.version), "date": .text(note.date.isoText),
      "level": .text(note.level.rawValue), "summary": .text(note.summary.text(in: languages[0])),
    ]
  }

  static let policyFeedPath = RelativePath("policies/feed.xml")

  /// The feed of changes for the head of a page.
  func policyFeedLink(in language: LanguageTag, from folder: RelativePath) -> NamedLink? {
    guard hasPolicyChanges, absolute(PortalSite.policyFeedPath) != nil else { return nil }
    return NamedLink(
      title: words(in: language).text("policy_all_changes"),
      url: PortalSite.policyFeedPath.reference(from: folder))
  }

  /// The feed of changes; `nil` where the portal does not know where it will stand, or has no versions.
  var policyFeed: [UInt8]? {
    let pages = PolicyRendering(site: self, language: languages[0])
    let strings = words(in: languages[0])
    guard let url = absolute(PortalSite.policyFeedPath),
      let page = absolute(folder(of: languages[0]).appending("policies/changes.html")),
      hasPolicyChanges
    else { return nil }
    var entries: [AtomFeed.Entry] = []
    for document in policies.documents {
      for version in policies.histories[document]?.all ?? [] {
        guard let address = absolute(pages.output(of: version, document)) else { continue }
        let note = policies.histories[document]?.changes.first { $0.version == version.number }
        let name = strings.text("policy_version_n", ["n": String(version.number)])
        entries.append(
          AtomFeed.Entry(
            title: "\(strings.title(of: document)): \(name)", url: address,
            updated: version.updated, published: version.updated,
            summary: note?.summary.text(in: languages[0])
              ?? version.summary?.text(in: languages[0]),
            categories: [version.level.rawValue]))
      }
    }
    entries.sort { ($1.updated, $0.url) < ($0.updated, $1.url) }
    return AtomFeed(
      title: strings.text("policy_all_changes"), subtitle: portal.settings.title, url: url,
      page: page, language: languages[0], author: controller, generator: generator,
      entries: entries
    ).bytes
  }

  /// Files that machines look for at fixed addresses: the feed, `gpc.json`, `security.txt`.
  var policyFiles: [(RelativePath, [UInt8])] {
    var files: [(RelativePath, [UInt8])] = []
    if let feed = policyFeed { files.append((PortalSite.policyFeedPath, feed)) }
    guard let legal = portal.legal else { return files }
    if legal.consent.honoursGlobalPrivacyControl, !legal.optionalServices.isEmpty {
      // https://w3c.github.io/gpc/#gpc-support-resource
      let updated = policies.histories[.privacy]?.current?.updated ?? portal.today
      let text: JSONValue = ["gpc": true, "lastUpdate": .text(updated.isoText)]
      files.append((RelativePath(".well-known/gpc.json"), text.line))
    }
    if let mail = legal.contact.security {
      files.append((RelativePath(".well-known/security.txt"), Array(securityText(mail).utf8)))
    }
    return files
  }

  /// Whom to tell of holes (RFC 9116); it holds until the first of this month next year, so that it does
  /// not change every day.
  private func securityText(_ mail: String) -> String {
    let path = RelativePath(".well-known/security.txt")
    let expires = CalendarDate(year: portal.today.year + 1, month: portal.today.month, day: 1)
    var lines = ["Contact: mailto:\(mail)"]
    if let expires { lines.append("Expires: \(expires.isoText)T00:00:00.000Z") }
    lines.append("Preferred-Languages: " + languages.map(\.text).joined(separator: ", "))
    if let url = absolute(path) { lines.append("Canonical: \(url)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
