import CourseModel
import Diagnostics
import YAMLTree

extension Field<LegalDeclaration> {
  /// The keys of `legal.yml`.
  static let legal: [Field] = people + processing + business + [documents] + form

  private static let people: [Field] = [
    .texts("jurisdictions", "The rules that apply: eu, uk, us-ca, or a country's code") {
      $0.jurisdictions = $1
    },
    .record(
      "targeting", "Whom the portal addresses", fields: targeting,
      of: LegalDeclaration(),
      {
        $0.targetCountries = $1.targetCountries
        $0.targetLanguages = $1.targetLanguages
      }),
    .record(
      "operator", "Who runs the portal and answers for it",
      fields: Field<LegalOperator>.legalOperator,
      at: LegalOperator.init(at:), { $0.operator = $1 }),
    .record(
      "contact", "Where people and authorities turn to", fields: Field<LegalContact>.contact,
      of: LegalContact(), { $0.contact = $1 }),
    .record(
      "audience", "Whom the portal is for, by age", fields: Field<Audience>.audience,
      of: Audience(), { $0.audience = $1 }),
    .record(
      "accounts", "Whether learners have accounts", fields: accounts,
      of: LegalDeclaration(), { $0.hasAccounts = $1.hasAccounts }),
    .records(
      "linked_accounts", "Other services' accounts that can be linked",
      fields: Field<LinkedAccount>.linkedAccount, of: LinkedAccount(), { $0.linkedAccounts = $1 }),
    .record(
      "ugc", "What learners can write for others", fields: Field<UserContent>.userContent,
      of: UserContent(), { $0.userContent = $1 }),
  ]

  private static let processing: [Field] = [
    .records(
      "purposes", "What data is used for", fields: Field<ProcessingPurpose>.purpose,
      at: ProcessingPurpose.init(at:), { $0.purposes = $1 }),
    .record(
      "profiling", "Whether conclusions are drawn about people", fields: Field<Profiling>.profiling,
      of: Profiling(), { $0.profiling = $1 }),
    .records(
      "data", "The data about people that there is", fields: Field<PersonalData>.personalData,
      at: PersonalData.init(at:), { $0.data = $1 }),
    .localized("sensitive_data", "Special categories of data, or none") {
      $0.sensitiveData = $1 == "none" ? nil : $1
    },
    .records(
      "recipients", "Whom data is handed to", fields: Field<Recipient>.recipient,
      at: Recipient.init(at:), { $0.recipients = $1 }),
    .records(
      "transfers", "Data that leaves the EEA", fields: Field<DataTransfer>.transfer,
      at: DataTransfer.init(at:), { $0.transfers = $1 }),
    .record(
      "law_enforcement", "How requests of authorities are answered",
      fields: Field<LawEnforcement>.lawEnforcement, of: LawEnforcement(),
      { $0.lawEnforcement = $1 }),
    .record(
      "sale", "Whether data is sold or shared in the sense of California's law", fields: sale,
      of: LegalDeclaration(),
      {
        $0.sells = $1.sells
        $0.shares = $1.shares
      }),
    .record(
      "rights", "How requests of learners are answered", fields: Field<LearnerRights>.rights,
      of: LearnerRights(), { $0.rights = $1 }),
    .records(
      "services", "Services of others that pages use", fields: Field<Service>.declaredService,
      from: { Field.service(of: $0, $1) }, { $0.services = $1.map(\.namingHosts) }),
    .records(
      "storage", "What the portal keeps on devices beside what its scripts do",
      fields: Field<StoredItem>.storedItem, at: StoredItem.init(at:), { $0.storage = $1 }),
    .record(
      "consent", "How consent is asked for and kept", fields: Field<ConsentSettings>.consent,
      of: ConsentSettings(), { $0.consent = $1 }),
  ]

  private static let business: [Field] = [
    .record(
      "api", "What the public interface for programs tells", fields: Field<PublicInterface>.api,
      of: PublicInterface(), { $0.publicAPI = $1 }),
    .record(
      "social", "How pages can be passed on", fields: Field<SocialSharing>.social,
      of: SocialSharing(), { $0.sharing = $1 }),
    .record(
      "media", "What pictures lose", fields: media, of: LegalDeclaration(),
      { $0.stripsPhotoMetadata = $1.stripsPhotoMetadata }),
    .record(
      "email", "What is sent by mail", fields: Field<MailSettings>.email,
      of: MailSettings(), { $0.email = $1 }),
    .record(
      "commerce", "How the portal sells", fields: Field<Commerce>.commerce,
      of: Commerce(), { $0.commerce = $1 }),
    .record(
      "accessibility", "What is said of the portal's accessibility",
      fields: Field<AccessibilityStatement>.accessibility,
      of: AccessibilityStatement(), { $0.accessibility = $1 }),
    .record(
      "dsa", "Whether learners' content is stored for them", fields: digitalServices,
      of: LegalDeclaration(), { $0.hosts = $1.hosts }),
    .record(
      "terms", "What the terms of use choose", fields: terms, of: LegalDeclaration(),
      { $0.chosenLaw = $1.chosenLaw }),
  ]

  private static let form: [Field] = [
    .locatedChoices("footer", "What the foot of every page leads to first", of: FooterEntry.self) {
      $0.footer = $1
    },
    .record(
      "check", "What checks pass over", fields: Field<CheckSettings>.check,
      of: CheckSettings(), { $0.check = $1 }),
    .number("schema", "The version of this form", in: 1...1) { _, _ in },
  ]

  private static let targeting: [Field] = [
    .countries("countries", "Countries") { $0.targetCountries = $1 },
    Field(name: "languages", summary: "Languages", shape: .list(of: .languageTag)) {
      $1.targetLanguages = $2.languages($0, for: "languages")
    },
  ]

  private static let accounts: [Field] = [
    .flag("enabled", "Whether learners have accounts") { $0.hasAccounts = $1 }
  ]

  private static let sale: [Field] = [
    .flag("sell", "Whether data is sold") { $0.sells = $1 },
    Field(name: "share", summary: "Whether data is shared for advertising", shape: .flag) {
      node, target, decoding in
      let position = decoding.position(of: node)
      let flag = Field<Located<Bool>>.flag("share", "") { $0.value = $1 }
      var shares = Located(false, at: position)
      flag.decode(node, &shares, &decoding)
      target.shares = shares
    },
  ]

  private static let media: [Field] = [
    .flag("strip_exif", "Whether pictures lose place, time and camera") {
      $0.stripsPhotoMetadata = $1
    }
  ]

  private static let digitalServices: [Field] = [
    .flag("hosting", "Whether learners' content is stored for them") { $0.hosts = $1 }
  ]

  private static let terms: [Field] = [
    .localized("law", "The law that the terms choose, such as France") { $0.chosenLaw = $1 }
  ]

  /// A service as the catalogue knows it under the id that an entry names, else one of which nothing is known.
  private static func service(of node: YAMLNode, _ decoding: Decoding) -> Service {
    let id = Located(
      node["id"]?.text ?? "", at: decoding.position(of: node["id"] ?? node))
    var service = ServiceCatalogue.service(named: id.value) ?? Service(id: id)
    service.id = id
    return service
  }

  private static let documents = Field(
    name: "documents", summary: "The documents' versions, dates and own words",
    shape: .record(
      PolicyDocument.allCases.map {
        KeyDescription(
          name: $0.rawValue, summary: "The document \($0.slug).html",
          shape: .record(fields: Field<DocumentDeclaration>.document))
      })
  ) { node, legal, decoding in
    let fields = PolicyDocument.allCases.map { document in
      Field<LegalDeclaration>.record(
        document.rawValue, "", fields: Field<DocumentDeclaration>.document,
        at: DocumentDeclaration.init(at:), { $0.documents[document] = $1 })
    }
    decoding.decode(node, into: &legal, by: fields, of: "\"documents\"")
  }
}

extension Decoding {
  /// A list of languages.
  mutating func languages(_ node: YAMLNode, for name: String) -> [LanguageTag] {
    (node.items ?? [node]).compactMap { item in
      if let tag = item.text.flatMap({ LanguageTag($0) }) { return tag }
      error(
        Diagnostic.ID(ofKey: name), "\(quoted(item)) names no language", at: item,
        help: "write a BCP 47 tag such as en, de or pt-BR")
      return nil
    }
  }
}
