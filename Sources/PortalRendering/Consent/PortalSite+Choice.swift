import ConsentBanner
import CourseModel
import Diagnostics
import Files

extension PortalSite {
  /// What a page made by an author's templates takes from the visitor's choice: a service that does not wait for it,
  /// or a choice that it does not offer.
  func lostChoices(in page: [UInt8], at path: RelativePath) -> [Diagnostic] {
    guard let consent, !consent.data.services.isEmpty else { return [] }
    let markup = ChoiceMarkup(in: page)
    let optional = consent.tagged.filter { $0.effectiveCategory.isOptional }
    let running = optional.filter { service in
      let own = ServiceScript.path(of: service)
      return markup.scripts.contains { path.parent.resolving($0) == own }
    }.map { service in
      Diagnostic(
        "theme-foreign", .error,
        "the templates run the script of \"\(service.id.value)\" before anybody agreed",
        at: SourcePosition(path: "theme"),
        help: "write tags that wait as templates/head.mustache of the built-in theme does")
    }
    guard markup.hasChoice else { return running }
    let lost = PortalSite.choices.filter { !markup.offers.contains($0.mark) }.map { choice in
      Diagnostic(
        "consent-buttons", .error, "the templates leave out \(choice.name)",
        at: SourcePosition(path: "theme"),
        help: "write an element with \(choice.markup), as the built-in \(choice.template) does")
    }
    return running + lost
  }

  /// What every page of a portal offers that asks.
  private static let choices: [(mark: String, name: String, markup: String, template: String)] = [
    (
      "reject", "the button to reject all", "data-clv-action=\"reject\"",
      "consent-banner.mustache"
    ),
    (
      "accept", "the button to accept all", "data-clv-action=\"accept\"",
      "consent-banner.mustache"
    ),
    (
      "open", "the button for the settings", "data-clv-action=\"open\"", "consent-banner.mustache"
    ),
    (
      "settings", "the link \"Cookie settings\" at the foot of the page", "data-cookie-settings",
      "footer.mustache"
    ),
  ]
}
