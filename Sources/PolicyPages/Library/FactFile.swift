import CourseModel
import YAMLTree

/// Facts that policies state and Clevio looked up: ages, authorities, countries, browsers, rights.
///
/// They are dated data with their source, in `Facts/`; a declaration's own values come first.
struct FactFile: Sendable {
  let countries: [String: String]
  /// Whether the names of countries are in the language, and not in English.
  let namesCountries: Bool
  /// Ages of consent by country.
  let ages: [String: Int]
  let agesAsOf: CalendarDate?
  let browsers: [(name: String, url: String)]
  let californiaCategories: [CaliforniaCategory]
  private let authorities: [String: SupervisoryAuthority]

  /// A category of California's law.
  struct CaliforniaCategory: Sendable {
    var letter: String
    var title: LocalizedText
    var examples: LocalizedText
  }

  private static let cache = LanguageCache<FactFile>()

  /// Facts with names in a language, read once.
  static func shared(in language: LanguageTag) -> FactFile {
    cache.value(for: language) { FactFile(in: language) }
  }

  /// Facts with names in a language.
  init(in language: LanguageTag = .english) {
    let countries = FactFile.countries(in: language)
    self.countries = countries.mapValues(\.text)
    namesCountries = countries.values.allSatisfy { $0.language?.primary == language.primary }
    let ageFile = BuiltinYAML.root(of: "facts/ages.yml")
    var ages: [String: Int] = [:]
    for entry in FactFile.entries(ageFile, under: "countries") {
      let age = entry.value.text ?? entry.value["age"]?.text
      ages[entry.key.text ?? ""] = age.flatMap { Int($0) }
    }
    self.ages = ages
    agesAsOf = ageFile?["as_of"]?.text.flatMap(CalendarDate.init(parsing:))
    browsers = (BuiltinYAML.root(of: "facts/browsers.yml")?["browsers"]?.items ?? []).map { node in
      (
        node["name"]?.text ?? "",
        FactFile.localizedText(node["url"])?.text(in: language) ?? ""
      )
    }
    californiaCategories =
      FactFile.items(BuiltinYAML.root(of: "facts/ccpa.yml"), under: "categories").map { node in
        CaliforniaCategory(
          letter: node["letter"]?.text ?? "",
          title: FactFile.localizedText(node["title"]) ?? "",
          examples: FactFile.localizedText(node["examples"]) ?? "")
      }
    var authorities: [String: SupervisoryAuthority] = [:]
    let root = BuiltinYAML.root(of: "facts/authorities.yml")
    for entry in FactFile.entries(root, under: "authorities") {
      var authority = SupervisoryAuthority()
      authority.name = FactFile.localizedText(entry.value["name"])?.text(in: language)
      authority.url = FactFile.localizedText(entry.value["url"])?.text(in: language)
      authorities[entry.key.text ?? ""] = authority
    }
    self.authorities = authorities
  }

  /// Who hears complaints: as declared, else the authority of the operator's country.
  func supervisor(of legal: LegalDeclaration) -> SupervisoryAuthority? {
    let owner = legal.operator
    return owner?.supervisoryAuthority ?? owner?.address?.country.flatMap { authorities[$0] }
  }

  /// The rights that people have under the rules that apply, by their names.
  func rights(under legal: LegalDeclaration, conditions: PolicyConditions) -> [String] {
    var rights: [String] = []
    let root = BuiltinYAML.root(of: "facts/rights.yml")
    for group in FactFile.entries(root, under: "rights") where conditions[group.key.text ?? ""] {
      for name in group.value.items ?? [] {
        let id = name.text ?? name["id"]?.text ?? ""
        if !rights.contains(id) { rights.append(id) }
      }
    }
    return rights
  }

  /// A language by its tag, in its own words where they are known.
  func name(of tag: LanguageTag) -> String {
    let root = BuiltinYAML.root(of: "theme/strings/\(tag.primary).yml")
    return root?["language_name"]?.text ?? tag.text
  }

  /// The names of countries in a language, by their codes.
  private static func countries(in language: LanguageTag) -> [String: LocalizedText.Variant] {
    var countries: [String: LocalizedText.Variant] = [:]
    let root = BuiltinYAML.root(of: "facts/countries.yml")
    for entry in entries(root, under: "countries") {
      countries[entry.key.text ?? ""] = localizedText(entry.value)?.variant(for: language)
    }
    return countries
  }

  /// One text, or texts by language.
  static func localizedText(_ node: YAMLNode?) -> LocalizedText? {
    guard let node else { return nil }
    if let text = node.text { return LocalizedText(text) }
    let texts = (node.entries ?? []).compactMap { entry -> (language: LanguageTag, text: String)? in
      guard let tag = LanguageTag(entry.key.text ?? ""), let text = entry.value.text else {
        return nil
      }
      return (tag, text)
    }
    return texts.isEmpty ? nil : LocalizedText(texts)
  }

  private static func entries(_ root: YAMLNode?, under key: String) -> [YAMLEntry] {
    root?[key]?.entries ?? []
  }

  private static func items(_ root: YAMLNode?, under key: String) -> [YAMLNode] {
    root?[key]?.items ?? []
  }
}
