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
    var purpose: String
    var sends: String
    var privacyURL: String
    var policy: String
    var items: [Item]

    static let fields: [TemplateField<Entry>] = [
      .text("id") { $0.id }, .text("category") { $0.category }, .text("title") { $0.title },
      .text("provider") { $0.provider }, .text("purpose") { $0.purpose },
      .text("sends") { $0.sends }, .text("privacy_url") { $0.privacyURL },
      .text("policy") { $0.policy }, .list("items") { $0.items },
      .flag("has_items") { !$0.items.isEmpty },
    ]
  }

  /// Something that a service keeps on the device.
  struct Item: TemplateModel {
    var name: String
    var duration: String
    var purpose: String

    static let fields: [TemplateField<Item>] = [
      .text("name") { $0.name }, .text("duration") { $0.duration },
      .text("purpose") { $0.purpose },
    ]
  }
}

extension ConsentChoices {
  /// The dialogs about the services of a portal.
  init(
    _ services: [Service], settings: ConsentSettings, asksAge: Bool, cookiesURL: [UInt8],
    strings: UIStrings
  ) {
    self.strings = strings
    self.asksAge = asksAge
    self.cookiesURL = cookiesURL
    asks = services.contains { $0.effectiveCategory.isOptional }
    offersReceipt = settings.offersReceipt
    categories = ConsentCategory.allCases.compactMap { category in
      let own = services.filter { $0.effectiveCategory == category }
      guard category == .necessary || !own.isEmpty else { return nil }
      return Category(
        id: category.rawValue, title: strings.text("category_\(category.rawValue)"),
        text: strings.text("category_\(category.rawValue)_text"),
        isNecessary: category == .necessary,
        services: own.map { Entry($0, strings: strings) })
    }
  }
}

extension ConsentChoices.Entry {
  fileprivate init(_ service: Service, strings: UIStrings) {
    let language = strings.language
    id = service.id.value
    category = service.effectiveCategory.rawValue
    title = service.title(in: language)
    provider = service.providerName(strings: strings)
    purpose = service.purpose?.text(in: language) ?? ""
    sends =
      service.receives.map { strings.text("consent_receives", ["data": $0.text(in: language)]) }
      ?? ""
    privacyURL = service.provider.privacyURL ?? ""
    policy = strings.text("consent_privacy_of", ["name": service.provider.name ?? title])
    items = service.storage.map { item in
      ConsentChoices.Item(
        name: item.name?.value ?? "", duration: strings.duration(of: item.lifetime ?? .session),
        purpose: item.purpose?.text(in: language) ?? "")
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
  /// How long something is kept, in words.
  func duration(of lifetime: Retention) -> String {
    switch lifetime {
    case .session: return text("span_session")
    case .untilErased: return text("span_untilErased")
    case .criteria(let words): return words.text(in: language)
    case .period(let period):
      if period.years > 0, period.months + period.weeks + period.days == 0 {
        return plural("span_years", period.years)
      }
      if period.months > 0, period.weeks + period.days == 0 {
        return plural("span_months", period.years * 12 + period.months)
      }
      return plural("span_days", period.inDays)
    }
  }
}
