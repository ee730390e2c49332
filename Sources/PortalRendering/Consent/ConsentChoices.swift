import CourseModel
import PolicyPages
import Templates

/// The dialogs in which a visitor chooses, in one language.
struct ConsentChoices: TemplateModel {
  var strings: UIStrings
  /// Whether there is a choice about services.
  var asks: Bool
  var asksAge: Bool
  var offersReceipt: Bool
  /// From the portal's root.
  var cookiesURL: [UInt8]
  var categories: [Category]

  static let fields: [TemplateField<ConsentChoices>] = [
    .record("choices") { Content(page: $0) },
    .strings("strings", names: UIStrings.names) { $0.strings.values },
  ]

  private struct Content: TemplateModel {
    let page: ConsentChoices

    static let fields: [TemplateField<Content>] = [
      .flag("asks") { $0.page.asks }, .flag("asks_age") { $0.page.asksAge },
      .flag("receipt") { $0.page.offersReceipt }, .text("cookies_url") { $0.page.cookiesURL },
      .list("categories") { $0.page.categories },
    ]
  }

  /// Services that are chosen for the same reason.
  struct Category: TemplateModel {
    var id: String
    var title: String
    var text: String
    var isNecessary: Bool
    var services: [Entry]

    static let fields: [TemplateField<Category>] = [
      .text("id") { $0.id }, .text("title") { $0.title }, .text("text") { $0.text },
      .flag("necessary") { $0.isNecessary }, .list("services") { $0.services },
    ]
  }

  /// A service.
  struct Entry: TemplateModel {
    var id: String
    var category: String
    var title: String
    var provider: String
    var purpose: PhrasedText
    var sends: PhrasedText
    var privacyURL: String
    var policy: String
    var items: [Item]

    static let fields: [TemplateField<Entry>] = [
      .text("id") { $0.id }, .text("category") { $0.category }, .text("title") { $0.title },
      .text("provider") { $0.provider }, .text("purpose") { $0.purpose.text },
      .text("purpose_lang") { $0.purpose.language }, .text("sends") { $0.sends.whole },
      .text("sends_start") { $0.sends.start }, .text("sends_data") { $0.sends.text },
      .text("sends_lang") { $0.sends.language }, .text("sends_end") { $0.sends.end },
      .text("privacy_url") { $0.privacyURL },
      .text("policy") { $0.policy }, .list("items") { $0.items },
      .flag("has_items") { !$0.items.isEmpty },
    ]
  }

  /// Something that a service keeps on the device.
  struct Item: TemplateModel {
    var name: String
    var duration: String
    var purpose: PhrasedText

    static let fields: [TemplateField<Item>] = [
      .text("name") { $0.name }, .text("duration") { $0.duration },
      .text("purpose") { $0.purpose.text }, .text("purpose_lang") { $0.purpose.language },
    ]
  }
}

extension ConsentChoices {
  /// The dialogs about the services of a declaration.
  init(
    _ declaration: LegalDeclaration, asksAge: Bool, cookiesURL: [UInt8], strings: UIStrings
  ) {
    let services = declaration.services
    self.strings = strings
    self.asksAge = asksAge
    self.cookiesURL = cookiesURL
    let asks = services.contains { $0.effectiveCategory.isOptional }
    self.asks = asks
    offersReceipt = declaration.consent.offersReceipt
    categories = ConsentCategory.allCases.compactMap { category in
      let own = services.filter { $0.effectiveCategory == category }
      guard category == .necessary || !own.isEmpty else { return nil }
      return Category(
        id: category.rawValue, title: strings.text("category_\(category.rawValue)"),
        text: strings.text("category_\(category.rawValue)_text")
          + (asks && category == .necessary ? " " + strings.text("category_necessary_choice") : ""),
        isNecessary: category == .necessary,
        services: own.map { Entry($0, of: declaration, strings: strings) })
    }
  }
}

extension ConsentChoices.Entry {
  fileprivate init(_ service: Service, of declaration: LegalDeclaration, strings: UIStrings) {
    let language = strings.language
    id = service.id.value
    category = service.effectiveCategory.rawValue
    title = service.title(in: language)
    provider = service.providerName(strings: strings)
    let purposes = service.purpose.map { [$0] } ?? declaration.purposeTitles(of: service)
    purpose = PhrasedText(purposes, strings: strings)
    sends = strings.received(by: service, in: "consent_receives", [:])
    privacyURL = service.provider.privacyURL ?? ""
    policy = strings.text("consent_privacy_of", ["name": service.provider.name ?? title])
    items = service.storage.map { item in
      ConsentChoices.Item(
        name: item.name?.value ?? "", duration: strings.duration(of: item),
        purpose: PhrasedText([item.purpose].compactMap(\.self), strings: strings))
    }
  }
}

extension Service {
  /// The name that readers see.
  func title(in language: LanguageTag) -> String { title?.text(in: language) ?? id.value }

  /// Who offers the service, with the country if it is known.
  func providerName(strings: UIStrings) -> String {
    guard let name = provider.name else { return title(in: strings.language) }
    guard let code = provider.country else { return name }
    let country = PolicyWords.country(code, in: strings.language) ?? code
    return strings.text("consent_provider", ["name": name, "country": country])
  }
}

extension UIStrings {
  /// How long something stays on a device, in the words of the cookie table.
  func duration(of item: StoredItem) -> String {
    let time = duration(of: item.keeping)
    return item.isRefreshed ? text("span_refreshed", ["time": time]) : time
  }

  private func duration(of lifetime: Retention) -> String {
    switch lifetime {
    case .session: text("span_session")
    case .untilErased: text("span_untilErased")
    case .criteria(let words): words.text(in: language)
    case .period(let period): duration(of: period)
    }
  }

  private func duration(of period: CalendarPeriod) -> String {
    let parts = [
      ("span_years", period.years), ("span_months", period.months), ("span_weeks", period.weeks),
      ("span_days", period.days), ("span_hours", period.hours), ("span_minutes", period.minutes),
      ("span_seconds", period.seconds),
    ]
    return list(parts.filter { $0.1 > 0 }.map { plural($0.0, $0.1) })
  }
}
