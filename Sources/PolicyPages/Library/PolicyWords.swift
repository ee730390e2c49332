package import CourseModel
import YAMLTree

/// The words that values of a declaration have in a language.
package struct PolicyWords: Sendable {
  package let language: LanguageTag
  /// What the interface says in the language.
  package let interface: InterfaceWords
  private let groups: [String: [String: String]]
  private let plurals: [String: [String: String]]
  private let countries: [String: String]

  /// The words of a language that ``ClauseLibrary/languages`` names.
  package init(in language: LanguageTag, interface: InterfaceWords) {
    self.language = language
    self.interface = interface
    var groups: [String: [String: String]] = [:]
    var plurals: [String: [String: String]] = [:]
    let root = BuiltinYAML.root(of: "clauses/\(language.primary)/words.yml")
    for group in root?.entries ?? [] {
      let name = group.key.text ?? ""
      for word in group.value.entries ?? [] {
        let key = word.key.text ?? ""
        groups[name, default: [:]][key] = word.value.text
        for form in word.value.entries ?? [] {
          plurals["\(name).\(key)", default: [:]][form.key.text ?? ""] = form.value.text
        }
      }
    }
    self.groups = groups
    self.plurals = plurals
    countries = FactFile.shared(in: language).countries
  }

  /// The words for a name in a group; the name itself where there are none.
  func word(_ group: String, _ name: String) -> String { groups[group]?[name] ?? name }

  /// The words for a name in a group, if there are any.
  func known(_ group: String, _ name: String) -> String? { groups[group]?[name] }

  /// The words for a value, if there is one.
  func word(_ group: String, _ value: (some RawRepresentable<String>)?) -> String {
    value.map { word(group, $0.rawValue) } ?? ""
  }

  /// A country by its code; the code itself where the name is not known.
  func country(_ code: String?) -> String { code.map { countries[$0] ?? $0 } ?? "" }

  /// The name of a country, where its code is known and there are names in the language.
  package static func country(_ code: String, in language: LanguageTag) -> String? {
    let facts = FactFile.shared(in: language)
    return facts.namesCountries ? facts.countries[code] : nil
  }

  /// Texts as one, with commas and a last "and".
  func list(_ texts: [String]) -> String { interface.list(texts.filter { !$0.isEmpty }) }

  /// How long something is kept.
  func duration(_ retention: Retention) -> String {
    switch retention {
    case .period(let period): duration(period)
    case .session: word("duration", "session")
    case .untilErased: word("duration", "until_erased")
    case .criteria(let text): text.text(in: language)
    }
  }

  /// How long data is kept; what the operator has, learners cannot erase by themselves.
  func duration(of data: PersonalData) -> String? {
    data.retention.map { retention in
      retention.value == .untilErased && !data.isOnDevice
        ? word("duration", "until_asked") : duration(retention.value)
    }
  }

  /// How long something stays on a device.
  func duration(of item: StoredItem) -> String {
    let time = duration(item.keeping)
    return item.isRefreshed ? word("duration", "refreshed").replacing("{time}", with: time) : time
  }

  /// A period in words: `1 year and 6 months`.
  func duration(_ period: CalendarPeriod) -> String {
    let parts = [
      ("year", period.years), ("month", period.months), ("week", period.weeks),
      ("day", period.days), ("hour", period.hours), ("minute", period.minutes),
      ("second", period.seconds),
    ]
    return list(parts.filter { $0.1 > 0 }.map { count($0.1, of: $0.0) })
  }

  /// A number of a unit: `day`, or `days_within` for the days within which something is done.
  func count(_ number: Int, of unit: String) -> String {
    let forms = plurals["duration.\(unit)"] ?? [:]
    let form = forms[interface.pluralForm(number)] ?? forms["other"] ?? "{n} \(unit)"
    return form.replacing("{n}", with: String(number))
  }
}

/// What the interface says in one language, as pages of policies need it.
package struct InterfaceWords: Sendable {
  /// The words of a key, if there are any.
  package var text: @Sendable (String) -> String?
  /// Names joined with commas and a last "and".
  package var list: @Sendable ([String]) -> String
  /// A day in words.
  package var date: @Sendable (CalendarDate) -> String
  /// The form of plurals that a number takes (CLDR): `one`, `other`.
  package var pluralForm: @Sendable (Int) -> String

  /// Joins the ways to words.
  package init(
    text: @escaping @Sendable (String) -> String?,
    list: @escaping @Sendable ([String]) -> String,
    date: @escaping @Sendable (CalendarDate) -> String,
    pluralForm: @escaping @Sendable (Int) -> String
  ) {
    self.text = text
    self.list = list
    self.date = date
    self.pluralForm = pluralForm
  }
}
