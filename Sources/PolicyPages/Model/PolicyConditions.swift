import CourseLoading
import CourseModel
import Files
import Templates

/// What holds for a portal: the conditions that clauses name.
struct PolicyConditions: TemplateModel {
  private let values: [String: Bool]
  /// The documents that the portal has, in the order of ``PolicyDocument``.
  let documents: [PolicyDocument]

  /// The names of all conditions, ordered.
  static let names: [String] = PolicyConditions(
    Portal.empty, offer: PolicyOffer(), facts: FactFile()
  )
  .values.keys.sorted()

  static let fields: [TemplateField<PolicyConditions>] = names.map { name in
    .flag(name) { $0.values[name] ?? false }
  }

  /// Looks at a portal.
  init(_ portal: Portal, offer: PolicyOffer, facts: FactFile) {
    let legal = LegalDeclaration.told(of: portal)
    let isSelling = PolicyConditions.sells(portal)
    var values = PolicyConditions.places(legal)
    for group in [
      PolicyConditions.people(legal, portal, isSelling, facts), PolicyConditions.data(legal),
      PolicyConditions.services(legal), PolicyConditions.business(legal, portal, isSelling),
      PolicyConditions.offered(legal, offer),
    ] {
      values.merge(group) { $1 }
    }
    values["declared"] = portal.legal != nil
    // Laws of the European Union and of the United Kingdom grant it; elsewhere it is what the operator offers.
    let canWithdraw = isSelling && (values["gdpr"] == true || legal.commerce.offersWithdrawal)
    values["withdrawal_right"] = canWithdraw
    values["withdrawal_page"] = canWithdraw || isSelling && portal.tellsOfRefunds
    values["has_ccpa"] = !legal.californiaCategories.isEmpty
    self.values = values
    documents = PolicyConditions.documents(legal, values)
  }

  /// Whether a condition holds.
  subscript(_ name: String) -> Bool { values[name] ?? false }

  /// Whether all of a clause's conditions hold.
  func allow(_ clause: Clause) -> Bool {
    clause.conditions.allSatisfy { self[$0.name] == $0.isExpected }
  }

  /// Whether a portal sells courses.
  static func sells(_ portal: Portal) -> Bool {
    portal.legal?.commerce.isEnabled ?? portal.courses.contains { !$0.price.isFree }
  }

  private static func documents(_ legal: LegalDeclaration, _ values: [String: Bool])
    -> [PolicyDocument]
  {
    PolicyDocument.allCases.filter { document in
      switch document {
      case .privacy, .terms, .cookies, .help, .yourData: true
      case .lawEnforcement: values["declared"] == true && legal.lawEnforcement.hasGuide
      case .imprint: values["imprint"] == true
      case .withdrawal: values["withdrawal_page"] == true
      case .accessibility: values["accessibility"] == true
      case .california: values["california"] == true
      case .children: values["directed_to_children"] == true
      }
    }
  }

  private static func places(_ legal: LegalDeclaration) -> [String: Bool] {
    let names = legal.jurisdictions.map(\.value)
    let isEuropean = names.isEmpty || names.contains { $0 != "uk" && $0 != "us-ca" }
    return [
      "eu": isEuropean, "uk": names.contains("uk"), "california": names.contains("us-ca"),
      "gdpr": isEuropean || names.contains("uk"),
    ]
  }

  private static func people(
    _ legal: LegalDeclaration, _ portal: Portal, _ isSelling: Bool, _ facts: FactFile
  ) -> [String: Bool] {
    let (owner, contact) = (legal.operator, legal.contact)
    let officer = contact.dataProtectionOfficer
    let hasMail = contact.privacyEmail != nil || owner?.email != nil
    let methods = legal.rights.methods
    return [
      "address": owner?.address?.isComplete == true,
      "imprint": owner?.address != nil || isSelling,
      "contact_privacy": hasMail, "contact_form": contact.privacyURL != nil,
      "dpo": officer?.isAppointed != false && officer?.email != nil,
      "dpo_none": officer?.isAppointed == false,
      "representatives": owner?.representativeInEU != nil || owner?.representativeInUK != nil,
      "supervisor": facts.supervisor(of: legal)?.name != nil,
      "accounts": legal.hasAccounts, "linked_accounts": !legal.linkedAccounts.isEmpty,
      "directed_to_children": legal.audience.isDirectedToChildren,
      "min_age": legal.audience.isLimited,
      "age_rules": legal.audience.isLimited || legal.audience.isDirectedToChildren || isSelling,
      "age_gate": legal.audience.ageGate.value != .none,
      "rights_mail": hasMail && (methods.isEmpty || methods.contains(.email)),
      "rights_form": contact.privacyURL != nil && (methods.isEmpty || methods.contains(.form)),
      "agents": legal.rights.acceptsAgents, "enterprise_micro": owner?.size == .micro,
    ]
  }

  private static func data(_ legal: LegalDeclaration) -> [String: Bool] {
    let logs = legal.data.first { $0.id?.value == PersonalData.serverLogs }
    let bases = Set(legal.purposes.compactMap(\.basis))
    return [
      "logs": logs != nil,
      "logs_address": logs?.fields.contains { $0 == "ip" || $0 == "ip_truncated" } == true,
      "logs_full_address": logs?.fields.contains("ip") == true,
      "has_data": legal.data.contains(where: \.isCollected),
      "has_purposes": !legal.purposes.isEmpty,
      "has_grounds": !legal.purposes.isEmpty || !legal.services.isEmpty,
      "basis_consent": bases.contains(.consent) || !legal.optionalServices.isEmpty,
      "basis_contract": bases.contains(.contract),
      "basis_law": bases.contains(.legalObligation), "basis_task": bases.contains(.publicTask),
      "basis_vital": bases.contains(.vitalInterest),
      "direct_marketing": legal.email.hasMarketing
        || legal.purposes.contains { $0.category == .marketing }
        || legal.services.contains { $0.effectiveCategory == .marketing },
      "sensitive": legal.sensitiveData != nil, "profiling": legal.profiling.isEnabled,
      "has_recipients": !legal.recipients.isEmpty, "has_transfers": !legal.transfers.isEmpty,
      "open_transfers": !legal.unexplainedTransfers.isEmpty,
    ]
  }

  private static func services(_ legal: LegalDeclaration) -> [String: Bool] {
    let hasOptional = !legal.optionalServices.isEmpty
    func has(_ category: ConsentCategory) -> Bool {
      legal.services.contains { $0.effectiveCategory == category }
    }
    return [
      "has_services": !legal.services.isEmpty, "optional_services": hasOptional,
      "necessary_services": has(.necessary), "preferences": has(.preferences),
      "analytics": has(.analytics),
      "marketing": has(.marketing), "embeds": has(.embeds),
      "google": legal.services.contains(where: \.usesGoogleConsentMode), "sells": legal.isSelling,
      "shares": legal.isSharing, "sells_or_shares": legal.isSelling || legal.isSharing,
      "gpc": legal.consent.honoursGlobalPrivacyControl && hasOptional,
      "dnt": legal.consent.honoursDoNotTrack && hasOptional,
      "events_told": legal.services.contains(where: \.isToldOfEvents),
      "proof_endpoint": legal.consent.proofEndpoint != nil,
      "receipt": legal.consent.offersReceipt && hasOptional,
      "unverified": legal.services.contains { $0.isFromCatalogue && $0.verified == nil },
    ]
  }

  private static func business(_ legal: LegalDeclaration, _ portal: Portal, _ isSelling: Bool)
    -> [String: Bool]
  {
    let (shop, mail) = (legal.commerce, legal.email)
    // There a trader as such is free to take part or not; elsewhere, as in France, it may not be.
    let isUnbound = ["DE", "AT"].contains(legal.operator?.address?.country ?? "")
    return [
      "email_marketing": mail.hasMarketing,
      "double_opt_in": mail.hasMarketing && mail.confirmsSubscription,
      "unsubscribe": mail.hasMarketing && mail.unsubscribeURL != nil,
      "service_mail": !mail.serviceEvents.isEmpty,
      "shop": isSelling, "immediate_access": isSelling && shop.grantsImmediateAccess,
      "prices_with_tax": shop.pricesIncludeTax,
      "withdrawal_function": shop.offersWithdrawal,
      "model_form": shop.hasModelForm,
      "refunds": shop.refundDays != nil, "adr": shop.joinsDisputeResolution == true,
      "adr_none": shop.joinsDisputeResolution == false,
      "adr_unbound": isUnbound,
      "law_grounds": !legal.lawEnforcement.grounds.isEmpty,
      "notify_users": legal.lawEnforcement.notifiesUsers,
      "requests_counted": legal.lawEnforcement.requestsLastYear != nil,
      "accessibility": legal.accessibility != nil,
      "has_gaps": legal.accessibility?.gaps.isEmpty == false,
      "law_chosen": legal.chosenLaw != nil,
    ]
  }

  private static func offered(_ legal: LegalDeclaration, _ offer: PolicyOffer) -> [String: Bool] {
    let content = legal.userContent
    let hasContent = content.hasComments || content.hasMessages
    return [
      "public_fields": legal.publicAPI.isPublic, "share_links": !offer.shareTargets.isEmpty,
      "learning": OwnStorage.keepsLearning, "strips_photos": legal.stripsPhotoMetadata,
      "ugc": hasContent,
      "comments": content.hasComments, "messages": content.hasMessages,
      "moderation": content.moderation != nil, "hosting": legal.hosts || hasContent,
    ]
  }
}

extension Portal {
  /// A portal with nothing in it.
  fileprivate static let empty = Portal(
    settings: PortalSettings(), courses: [], authors: [], pages: [],
    today: CalendarDate(daysSince1970: 0), sources: FileTree())
}
