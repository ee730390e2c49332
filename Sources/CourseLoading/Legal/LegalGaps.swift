import CourseModel
import Diagnostics
import Files

/// What a public portal, or one that sells, still lacks: told by `clevio check`.
struct LegalGaps {
  private let portal: Portal
  private let legal: LegalDeclaration
  private let isSelling: Bool
  /// Whether the rules of the European Union apply, which is so where nothing is said.
  private let isEuropean: Bool
  private let isBritish: Bool
  private var found: [Diagnostic] = []

  /// Looks at a portal with all its courses.
  init(of portal: Portal) {
    self.portal = portal
    legal = portal.legal ?? LegalDeclaration()
    let rules = Set(legal.jurisdictions.map(\.value))
    isEuropean = rules.isEmpty || rules.contains { $0 != "uk" && $0 != "us-ca" }
    isBritish = rules.contains("uk")
    isSelling =
      portal.legal?.commerce.isEnabled
      ?? portal.courses.contains { !$0.price.isFree && $0.visibility.isListed }
    guard isSelling || portal.settings.url != nil || portal.legal != nil else { return }
    guard portal.legal != nil else {
      if isSelling {
        missing(
          "the portal sells courses, but has no legal.yml", help: "clevio new legal writes one",
          at: portal.settings.position)
      } else if portal.settings.operatorName == nil {
        missing(
          "the portal is public, but does not say who runs it",
          help: "write operator: with a name, or a legal.yml with clevio new legal",
          at: portal.settings.position)
      }
      return
    }
    lookAtOperator()
    lookAtContacts()
    lookAtAudience()
    lookAtLanguages()
    if isSelling { lookAtShop() }
    if isEuropean || isBritish { lookAtTransfers() }
    lookAtServices()
    found += LegalDuties(of: legal).findings
    lookAtDocuments()
    found.append(
      Diagnostic(
        "legal-advice", .note, "the policies are made of templates, which are no legal advice",
        at: legal.position,
        help: "have them read by somebody who knows the law where you are"))
  }

  /// All of them.
  var all: [Diagnostic] { found }

  /// What is missing: a mistake where courses are sold, else good to know.
  private mutating func missing(
    _ message: String, help: String, at position: SourcePosition? = nil,
    severity: Diagnostic.Severity? = nil
  ) {
    let position = position ?? legal.operator?.position ?? legal.position
    found.append(
      Diagnostic(
        "legal-gap", severity ?? (isSelling ? .warning : .note), message, at: position, help: help))
  }

  private mutating func lookAtOperator() {
    let owner = legal.operator
    if owner?.address?.isComplete != true {
      missing(
        "the operator has no postal address",
        help: "write address: with street, postal_code, city and country")
    }
    if owner?.email == nil {
      missing("the operator has no mail address", help: "write email: under operator:")
    }
    // Article 27 of the GDPR.
    if isEuropean, let country = owner?.address?.country, isOutside(country),
      owner?.representativeInEU == nil
    {
      missing(
        "the operator is outside of the EU, and names no representative there",
        help: "write eu_representative: with a name and an address under operator:, "
          + "or other jurisdictions: if the portal addresses nobody in the EU", severity: .warning)
    }
    guard isSelling else { return }
    if owner?.phone == nil {
      missing("a shop must be reachable fast", help: "write phone: under operator:")
    }
    if owner?.vatID == nil {
      missing(
        "the imprint has no VAT number", help: "write vat_id: under operator:, if there is one",
        severity: .note)
    }
  }

  private mutating func lookAtContacts() {
    let officer = legal.contact.dataProtectionOfficer
    if isEuropean || isBritish, officer?.email == nil, officer?.isAppointed != false {
      missing(
        "it is not said whether there is a data protection officer",
        help: "write contact: dpo: {appointed: false, reason: …}, or name one", at: legal.position,
        severity: .note)
    }
    if legal.contact.security == nil {
      missing(
        "nobody is named for reports of holes", help: "write contact: security:",
        at: legal.position, severity: .note)
    }
  }

  private mutating func lookAtAudience() {
    for country in legal.targetCountries {
      let isMissing = country == "GB" ? !isBritish : !isOutside(country) && !isEuropean
      guard isMissing else { continue }
      missing(
        "the portal addresses \(country), whose rules are not among jurisdictions",
        help: "add \(country == "GB" ? "uk" : "eu") to jurisdictions", at: legal.position)
    }
    let languages = portal.settings.languages.map(\.primary)
    for language in legal.targetLanguages where !languages.contains(language.primary) {
      missing(
        "the portal addresses readers of \(language.text), but has no pages in that language",
        help: "add it to languages: in clevio.yml, or take it off targeting", at: legal.position,
        severity: .note)
    }
  }

  /// The languages that there are clauses in.
  private static let clauseLanguages = Set(
    BuiltinFiles.tree.subtree(RelativePath("clauses")).paths.compactMap {
      $0.parts.first.map { String($0) }
    })

  /// Readers are told what holds in words that they understand (article 12(1) of the GDPR).
  private mutating func lookAtLanguages() {
    let standard = portal.settings.language
    let known = LegalGaps.clauseLanguages
    let other = known.contains(standard.primary) ? standard.primary : "en"
    for reader in portal.settings.languages where !known.contains(reader.primary) {
      let missing = [PolicyDocument.privacy, .terms, .cookies].filter { document in
        !hasText(of: document, for: reader)
      }
      guard !missing.isEmpty else { continue }
      let ending = reader == standard ? "" : ".\(reader.text)"
      let files = missing.map { "policies/\($0.slug)\(ending).md" }
      self.missing(
        "readers of \"\(reader.text)\" get the policies in \"\(other)\"",
        help: "write \(files.joined(separator: ", "))", at: legal.position, severity: .warning)
    }
  }

  /// Whether the operator wrote a document in a language.
  private func hasText(of document: PolicyDocument, for reader: LanguageTag) -> Bool {
    if portal.pages.contains(where: { $0.slug == document.slug }) { return true }
    let file = legal.documents[document]?.source?.value ?? "policies/\(document.slug).md"
    let stem = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    var names = [reader.text, reader.text.lowercased(), reader.primary].map { "\(stem).\($0).md" }
    if reader.primary == portal.settings.language.primary { names.append(file) }
    return names.contains { name in
      RelativePath.root.resolving(name).map { portal.sources[$0] != nil } ?? false
    }
  }

  private mutating func lookAtShop() {
    if !legal.tellsOfOrders {
      missing(
        "it is not said what buyers give with an order",
        help:
          "write a purpose with basis: contract, and data: with id: order, its fields: and retention:",
        at: legal.position)
    }
    let takesOrders = legal.purposes.contains { $0.basis == .contract }
    let hasPayment = legal.services.contains { $0.kind == .payment }
    if takesOrders, legal.recipients.isEmpty, !hasPayment {
      missing(
        "it is not said who gets what buyers give",
        help: "write recipients: with who hosts the portal and who takes the payments",
        at: legal.position, severity: .note)
    }
    if isEuropean { lookAtEuropeanShop() }
    if isEuropean || isBritish {
      found += ConsumerRights(in: legal.commerce, language: portal.settings.language).findings
    }
    if !isEuropean, !isBritish, !portal.tellsOfRefunds {
      missing(
        "it is not said when buyers get their money back",
        help: "write commerce: {refunds: {days: …}}, or policies/withdrawal.md", at: legal.position)
    }
    if legal.chosenLaw == nil {
      missing(
        "the terms name no law", help: "write terms: {law: …}", at: legal.position, severity: .note)
    }
  }

  /// What the law of the European Union asks of shops, and no other of those that are known.
  private mutating func lookAtEuropeanShop() {
    let shop = legal.commerce
    if !shop.offersWithdrawal {
      missing(
        "buyers in the EU must find a function to withdraw",
        help: "write commerce: withdrawal: {function_url: …}", at: legal.position)
    }
    if shop.orderButton == nil {
      missing(
        "the words of the order button are not declared",
        help: "write commerce: order_button: Order with obligation to pay", at: legal.position,
        severity: .note)
    }
    if shop.joinsDisputeResolution == nil {
      missing(
        "it is not said whether you take part in dispute resolution",
        help: "write commerce: adr: {participates: false}", at: legal.position)
    }
    if shop.joinsDisputeResolution == false, legal.operator?.address?.country == "FR" {
      missing(
        "French law has traders offer consumers a mediator (Code de la consommation, L612-1)",
        help: "join one, and write commerce: adr: {participates: true}", at: legal.position)
    }
    if legal.accessibility == nil, legal.operator?.size != .micro {
      missing(
        "a shop needs an accessibility statement",
        help: "write accessibility:, or operator: enterprise_size: micro", at: legal.position)
    }
  }

  // MARK: Data that leaves the EEA

  private mutating func lookAtTransfers() {
    for recipient in legal.recipients
    where recipient.role == .processor && recipient.hasProcessingContract != true {
      guard let id = recipient.id else { continue }
      missing(
        "it is not said whether \"\(id.value)\" works under a contract by article 28 of the GDPR",
        help: "write dpa: true once there is one", at: id.position, severity: .note)
    }
    for transfer in legal.unexplainedTransfers {
      let (id, country) = (transfer.id, transfer.countries[0])
      found.append(
        Diagnostic(
          "gdpr-13-1f", .warning,
          "data goes to \"\(id.value)\" in \(country), outside the EEA, and no transfer says on what ground",
          at: id.position,
          help: "add to transfers: {recipient: \(id.value), country: \(country), mechanism: …}"))
    }
  }

  private func isOutside(_ country: String) -> Bool {
    !Jurisdiction.countries.contains(country.lowercased())
  }

  private mutating func lookAtServices() {
    for service in legal.services {
      if service.isFromCatalogue, service.verified == nil {
        found.append(
          Diagnostic(
            "service-unverified", .note,
            "what the catalogue says of \"\(service.id.value)\" could not be checked",
            at: service.id.position,
            help: service.factSource.map { "compare it with \($0)" }
              ?? "compare it with what the provider says"))
      }
      for item in service.storage {
        guard case .period(let period)? = item.lifetime, period.inDays > 396 else { continue }
        found.append(
          Diagnostic(
            "cookie-duration", .note,
            "\"\(item.name?.value ?? "")\" of \"\(service.id.value)\" stays \(period.isoText), more than 13 months",
            at: service.id.position, help: "shorten it in the service's settings, if you can"))
      }
    }
  }

  private mutating func lookAtDocuments() {
    for document in PolicyDocument.allCases {
      guard let declared = legal.documents[document] else { continue }
      guard let change = declared.changes.first, change.level == .material else { continue }
      var notice = change.noticeDays ?? 14
      if let announced = change.date?.value, let effective = declared.effective?.value,
        change.version.map({ $0.value > 1 }) == true
      {
        notice = min(notice, effective.daysSince1970 - announced.daysSince1970)
      }
      if notice < 14 {
        found.append(
          Diagnostic(
            "policy-notice", .note, "an important change is announced less than 14 days before",
            at: change.position,
            help: "write notice_days: 14, and an effective: day at least 14 days after its date"))
      }
    }
    let isCalifornian = legal.jurisdictions.contains { $0.value == "us-ca" }
    if isCalifornian, let updated = legal.documents[.privacy]?.updated,
      let limit = CalendarDate(
        year: portal.today.year - 1, month: portal.today.month, day: min(28, portal.today.day)),
      updated.value < limit
    {
      found.append(
        Diagnostic(
          "policy-age", .warning,
          "California expects the privacy policy to be looked at every year",
          at: updated.position, help: "look at it, and make a new version"))
    }
  }
}
