import CourseModel
import Diagnostics
import YAMLTree

extension Field<LegalOperator> {
  static let legalOperator: [Field] = [
    .located("name", "The name of the person or enterprise") { $0.name = $1 },
    .text("trade_name", "The name under which it trades") { $0.tradeName = $1 },
    .text("legal_form", "The legal form, such as GmbH") { $0.legalForm = $1 },
    .record(
      "address", "Where letters arrive", fields: Field<PostalAddress>.address,
      of: PostalAddress(), { $0.address = $1 }),
    .mail("email", "The mail address") { $0.email = $1 },
    .text("phone", "The telephone number") { $0.phone = $1 },
    .record(
      "register", "The entry in a public register", fields: Field<TradeRegister>.register,
      of: TradeRegister(), { $0.register = $1 }),
    .text("vat_id", "The VAT number") { $0.vatID = $1 },
    .text("authority", "The authority that licenses the trade") { $0.authority = $1 },
    .choice("enterprise_size", "How large the enterprise is", of: EnterpriseSize.self) {
      $0.size = $1
    },
    .text("eu_representative", "Name and address of the representative in the EU") {
      $0.representativeInEU = $1
    },
    .text("uk_representative", "Name and address of the representative in the UK") {
      $0.representativeInUK = $1
    },
    .record(
      "supervisory_authority", "Who hears complaints about data protection",
      fields: Field<SupervisoryAuthority>.authority, of: SupervisoryAuthority(),
      { $0.supervisoryAuthority = $1 }),
  ]
}

extension Field<PostalAddress> {
  static let address: [Field] = [
    .text("street", "Street and number") { $0.street = $1 },
    .text("postal_code", "Postal code") { $0.postalCode = $1 },
    .text("city", "City") { $0.city = $1 },
    .text("region", "State or region") { $0.region = $1 },
    .country("country", "Country") { $0.country = $1 },
  ]
}

extension Field<TradeRegister> {
  static let register: [Field] = [
    .text("name", "The register's name") { $0.name = $1 },
    .text("number", "The number in it") { $0.number = $1 },
  ]
}

extension Field<SupervisoryAuthority> {
  static let authority: [Field] = [
    .text("name", "The authority's name") { $0.name = $1 },
    .webAddress("url", "Its address") { $0.url = $1.value },
  ]
}

extension Field<LegalContact> {
  static let contact: [Field] = [
    .record(
      "privacy", "Where questions and requests about data go", fields: privacy,
      of: LegalContact(),
      {
        $0.privacyEmail = $1.privacyEmail
        $0.privacyURL = $1.privacyURL
      }),
    .record(
      "dpo", "The data protection officer, or why there is none",
      fields: Field<DataProtectionOfficer>.officer, of: DataProtectionOfficer(),
      { $0.dataProtectionOfficer = $1 }),
    .mail("legal", "The mail address for legal matters") { $0.legal = $1.value },
    .mail("law_enforcement", "The mail address for authorities") { $0.lawEnforcement = $1.value },
    .mail("security", "The mail address for reports of holes") { $0.security = $1.value },
    .record(
      "dsa", "The points of contact of the Digital Services Act",
      fields: Field<DigitalServicesContact>.contact, of: DigitalServicesContact(),
      { $0.digitalServices = $1 }),
  ]

  private static let privacy: [Field] = [
    .mail("email", "A mail address") { $0.privacyEmail = $1.value },
    .webAddress("url", "The operator's own form for requests") { $0.privacyURL = $1.value },
  ]
}

extension Field<DataProtectionOfficer> {
  static let officer: [Field] = [
    .flag("appointed", "Whether there is one") { $0.isAppointed = $1 },
    .text("name", "The officer's name") { $0.name = $1 },
    .mail("email", "The officer's mail address") { $0.email = $1.value },
    .localized("reason", "Why there is none") { $0.reason = $1 },
  ]
}

extension Field<DigitalServicesContact> {
  static let contact: [Field] = [
    .mail("authorities", "For authorities") { $0.authorities = $1.value },
    .mail("users", "For users") { $0.users = $1.value },
    Field(
      name: "languages", summary: "In which languages", shape: .list(of: .languageTag)
    ) { $1.languages = $2.languages($0, for: "languages") },
  ]
}

extension Field<Audience> {
  static let audience: [Field] = [
    .locatedNumber("min_age", "The age from which learners may use the portal", in: 0...21) {
      $0.minimumAge = $1
    },
    .flag("directed_to_children", "Whether the portal is made for children under 13") {
      $0.isDirectedToChildren = $1
    },
    .locatedChoice("age_gate", "Where learners are asked for their age", of: AgeGate.self) {
      $0.ageGate = $1
    },
    Field(
      name: "age_of_consent", summary: "Ages by country, where they depart from the table",
      shape: .mapping(of: .text)
    ) { node, audience, decoding in
      guard let entries = node.entries else {
        decoding.error(
          "value-age-of-consent",
          "\"age_of_consent\" is \(quoted(node)), but takes ages by country",
          at: node, help: "write {AT: 14, DE: 16}")
        return
      }
      for entry in entries { decoding.age(entry, into: &audience.ageOfConsent) }
    },
  ]
}

extension Decoding {
  fileprivate mutating func age(_ entry: YAMLEntry, into ages: inout AgeOfConsent) {
    let key = entry.key.text ?? ""
    if key == "as_of" {
      guard let date = entry.value.text.flatMap(CalendarDate.init(parsing:)) else {
        return error(
          "value-as-of", "\"as_of\" is \(quoted(entry.value)), which is no day of the calendar",
          at: entry.value, help: "write the date as year-month-day, such as 2027-01-31")
      }
      ages.asOf = Located(date, at: position(of: entry.value))
      return
    }
    guard let age = entry.value.text.flatMap({ Int($0) }), (10...21).contains(age) else {
      return error(
        "value-age-of-consent",
        "the age of \"\(key)\" is \(quoted(entry.value)), but takes 10 to 21",
        at: entry.value, help: "write digits only, such as \(key): 16")
    }
    if key == "default" {
      ages.standard = age
    } else if let code = country(entry.key, for: "age_of_consent") {
      ages.countries[code] = age
    }
  }
}

extension Field<LinkedAccount> {
  static let linkedAccount: [Field] = [
    .text("provider", "Who has the account") { $0.provider = $1 },
    .words("data", "What comes from there") { $0.data = $1 },
    .words("scopes", "The permissions that are asked for") { $0.scopes = $1 },
    .webAddress("privacy_url", "The provider's privacy policy") { $0.privacyURL = $1.value },
  ]
}

extension Field<UserContent> {
  static let userContent: [Field] = [
    .flag("comments", "Whether learners can comment") { $0.hasComments = $1 },
    .flag("messages", "Whether learners can write to each other") { $0.hasMessages = $1 },
    .localized("moderation", "How it is looked after, or none") {
      $0.moderation = $1 == "none" ? nil : $1
    },
  ]
}
