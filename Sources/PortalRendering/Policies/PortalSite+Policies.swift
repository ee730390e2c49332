import CourseModel
import Files
import PolicyPages

extension PortalSite {
  /// Pages that texts can name, with where they are for readers of a language.
  func policyAddresses(in language: LanguageTag) -> [RelativePath: RelativePath] {
    let folder = folder(of: interface(for: language))
    var addresses: [RelativePath: RelativePath] = [:]
    for document in PolicyDocument.allCases where hasPolicy(document) {
      let output = policyPage(document, in: language)
      addresses[document.output] = output
      addresses[RelativePath("policies/\(document.slug).md")] = output
    }
    addresses[RelativePath("index.html")] = catalogue(in: interface(for: language))
    if hasPolicyChanges {
      addresses[RelativePath("policies/changes.html")] = folder.appending("policies/changes.html")
    }
    for path in ["policies/feed.xml", "api/v1/site.json"].map(RelativePath.init) {
      addresses[path] = path
    }
    return addresses
  }

  /// Whether a document has a page, made or written by an author.
  func hasPolicy(_ document: PolicyDocument) -> Bool {
    policies.documents.contains(document) || policies.plainPages[document] != nil
  }

  /// Whether versions of documents are published.
  var hasPolicyChanges: Bool {
    policies.histories.values.contains { $0.current != nil }
  }

  /// The changes that hold and after which consent is asked for again, the newest first.
  var materialChanges: [MaterialChange] {
    [.privacy, .cookies].compactMap { policies.histories[$0]?.materialChange(on: portal.today) }
      .sorted { $0.date > $1.date }
  }

  /// The file `policies.lock` with the versions that it lacks, and what was added, as a line each.
  package var lockedPolicies: (file: [UInt8], added: [String]) {
    let (archive, added) = policies.locked(on: portal.today)
    return (archive.bytes, added)
  }

  /// The documents that the foot of a page leads to, in order.
  func footerLinks(in language: LanguageTag, from folder: RelativePath) -> [NamedLink] {
    let strings = words(in: language)
    let declared = (portal.legal?.footer ?? []).compactMap(\.value.document)
    let standard: [PolicyDocument] = [
      .privacy, .terms, .cookies, .imprint, .yourData, .withdrawal, .accessibility, .california,
      .help,
    ]
    let shown = declared + standard.filter { !declared.contains($0) }
    return shown.filter(policies.documents.contains).map { document in
      NamedLink(
        title: strings.title(of: document),
        url: policyPage(document, in: language).reference(from: folder))
    } + [optOutLink(strings, from: folder)].compactMap(\.self)
  }

  /// The way to opt out of sale and sharing, which California wants at the foot of every page under this very title
  /// (Civil Code §1798.135(a)(1)).
  private func optOutLink(_ strings: UIStrings, from folder: RelativePath) -> NamedLink? {
    guard let legal = portal.legal, legal.isSelling || legal.isSharing,
      legal.jurisdictions.contains(where: { $0.value == "us-ca" }), hasPolicy(.california)
    else { return nil }
    let isMade = policies.isMade(.california, for: strings.language)
    return NamedLink(
      title: strings.text("opt_out_of_sale"),
      url: policyPage(.california, in: strings.language).reference(from: folder)
        + Array((isMade ? "#opt-out" : "").utf8))
  }
}
