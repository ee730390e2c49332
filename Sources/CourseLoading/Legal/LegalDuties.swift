import CourseModel
import Diagnostics

/// What follows from something that is declared, and is not declared itself.
struct LegalDuties {
  private let legal: LegalDeclaration

  init(of legal: LegalDeclaration) { self.legal = legal }

  var findings: [Diagnostic] {
    providers + sources + advertising + wildcards
      + [accounts, userContent, parentsNotice, youngLearners].compactMap(\.self)
  }

  /// Readers of a table of services must be able to see what the provider says itself.
  private var providers: [Diagnostic] {
    legal.services.filter { service in
      let provider = service.provider
      // What the operator runs is told of in the portal's own policy.
      return provider.privacyURL == nil && provider.name != nil && !provider.isOperator
    }.map { service in
      Diagnostic(
        "service-privacy", .warning,
        "the provider of \"\(service.id.value)\" has no privacy policy that readers can be led to",
        at: service.id.position, help: "write provider: {privacy_url: …}")
    }
  }

  /// Article 14(2)(f) of the GDPR.
  private var sources: [Diagnostic] {
    guard legal.linkedAccounts.isEmpty else { return [] }
    return legal.data.filter { $0.source == .thirdParty }.compactMap(\.id).map { id in
      Diagnostic(
        "gdpr-14-source", .warning,
        "\"\(id.value)\" comes from somebody else, and it is not said from whom", at: id.position,
        help: "write linked_accounts: with the company, or another source: for the data")
    }
  }

  /// Article 28(2) of the Digital Services Act.
  private var advertising: [Diagnostic] {
    guard legal.audience.isDirectedToChildren else { return [] }
    return legal.services.filter { $0.effectiveCategory == .marketing }.map { service in
      Diagnostic(
        "age-ads", .warning,
        "\"\(service.id.value)\" makes profiles for advertising, and the portal is for children",
        at: service.id.position, help: "remove the service")
    }
  }

  /// A notice to parents names who can be reached in which ways (16 CFR §312.4(d)(1)).
  private var parentsNotice: Diagnostic? {
    let isAmerican =
      legal.jurisdictions.contains { $0.value == "us-ca" } || legal.targetCountries.contains("US")
    guard legal.audience.isDirectedToChildren, isAmerican, let owner = legal.operator else {
      return nil
    }
    let missing = [
      owner.address?.isComplete == true ? nil : "postal address",
      owner.phone == nil ? "phone number" : nil, owner.email == nil ? "mail address" : nil,
    ].compactMap(\.self)
    guard !missing.isEmpty else { return nil }
    return Diagnostic(
      "age-notice", .warning,
      "the notice to parents lacks the operator's \(missing.joined(separator: " and "))",
      at: owner.position, help: "write address:, phone: and email: under operator:")
  }

  /// Children must be old enough for what is made for them.
  private var youngLearners: Diagnostic? {
    let audience = legal.audience
    guard audience.isDirectedToChildren, audience.isLimited, audience.askedAge >= 13 else {
      return nil
    }
    return Diagnostic(
      "age-audience", .warning,
      "the portal is for children, but learners must be at least \(audience.askedAge)",
      at: audience.minimumAge?.position ?? legal.position,
      help: "write a min_age: below 13, or take directed_to_children: true away")
  }

  /// A name of which nothing but `*` is known is the name of every item.
  private var wildcards: [Diagnostic] {
    (legal.services.flatMap(\.storage) + legal.storage).compactMap(\.name).filter { name in
      name.value.allSatisfy { $0 == "*" || $0 == "_" || $0 == "-" }
    }.map { name in
      Diagnostic(
        "cookie-wildcard", .warning, "\"\(name.value)\" does not tell which items are meant",
        at: name.position,
        help: "write the part of the names that is always the same, such as _ga_*")
    }
  }

  private var accounts: Diagnostic? {
    guard legal.hasAccounts, legal.rights.deleteURL == nil else { return nil }
    return Diagnostic(
      "rights-delete", .warning, "there are accounts, but no page on which one is deleted",
      at: legal.position, help: "write rights: {delete_url: …}")
  }

  /// Articles 11 and 12 of the Digital Services Act.
  private var userContent: Diagnostic? {
    let content = legal.userContent
    guard content.hasComments || content.hasMessages, legal.contact.digitalServices == nil else {
      return nil
    }
    return Diagnostic(
      "dsa-contact", .warning,
      "learners publish words of their own, but nobody is named to whom they and authorities turn",
      at: legal.position, help: "write contact: {dsa: {authorities: …, users: …}}")
  }
}
