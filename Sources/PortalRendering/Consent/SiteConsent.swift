import Bytes
import ConsentBanner
import CourseModel
import Files

/// What a portal asks its visitors about services, made once from its declaration.
struct SiteConsent: Sendable {
  let services: DeclaredServices
  let data: ConsentData
  let controller: String
  let revision: String
  /// The files that come with it: scripts, dialogs, the proof of what is asked.
  let files: [RelativePath: [UInt8]]

  static let scriptPath = RelativePath("assets/clv-privacy.js")

  /// Where the dialogs in a language are written.
  static func choicesPath(_ language: LanguageTag) -> RelativePath {
    RelativePath("assets/clv-choices-\(language.text).js")
  }

  /// Prepares what a declaration needs; `nil` where there is no service and no question.
  ///
  /// - Parameters:
  ///   - declaration: What `legal.yml` says.
  ///   - controller: Who runs the portal.
  ///   - policies: The last important changes of policies, after which is asked again.
  ///   - theme: The look.
  ///   - languages: The words of each language with the address of its cookie page from the root.
  init?(
    _ declaration: LegalDeclaration, controller: String, policies: [String], theme: Theme,
    languages: [(strings: UIStrings, cookies: [UInt8])]
  ) {
    services = DeclaredServices(declaration.services)
    data = ConsentData(declaration, controller: controller, policies: policies)
    self.controller = controller
    guard !services.all.isEmpty || data.age != nil else { return nil }
    var files = [SiteConsent.scriptPath: theme.consentScript]
    var texts: [(language: String, html: [UInt8])] = []
    for (strings, cookies) in languages {
      let choices = ConsentChoices(
        declaration, asksAge: data.age != nil, cookiesURL: cookies, strings: strings)
      let html = theme.consentDialog.rendered(choices)
      let banner = SiteConsent.bannerText(data.services, controller: controller, strings: strings)
      texts.append((strings.language.text, Array(banner.utf8) + html))
      var script = [UInt8]("clevio.choices(")
      script.append(jsonString: String(utf8: html))
      script.append(");\n")
      files[SiteConsent.choicesPath(strings.language)] = script
    }
    for service in services.all {
      if let script = ServiceScript.bytes(of: service) {
        files[ServiceScript.path(of: service)] = script
      }
    }
    let proof = ConsentProof(
      data, script: theme.consentScript,
      styles: theme.assets[RelativePath("assets/clevio.css")] ?? [], texts: texts)
    revision = proof.revision
    if declaration.consent.publishesProof, !data.services.isEmpty {
      files[ConsentProof.path(proof.revision)] = proof.bytes
    }
    self.files = files
  }

  /// Who wants to use what, for what: the banner's paragraph.
  static func bannerText(_ services: [Service], controller: String, strings: UIStrings) -> String {
    let categories = ConsentCategory.allCases.filter { category in
      category.isOptional && services.contains { $0.effectiveCategory == category }
    }
    return strings.text(
      "consent_text",
      [
        "operator": controller,
        "services": strings.plural("consent_services", services.count),
        "purposes": strings.list(
          categories.map { strings.text("category_\($0.rawValue)").lowercased() }),
        "settings": strings.text("cookie_settings"),
      ])
  }

  /// The services whose scripts stand on every page that may run some.
  var tagged: [Service] {
    services.all.filter { service in
      if service.scriptTag?.source != nil { return true }
      return service.script != nil && (service.kind == .tag || service.kind == .widget)
    }
  }
}
