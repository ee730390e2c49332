import CourseModel
import Diagnostics
import YAMLTree

extension Field<ProcessingPurpose> {
  static let purpose: [Field] = [
    .located("id", "The name that data and services refer to") { $0.id = $1 },
    .localized("title", "What readers see, as an order: Keep the site secure") { $0.title = $1 },
    .choice("basis", "Why the law allows it (article 6 of the GDPR)", of: LegalBasis.self) {
      $0.basis = $1
    },
    .localized("interest", "The interest, if that is the basis") { $0.interest = $1 },
    .localized("law", "The law that obliges, if that is the basis") { $0.law = $1 },
    .choice("category", "The category of consent", of: ConsentCategory.self) { $0.category = $1 },
    .choice("ccpa", "Whether it is a sale or sharing in California", of: CaliforniaDisclosure.self)
    {
      $0.california = $1
    },
  ]
}

extension Field<Profiling> {
  static let profiling: [Field] = [
    .flag("enabled", "Whether conclusions are drawn about people") { $0.isEnabled = $1 },
    .localized("logic", "How") { $0.logic = $1 },
    .localized("consequences", "What follows from them") { $0.consequences = $1 },
    .localized("human_review", "How a person looks at them") { $0.humanReview = $1 },
  ]
}

extension Field<PersonalData> {
  static let personalData: [Field] = [
    .located("id", "The name; server_logs is known") { $0.id = $1 },
    .localized("title", "What readers see") { $0.title = $1 },
    .words("fields", "What is in it, such as email") { $0.fields = $1 },
    .choice("source", "Where it comes from", of: DataSource.self) { $0.source = $1 },
    .choice("where", "Where it is", of: DataPlace.self) { $0.isOnDevice = $1 == .device },
    .texts("purposes", "The ids of purposes") { $0.purposes = $1 },
    .retention("retention", "How long it is kept: P14D, until_erased, or a rule", takesWords: true)
    {
      $0.retention = $1
    },
    .choices("ccpa", "Categories of California's law", of: CaliforniaCategory.self) {
      $0.californiaCategories = $1.map(\.rawValue)
    },
    .choice("required", "Whether people must give it", of: DataRequirement.self) {
      $0.requirement = $1
    },
    .texts("recipients", "The ids of recipients") { $0.recipients = $1 },
  ]
}

/// Where data is.
enum DataPlace: String, CaseIterable, Sendable {
  case device
  case server
}

/// A category of personal information (California Civil Code §1798.140(v)(1), as the forms letter them).
enum CaliforniaCategory: String, CaseIterable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
  case f = "F"
  case g = "G"
  case h = "H"
  case i = "I"
  case j = "J"
  case k = "K"
  case l = "L"
}

extension Field<Recipient> {
  static let recipient: [Field] = [
    .located("id", "The name that data and transfers refer to") { $0.id = $1 },
    .text("name", "What readers see") { $0.name = $1 },
    .choice("role", "What it is in the words of the GDPR", of: RecipientRole.self) { $0.role = $1 },
    .country("country", "Where it is") { $0.country = $1 },
    .texts("purposes", "The ids of purposes") { $0.purposes = $1 },
    .flag("dpa", "Whether there is a contract by article 28 of the GDPR") {
      $0.hasProcessingContract = $1
    },
    .webAddress("privacy_url", "Its privacy policy") { $0.privacyURL = $1.value },
  ]
}

extension Field<DataTransfer> {
  static let transfer: [Field] = [
    .located("recipient", "The id of a recipient or a service") { $0.recipient = $1 },
    .country("country", "Where the data goes") { $0.country = $1 },
    .choice("mechanism", "What makes it lawful", of: TransferMechanism.self) { $0.mechanism = $1 },
    .text("instrument", "The instrument's name, such as EU-US DPF") { $0.instrument = $1 },
    .date("as_of", "The day on which it was looked up") { $0.asOf = $1.value },
    .webAddress("copy", "Where a copy can be had") { $0.copyURL = $1.value },
  ]
}

extension Field<LawEnforcement> {
  static let lawEnforcement: [Field] = [
    .flag("guide", "Whether there is a guide for authorities") { $0.hasGuide = $1 },
    .choices("grounds", "On what grounds data is handed over", of: DisclosureGround.self) {
      $0.grounds = $1
    },
    .flag("notify_users", "Whether learners are told") { $0.notifiesUsers = $1 },
    .number("requests_last_year", "How many requests there were", in: 0...1_000_000) {
      $0.requestsLastYear = $1
    },
  ]
}

extension Field<LearnerRights> {
  static let rights: [Field] = [
    .locatedNumber("response_days", "Within how many days requests are answered", in: 1...90) {
      $0.responseDays = $1
    },
    .choices("methods", "How requests are made", of: RequestMethod.self) { $0.methods = $1 },
    .webAddress("delete_url", "Where accounts are deleted") { $0.deleteURL = $1.value },
    .choice("verify", "How somebody who asks is known", of: RequestVerification.self) {
      $0.verification = $1
    },
    .flag("agents", "Whether others may ask in a learner's name") { $0.acceptsAgents = $1 },
  ]
}

extension Field<ConsentSettings> {
  static let consent: [Field] = [
    Field.locatedChoice("model", "What holds before a choice", of: ConsentModel.self) {
      $0.model = $1
    }
    .warning(
      "consent-model", where: { $0.model.value != .optIn },
      "the portal asks first all the same: nothing optional loads before a yes",
      help: "write model: opt-in"),
    Field.records(
      "regions", "Another model for some regions", fields: Field<ConsentRegion>.region,
      of: ConsentRegion(), { $0.regions = $1 }
    )
    .warning(
      "consent-model", where: { !$0.regions.isEmpty },
      "a page cannot know where it is read, so that the strictest model holds everywhere",
      help: "remove regions:"),
    .choice("fallback", "What holds where the region is not known", of: RegionFallback.self) {
      _, _ in
    },
    .record(
      "lifetime", "How long a choice is kept", fields: lifetime, of: ConsentSettings(),
      {
        $0.acceptLifetime = $1.acceptLifetime
        $0.rejectLifetime = $1.rejectLifetime
      }),
    .period("reask_after_reject", "How long who said no is not asked again") {
      $0.askAgainAfterReject = $1
    },
    .choice("gpc", "Whether Global Privacy Control is honoured", of: SignalHandling.self) {
      $0.honoursGlobalPrivacyControl = $1 == .honour
    },
    .choice("dnt", "Whether Do Not Track is honoured", of: SignalHandling.self) {
      $0.honoursDoNotTrack = $1 == .honour
    },
    .record(
      "layout", "Where the question stands", fields: layout, of: ConsentSettings(),
      { $0.position = $1.position }),
    .choice("revision", "When is asked again", of: RevisionRule.self) { _, _ in },
    .record(
      "proof", "What proves that consent was asked for", fields: proof,
      of: ConsentSettings(),
      {
        $0.publishesProof = $1.publishesProof
        $0.proofEndpoint = $1.proofEndpoint
        $0.offersReceipt = $1.offersReceipt
      }),
    .record(
      "withdraw", "What happens when consent is withdrawn", fields: withdrawal,
      of: ConsentSettings(),
      {
        $0.reloadsAfterWithdrawal = $1.reloadsAfterWithdrawal
        $0.storageClearedAfterWithdrawal = $1.storageClearedAfterWithdrawal
      }),
  ]

  private static let lifetime: [Field] = [
    .period("accept", "Of a yes") { $0.acceptLifetime = $1 },
    .period("reject", "Of a no") { $0.rejectLifetime = $1 },
  ]

  private static let layout: [Field] = [
    .choice("position", "At the top or the bottom of pages", of: BannerPosition.self) {
      $0.position = $1
    },
    Field(
      name: "buttons", summary: "reject, accept and settings: none of them can be left out",
      shape: .list(of: .choice(BannerButton.allCases.map(\.rawValue)))
    ) { node, _, decoding in
      let names = Set((node.items ?? [node]).compactMap(\.text))
      guard names != Set(BannerButton.allCases.map(\.rawValue)) else { return }
      decoding.error(
        "consent-buttons", "the banner has the buttons reject, accept and settings, and no others",
        at: node, help: "write [reject, accept, settings], or remove the line")
    },
  ]

  private static let proof: [Field] = [
    .flag("artefact", "Whether what was asked is published") { $0.publishesProof = $1 },
    .webAddress("endpoint", "Where records are sent") { $0.proofEndpoint = $1.value },
    .flag("receipt", "Whether learners can save a record") { $0.offersReceipt = $1 },
  ]

  private static let withdrawal: [Field] = [
    Field.flag("reload", "Whether the page loads anew") { $0.reloadsAfterWithdrawal = $1 }
      .warning(
        "consent-reload", where: { !$0.reloadsAfterWithdrawal },
        "the page loads anew all the same: nothing else stops a script that runs",
        help: "write reload: true"),
    .choices("clear", "What goes", of: ClearedStorage.self) {
      $0.storageClearedAfterWithdrawal = $1.flatMap(\.kinds)
    },
  ]
}

enum BannerButton: String, CaseIterable, Sendable { case reject, accept, settings }
enum RegionFallback: String, CaseIterable, Sendable { case strictest }
enum RevisionRule: String, CaseIterable, Sendable { case auto }
enum SignalHandling: String, CaseIterable, Sendable { case honour, ignore }

/// What can be cleared when consent is withdrawn.
enum ClearedStorage: String, CaseIterable, Sendable {
  case cookies, localStorage, sessionStorage, indexedDB, cacheStorage

  var kinds: [StorageKind] {
    switch self {
    case .cookies: [.cookie]
    case .localStorage: [.localStorage]
    case .sessionStorage: [.sessionStorage]
    case .indexedDB: [.indexedDB]
    case .cacheStorage: [.cacheStorage]
    }
  }
}

extension Field<ConsentRegion> {
  static let region: [Field] = [
    .words("match", "Codes such as US-CA") { $0.codes = $1 },
    .choice("model", "What holds before a choice", of: ConsentModel.self) { $0.model = $1 },
    .flag("gpc", "Whether Global Privacy Control is honoured") {
      $0.honoursGlobalPrivacyControl = $1
    },
  ]
}
