import CourseModel
import Diagnostics

/// What follows from something that is declared, and is not declared itself.
struct LegalDuties {
  private let legal: LegalDeclaration

  init(of legal: LegalDeclaration) { self.legal = legal }

  var findings: [Diagnostic] {
    providers + [accounts, userContent, orderButton].compactMap(\.self)
  }

  /// Readers of a table of services must be able to see what the provider says itself.
  private var providers: [Diagnostic] {
    legal.services.filter { $0.provider.privacyURL == nil && $0.provider.name != nil }.map {
      service in
      Diagnostic(
        "service-privacy", .warning,
        "the provider of \"\(service.id.value)\" has no privacy policy that readers can be led to",
        at: service.id.position, help: "write provider: {privacy_url: …}")
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

  /// Labels that do not say that an order costs money (directive 2011/83/EU, article 8(2)).
  private static let vagueLabels: Set = [
    "order", "order now", "register", "sign up", "enrol", "enroll", "continue", "confirm", "submit",
    "complete order", "bestellen", "bestellung abschicken", "anmelden", "weiter", "absenden",
    "registrieren", "bestätigen", "jetzt bestellen",
  ]

  private var orderButton: Diagnostic? {
    guard let button = legal.commerce.orderButton,
      let label = button.value.variants.map(\.text)
        .first(where: { LegalDuties.vagueLabels.contains($0.lowercased()) })
    else { return nil }
    return Diagnostic(
      "shop-button", .warning, "\"\(label)\" does not say that the order has to be paid",
      at: button.position, help: "write order_button: Order with obligation to pay, or Buy now")
  }
}
