import CourseModel
import Diagnostics
import YAMLTree

extension Field<PublicInterface> {
  static let api: [Field] = [
    .flag("public", "Whether it is written") { $0.isPublic = $1 },
    .choice("base", "Where it stands, always /api/v1/", of: InterfacePlace.self) { _, _ in },
    .record(
      "fields", "The fields that are public", fields: fields, of: PublicInterface(),
      {
        $0.courseFields = $1.courseFields
        $0.authorFields = $1.authorFields
      }),
  ]

  private static let fields: [Field] = [
    .texts("course", "Of courses") { $0.courseFields = $1 },
    .texts("author", "Of authors") { $0.authorFields = $1 },
  ]
}

extension Field<SocialSharing> {
  static let social: [Field] = [
    .texts("share", "The links that pages offer to be passed on by") { $0.targets = $1 },
    .choice("sdk", "Scripts of networks are never used", of: NetworkScripts.self) { _, _ in },
  ]
}

enum InterfacePlace: String, CaseIterable, Sendable { case version1 = "/api/v1/" }
enum NetworkScripts: String, CaseIterable, Sendable { case never }

extension Field<MailSettings> {
  static let email: [Field] = [
    .record(
      "marketing", "Letters that sell", fields: marketing, of: MailSettings(),
      {
        $0.hasMarketing = $1.hasMarketing
        $0.confirmsSubscription = $1.confirmsSubscription
        $0.unsubscribeURL = $1.unsubscribeURL
      }),
    .choices(
      "service_events", "Events that learners are written to about", of: ServiceEvent.self,
      orAs: \.nameInCommands
    ) {
      $0.serviceEvents = $1
    },
  ]

  private static let marketing: [Field] = [
    .flag("enabled", "Whether there are any") { $0.hasMarketing = $1 },
    .flag("double_opt_in", "Whether a subscription is confirmed by mail") {
      $0.confirmsSubscription = $1
    },
    .webAddress("unsubscribe_url", "Where they are given up") { $0.unsubscribeURL = $1.value },
  ]
}

extension Field<Commerce> {
  static let commerce: [Field] = [
    .flag("enabled", "Whether the portal sells") { $0.isEnabled = $1 },
    .locatedFlag("prices_include_vat", "Whether prices are what buyers pay") {
      $0.includesTax = $1
    },
    .currency("currency", "What prices are in") { $0.currency = $1 },
    Field(name: "order_button", summary: "The words of the order button", shape: .localizedText) {
      node, commerce, decoding in
      if let text = decoding.localizedText(node, for: "order_button") {
        commerce.orderButton = Located(text, at: decoding.position(of: node))
      }
    },
    .flag("immediate_access", "Whether buyers get at a course at once") {
      $0.grantsImmediateAccess = $1
    },
    .record(
      "withdrawal", "The right of withdrawal", fields: withdrawal, of: Commerce(),
      {
        $0.withdrawalTime = $1.withdrawalTime
        $0.withdrawalURL = $1.withdrawalURL
        $0.withdrawalEndpoint = $1.withdrawalEndpoint
        $0.hasModelForm = $1.hasModelForm
      }),
    .record(
      "refunds", "Money back beyond what the law asks", fields: refunds, of: Commerce(),
      {
        $0.refundDays = $1.refundDays
        $0.refundPolicy = $1.refundPolicy
      }),
    .record(
      "adr", "Alternative dispute resolution", fields: dispute, of: Commerce(),
      { $0.joinsDisputeResolution = $1.joinsDisputeResolution }),
    .localized("conformity", "The law on conformity that the terms name, in words") {
      $0.conformity = $1
    },
  ]

  private static let withdrawal: [Field] = [
    .locatedNumber("days", "Within how many days", in: 0...365) { $0.withdrawalTime = $1 },
    .webAddress("function_url", "The page on which buyers withdraw") {
      $0.withdrawalURL = $1.value
    },
    .webAddress("endpoint", "Where the form is sent") { $0.withdrawalEndpoint = $1.value },
    .flag("model_form", "Whether the model form is shown") { $0.hasModelForm = $1 },
  ]

  private static let refunds: [Field] = [
    .number("days", "Within how many days", in: 0...365) { $0.refundDays = $1 },
    .located("policy", "A Markdown file with the rules") { $0.refundPolicy = $1 },
  ]

  private static let dispute: [Field] = [
    .flag("participates", "Whether the operator takes part") { $0.joinsDisputeResolution = $1 }
  ]
}

extension Field<AccessibilityStatement> {
  static let accessibility: [Field] = [
    .text("standard", "The standard, such as WCAG 2.2 AA") { $0.standard = $1 },
    .choice("status", "How far it is met", of: AccessibilityStatus.self) { $0.status = $1 },
    .localizedList("gaps", "What is known not to be accessible") { $0.gaps = $1 },
    .text("feedback", "Whom to tell of barriers: a mail or web address") { $0.feedback = $1 },
    .date("reviewed", "When it was last looked at") { $0.reviewed = $1 },
  ]
}

extension Field<DocumentDeclaration> {
  static let document: [Field] = [
    Field(name: "version", summary: "The version, from 1 up", shape: .number(1...100_000)) {
      $1.version = $2.version($0) ?? $1.version
    },
    .date("effective", "The day from which the version holds") { $0.effective = $1 },
    .date("updated", "The day on which the text was last changed") { $0.updated = $1 },
    .located("source", "A Markdown file that replaces the text") { $0.source = $1 },
    Field(
      name: "generated", summary: "Whether the text is made of this file, as it is without source",
      shape: .flag
    ) { node, document, decoding in
      let position = decoding.position(of: node)
      let flag = Field.flag("generated", "") { $0.isGenerated = Located($1, at: position) }
      flag.decode(node, &document, &decoding)
    },
    .record(
      "sections", "Markdown files for the free places", fields: sections,
      at: DocumentDeclaration.init(at:),
      {
        $0.intro = $1.intro
        $0.more = $1.more
      }),
    .records(
      "changes", "What changed, the newest first", fields: Field<PolicyChange>.change,
      at: PolicyChange.init(at:), { $0.changes = $1 }),
  ]

  private static let sections: [Field] = [
    .located("intro", "At the beginning") { $0.intro = $1 },
    .located("more", "At the end") { $0.more = $1 },
  ]
}

extension Field<PolicyChange> {
  static let change: [Field] = [
    Field(name: "version", summary: "The version that came", shape: .number(1...100_000)) {
      $1.version = $2.version($0) ?? $1.version
    },
    .date("date", "The day of the change") { $0.date = $1 },
    .choice("level", "How much it matters", of: ChangeLevel.self) { $0.level = $1 },
    .localized("summary", "What changed, in plain words of at most 400 characters") {
      $0.summary = $1
    },
    .number("notice_days", "How many days before it is announced", in: 0...365) {
      $0.noticeDays = $1
    },
  ]
}

extension Decoding {
  fileprivate mutating func version(_ node: YAMLNode) -> Located<Int>? {
    guard let number = node.text.flatMap({ Int($0) }), (1...100_000).contains(number) else {
      error(
        "value-version", "\"version\" is \(quoted(node)), but takes a whole number from 1 up",
        at: node, help: "write digits only, such as version: 2")
      return nil
    }
    return Located(number, at: position(of: node))
  }
}
