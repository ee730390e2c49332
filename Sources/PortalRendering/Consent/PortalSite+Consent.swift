import ConsentBanner
import CourseModel
import Diagnostics
import Files
import PolicyPages

extension PageDescription {
  /// Whether the page is one on which the sealed lessons of a course are read.
  fileprivate var isReader: Bool { kind == .reader }

  /// Whether scripts of services may stand on the page; a reader holds a licence and lessons in the clear.
  var mayRunServices: Bool { runsServices && !isReader }
}

extension PortalSite {
  /// What a page has for the visitor's choice; the same for all pages of a folder and a language that
  /// may, or may not, run services.
  func consentFrame(_ page: PageDescription) -> ConsentFrame {
    guard let consent else { return ConsentFrame() }
    let folder = page.output.parent
    let strings = words(in: page.language)
    var frame = ConsentFrame()
    frame.script = SiteConsent.scriptPath.reference(from: folder)
    frame.choices = SiteConsent.choicesPath(strings.language).reference(from: folder)
    let cookies = policyPage(.cookies, in: page.language)
    frame.cookiesURL = cookies.reference(from: folder)
    frame.privacyURL = policyPage(.privacy, in: page.language).reference(from: folder)
    frame.data = consent.data.json(
      revision: consent.revision, page: cookies.text, language: strings.language)
    frame.asks = !consent.data.services.isEmpty
    frame.isAtBottom = consent.data.settings.position == .bottom
    if frame.asks {
      frame.text = SiteConsent.bannerText(
        consent.data.services, controller: consent.controller, strings: strings)
      frame.policyChanges = materialChanges.map { change in
        "\(strings.title(of: change.document)): \(change.summary.text(in: strings.language))"
      }
    }
    frame.runsServices = page.mayRunServices
    if page.mayRunServices { frame.tags = consent.tagged.map { tag(of: $0, from: folder) } }
    return frame
  }

  private func tag(of service: Service, from folder: RelativePath) -> ServiceTag {
    let foreign = service.scriptTag?.source
    return ServiceTag(
      service: service.id.value, category: service.effectiveCategory.rawValue,
      source: foreign.map { Array($0.utf8) }
        ?? ServiceScript.path(of: service).reference(from: folder),
      integrity: foreign == nil ? nil : service.scriptTag?.integrity,
      isAsync: service.scriptTag?.isAsync ?? true, waits: service.effectiveCategory.isOptional,
      isForeign: foreign != nil)
  }

  /// Where a policy is for readers of a language; an author's plain page is one for all of them.
  func policyPage(_ document: PolicyDocument, in language: LanguageTag) -> RelativePath {
    policies.plainPages[document]?.output
      ?? folder(of: interface(for: language)).appending(document.output.text)
  }

  /// What a page may load: its own files, and what the services on it have declared.
  func contentSecurityPolicy(for page: PageDescription) -> String {
    let own = PortalSite.contentSecurityPolicy(of: page.kind)
    guard let consent else { return own }
    var policy = ContentSecurityPolicy(own)
    var names = page.services.union(theme.services)
    // What sealed lessons show is not known here.
    if page.isReader { names.formUnion(consent.services.all.map(\.id.value)) }
    if page.mayRunServices { names.formUnion(consent.tagged.map(\.id.value)) }
    policy.allow(
      consent.services.all.filter { names.contains($0.id.value) }, scripts: page.mayRunServices)
    if let endpoint = consent.data.settings.proofEndpoint.flatMap({ ForeignAddress($0.utf8) }) {
      policy.add([endpoint.origin], to: "connect-src")
    }
    return policy.text
  }

  /// What texts of a page do with content of other hosts.
  func contentGate(runsServices: Bool) -> ContentGate {
    ContentGate(
      services: consent?.services ?? DeclaredServices(), runsServices: runsServices,
      template: theme.placeholder)
  }

  /// Who runs the portal, as visitors are told.
  var controller: String {
    portal.legal?.operator?.name?.value ?? portal.settings.operatorName ?? portal.settings.title
  }

  /// What a page would load from other hosts although nobody agreed: more than the looking through of an
  /// author's templates could find, because templates can put an address together.
  func openLoads(in page: [UInt8]) -> [Diagnostic] {
    MarkupLoads(in: page).all.compactMap { load in
      let address = ForeignAddress(load.address.utf8)
      let isOwn = address.map { portal.settings.url?.hasPrefix($0.origin + "/") == true } ?? false
      let needed = address.flatMap { consent?.services.service(of: $0) }
      if load.isCode || isOwn || needed?.effectiveCategory.isOptional == false { return nil }
      return Diagnostic(
        "theme-foreign", .error,
        "\(load.what) of the templates would load from another host: \"\(load.address.prefix(80))\"",
        at: SourcePosition(path: "theme"),
        help:
          "write addresses of other hosts as a whole into the template, so that they can wait for consent"
      )
    }
  }

  /// Services that learners are asked about although no page may load anything of them: texts and templates show
  /// nothing of them, and no script of theirs stands on every page.
  func unusedServices(besides used: Set<String>) -> [Diagnostic] {
    guard let consent else { return [] }
    let loaded = used.union(theme.services).union(consent.tagged.map(\.id.value))
    return consent.data.services.filter { service in
      // What names no host is no service that is known, which is told.
      !loaded.contains(service.id.value) && !service.hosts.isEmpty
    }.map { service in
      Diagnostic(
        "service-unused", .note,
        "learners are asked about \"\(service.id.value)\", but nothing uses it",
        at: service.id.position, help: "remove it, so that there is less to ask")
    }
  }

  /// What is asked of visitors, if anything.
  static func consent(of site: PortalSite, words: [UIStrings]) -> SiteConsent? {
    guard let legal = site.portal.legal else { return nil }
    return SiteConsent(
      legal, controller: site.controller,
      policies: site.materialChanges.map { "\($0.document.rawValue) \($0.version)" },
      theme: site.theme,
      languages: words.map { strings in
        (strings, Array(site.policyPage(.cookies, in: strings.language).text.utf8))
      })
  }
}
