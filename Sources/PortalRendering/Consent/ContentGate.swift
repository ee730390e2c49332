import ConsentBanner
import CourseLoading
import CourseModel
import Templates

/// What a text does with content of other hosts: what is declared waits in a placeholder, the rest is a link.
struct ContentGate: Sendable {
  var services = DeclaredServices()
  /// Whether the page may run scripts of services.
  var runsServices = false
  /// Without a template everything is a link.
  var template: Template<Placeholder>?

  /// What would be loaded for an address, if its service is declared.
  func content(for url: [UInt8], as kind: LoadKind) -> ServiceContent? {
    guard template != nil, let address = ForeignAddress(url) else { return nil }
    return services.content(for: address, as: kind)
  }

  /// A frame for an address that the catalogue knows how to show.
  func embed(for url: [UInt8]) -> ServiceContent? {
    content(for: url, as: .frame).flatMap { $0.isRewritten ? $0 : nil }
  }

  /// A placeholder as HTML; all of it may stand within a paragraph.
  ///
  /// - Parameters:
  ///   - content: What is loaded once a learner wants it.
  ///   - element: The element that then shows it: `iframe`, `img`, `video`, `audio`.
  ///   - title: Its words, or empty.
  ///   - size: In CSS pixels.
  ///   - strings: The words of the page's language.
  /// - Returns: What stands in the content's place; nothing without a template.
  func placeholder(
    for content: ServiceContent, element: String, title: String,
    size: (width: Int, height: Int)? = nil,
    strings: UIStrings
  ) -> [UInt8] {
    guard let template else { return [] }
    let service = content.service
    let language = strings.language
    let name = service.title(in: language)
    let host = ForeignAddress(content.link.utf8)?.host ?? content.link
    let text = strings.received(
      by: service, in: "embed_text",
      ["service": name, "provider": service.providerName(strings: strings)])
    let model = Placeholder(
      strings: strings, service: service.id.value, category: service.effectiveCategory.rawValue,
      element: element, source: content.source, link: content.link,
      title: title.isEmpty ? strings.text("embed_title", ["service": name]) : title,
      text: text,
      always: service.effectiveCategory.isOptional
        ? strings.text("embed_always", ["service": name]) : nil,
      open: strings.text("embed_open", ["host": host]), privacyURL: service.provider.privacyURL,
      policy: strings.text("consent_privacy_of", ["name": service.provider.name ?? name]),
      width: size.map { String($0.width) }, height: size.map { String($0.height) })
    var html = template.rendered(model)
    while html.last == UInt8(ascii: "\n") { html.removeLast() }
    return html
  }

  /// What an author can do about an address that nobody declared.
  func help(for url: [UInt8]) -> String? {
    guard let address = ForeignAddress(url) else { return nil }
    if let service = services.service(of: address) {
      return "\"\(service.id.value)\" is declared, but not with this host under load: add it there"
    }
    return ContentGate.knownHelp(for: url)
  }

  /// How a service that the catalogue knows is declared.
  static func knownHelp(for url: [UInt8]) -> String? {
    ForeignAddress(url).flatMap { catalogue.service(of: $0) }.map {
      "declare its service in legal.yml: services: [{id: \($0.id.value)}]"
    }
  }

  /// The services that Clevio knows.
  private static let catalogue = DeclaredServices(
    ServiceCatalogue.ids.compactMap(ServiceCatalogue.service))
}

/// What stands in the place of content that waits.
struct Placeholder: TemplateModel {
  var strings: UIStrings
  var service: String
  var category: String
  var element: String
  var source: String
  var link: String
  var title: String
  var text: PhrasedText
  /// The words of the button that always loads the service; `nil` where that is no choice.
  var always: String?
  var open: String
  var privacyURL: String?
  var policy: String
  var width: String?
  var height: String?

  static let fields: [TemplateField<Placeholder>] = [
    .record("placeholder") { Content(page: $0) },
    .strings("strings", names: UIStrings.names) { $0.strings.values },
  ]

  private struct Content: TemplateModel {
    let page: Placeholder

    static let fields: [TemplateField<Content>] = [
      .text("service") { $0.page.service }, .text("category") { $0.page.category },
      .text("element") { $0.page.element }, .text("source") { $0.page.source },
      .text("link") { $0.page.link }, .text("title") { $0.page.title },
      .text("text") { $0.page.text.whole }, .text("text_start") { $0.page.text.start },
      .text("data") { $0.page.text.text }, .text("data_lang") { $0.page.text.language },
      .text("text_end") { $0.page.text.end }, .text("always") { $0.page.always },
      .text("open") { $0.page.open }, .text("privacy_url") { $0.page.privacyURL },
      .text("policy") { $0.page.policy }, .text("width") { $0.page.width },
      .text("height") { $0.page.height },
    ]
  }
}
