import CourseLoading
import CourseModel
import Diagnostics
import PolicyReview

/// A policy in the operator's own words names the services that the portal uses (GDPR, article 13(1)(e)), and no
/// others.
enum NamedServices: OwnPolicyRule {
  static func findings(in policy: CheckedPolicy) -> [Diagnostic] {
    undeclared(in: policy) + unnamed(in: policy)
  }

  /// Services that are declared, but that the text which replaces the generated one does not name.
  private static func unnamed(in policy: CheckedPolicy) -> [Diagnostic] {
    guard policy.document == .privacy || policy.document == .cookies else { return [] }
    return policy.legal.services.compactMap { service in
      // The operator's own name stands in each policy.
      let provider = service.provider.isOperator ? nil : service.provider.name
      let names = [provider].compactMap(\.self) + titles(of: service)
      guard !names.isEmpty, !names.contains(where: { policy.text.place(of: $0) != nil }) else {
        return nil
      }
      return Diagnostic(
        "policy-service", .warning,
        "the portal uses \"\(titles(of: service).first ?? names[0])\", which this text does not name",
        at: policy.text.title ?? service.id.position,
        help: "name it, with what it gets and what for; or let Clevio write the text")
    }
  }

  /// Services of the catalogue that the text names, but that are not declared.
  private static func undeclared(in policy: CheckedPolicy) -> [Diagnostic] {
    let declared = Set(policy.legal.services.flatMap(titles))
    return ServiceCatalogue.ids.compactMap { id in
      guard let service = ServiceCatalogue.service(named: id),
        let title = titles(of: service).first(where: isUnmistakable), !declared.contains(title),
        let place = policy.text.place(of: title)
      else { return nil }
      return Diagnostic(
        "policy-undeclared", .warning,
        "the text names \"\(title)\", which is not among the services in legal.yml", at: place,
        help: "add services: [{id: \(id)}], or take it out of the text")
    }
  }

  /// A service's names, without the number of a version, as in "Google Analytics 4".
  private static func titles(of service: Service) -> [String] {
    (service.title?.variants ?? []).map { variant in
      let words = variant.text.split(separator: " ")
      let isNumbered = words.count > 1 && words.last?.allSatisfy(\.isNumber) == true
      return words.dropLast(isNumbered ? 1 : 0).joined(separator: " ")
    }
  }

  /// Whether a title is a name and nothing else: "Kit" and "Stripe" are words, too, or paid with, not loaded.
  private static func isUnmistakable(_ title: String) -> Bool {
    title.contains(" ") || title.utf8.count > 6
  }
}
