import CourseModel
package import Templates

extension PolicySource: TemplateModel {
  package static let fields: [TemplateField<PolicySource>] = texts + lists

  private static let texts: [TemplateField<PolicySource>] = [
    .record("if") { $0.conditions },
    .slots(
      "portal",
      [Slot("title", { $0.portal.settings.title }), Slot("url", { $0.portal.settings.url })]),
    .slot("today_year") { String($0.portal.today.year) },
    .slots("pages", pages), .slots("operator", owner), .slots("contact", contact),
    .slots(
      "supervisor",
      [
        Slot("name", { $0.facts.supervisor(of: $0.legal)?.name }),
        Slot("url", { $0.facts.supervisor(of: $0.legal)?.url }),
      ]),
    .slots(
      "audience",
      [
        Slot("min_age", { String($0.legal.audience.askedAge) }),
        Slot("gate", { $0.words.known("age_gate", $0.legal.audience.ageGate.value.rawValue) }),
      ]),
    .slot("ages_as_of") { source in
      (source.legal.audience.ageOfConsent.asOf?.value ?? source.facts.agesAsOf)
        .map(source.words.interface.date)
    },
    .slot("gdpr") { $0.nameOfGDPR },
    .slot("sensitive_data") { $0.text($0.legal.sensitiveData) },
    .slots(
      "profiling",
      [
        Slot("logic", { $0.text($0.legal.profiling.logic) }),
        Slot("consequences", { $0.text($0.legal.profiling.consequences) }),
        Slot("human_review", { $0.text($0.legal.profiling.humanReview) }),
      ]),
    .slot("moderation") { $0.text($0.legal.userContent.moderation).droppingFullStop },
    .slots("share", [Slot("targets", { $0.words.list($0.offer.shareTargets) })]),
    .slot("open_transfers") { $0.openTransfers },
    .slot("services_joined") { $0.joinedTitles { _ in true } },
    .slot("sharing_joined") { $0.joinedTitles(\.isSharing) },
    .slots(
      "consent",
      [
        Slot("lifetime", { $0.words.duration($0.legal.consent.acceptLifetime.value) }),
        Slot("endpoint", { $0.legal.consent.proofEndpoint }),
      ]),
    .slots("rights", rights),
    .slots("email", [Slot("unsubscribe_url", { $0.legal.email.unsubscribeURL })]),
    .slots("shop", shop), .slots("terms", [Slot("law", { $0.text($0.legal.chosenLaw) })]),
    .slot("ccpa_not") { $0.words.list($0.otherCaliforniaTitles) },
    .slot("notice_days") { $0.words.count($0.noticeDays, of: "day") },
  ]

  private static let lists: [TemplateField<PolicySource>] = [
    .record("logs") { LogRow($0) }, .list("ages") { $0.ages },
    .list("purposes") { $0.purposeRows }, .list("data") { $0.dataRows },
    .list("recipients") { $0.recipientRows }, .list("transfers") { $0.transferRows },
    .list("linked_accounts") { $0.linkedAccountRows },
    .list("public_fields") { $0.publicFieldRows }, .list("groups") { $0.groups },
    .list("services") { $0.groups.flatMap(\.services) }, .list("requests") { $0.requestRows },
    .list("events") { source in
      source.legal.email.serviceEvents.map { TitleRow(title: source.words.word("event", $0)) }
    },
    .record("accessibility") { AccessibilityRow($0) }, .record("law") { LawRow($0) },
    .list("ccpa") { $0.californiaRows },
    .list("browsers") { $0.facts.browsers.map { LinkRow(name: $0.name, url: $0.url) } },
  ]

  private static let pages: [Slot] =
    PolicyDocument.allCases.map { document in
      Slot(document.rawValue, { $0.documents.contains(document) ? $0.address(document.slug) : "" })
    } + [
      Slot("home", { _ in "index.html" }),
      Slot("changes", { $0.offer.hasVersions ? $0.address("policies/changes") : "" }),
      Slot("feed", { $0.offer.hasFeed ? "policies/feed.xml" : "" }),
      Slot("api", { $0.legal.publicAPI.isPublic ? "api/v1/site.json" : "" }),
    ]

  private static let owner: [Slot] = [
    Slot("name", { $0.operatorName }), Slot("trade_name", { $0.legal.operator?.tradeName }),
    Slot("legal_form", { $0.legal.operator?.legalForm }),
    Slot("email", { $0.legal.operator?.email?.value }), Slot("phone", { $0.legal.operator?.phone }),
    Slot("vat_id", { $0.legal.operator?.vatID }),
    Slot("authority", { $0.legal.operator?.authority }),
    Slot("eu_representative", { $0.legal.operator?.representativeInEU }),
    Slot("uk_representative", { $0.legal.operator?.representativeInUK }),
    Slot(
      "register",
      { source in
        let register = source.legal.operator?.register
        return [register?.name, register?.number].compactMap(\.self).joined(separator: " ")
      }
    ),
    Slot("address", { $0.operatorAddress }), Slot("street", { $0.legal.operator?.address?.street }),
    Slot("postal_code", { $0.legal.operator?.address?.postalCode }),
    Slot("city", { $0.legal.operator?.address?.city }),
    Slot("country", { $0.words.country($0.legal.operator?.address?.country) }),
  ]

  private static let contact: [Slot] = [
    Slot("privacy", { $0.privacyMail }), Slot("form", { $0.legal.contact.privacyURL }),
    Slot("legal", { $0.legal.contact.legal ?? $0.legal.operator?.email?.value }),
    Slot("law_enforcement", { $0.legal.contact.lawEnforcement ?? $0.legal.operator?.email?.value }),
    Slot("security", { $0.legal.contact.security ?? $0.legal.operator?.email?.value }),
    Slot("dpo", { $0.legal.contact.dataProtectionOfficer?.email }),
    Slot("dpo_name", { $0.legal.contact.dataProtectionOfficer?.name }),
    Slot("dpo_reason", { $0.text($0.legal.contact.dataProtectionOfficer?.reason) }),
    Slot("dsa_authorities", { $0.legal.contact.digitalServices?.authorities }),
    Slot("dsa_users", { $0.legal.contact.digitalServices?.users }),
    Slot(
      "dsa_languages",
      { source in
        source.words.list(
          (source.legal.contact.digitalServices?.languages ?? []).map(source.name(of:)))
      }
    ),
  ]

  private static let rights: [Slot] = [
    Slot("days", { $0.words.count($0.legal.rights.responseDays?.value ?? 30, of: "days_within") }),
    Slot("delete_url", { $0.legal.rights.deleteURL }),
    Slot("verify", { $0.words.word("verify", $0.legal.rights.verification ?? .replyEmail) }),
  ]

  private static let shop: [Slot] = [
    Slot("currency", { source in source.words.list(source.currencies.map(\.code)) }),
    Slot("order_button", { $0.text($0.legal.commerce.orderButton?.value) }),
    Slot("withdrawal_days", { String($0.legal.commerce.withdrawalDays) }),
    Slot("conformity", { $0.text($0.legal.commerce.conformity) }),
    Slot(
      "refund_days",
      { source in
        source.legal.commerce.refundDays.map { source.words.count($0, of: "days_within") }
      }
    ),
    Slot(
      "withdrawal_url", { $0.legal.commerce.withdrawalURL ?? $0.legal.commerce.withdrawalEndpoint }),
  ]
}

/// A name in a record of slots, and the text for it.
struct Slot: Sendable {
  let name: String
  let read: @Sendable (PolicySource) -> String?

  init(_ name: String, _ read: @escaping @Sendable (PolicySource) -> String?) {
    self.name = name
    self.read = read
  }
}

extension TemplateField {
  /// Offers a text as it stands in Markdown; what is absent is empty, and not looked up further outward.
  static func slot(_ name: String, _ read: @escaping @Sendable (Model) -> String?) -> Self {
    .text(name) { MarkdownEscaping.escaped(read($0) ?? "") }
  }
}

extension TemplateField<PolicySource> {
  /// Offers a record of such texts.
  static func slots(_ name: String, _ slots: [Slot]) -> Self {
    .strings(name, names: slots.map(\.name)) { source in
      slots.map { MarkdownEscaping.escaped($0.read(source) ?? "") }
    }
  }
}
