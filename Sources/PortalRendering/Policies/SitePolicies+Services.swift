import CourseModel
import Diagnostics
import PolicyPages

extension SitePolicies {
  /// Services that pages load already, while the policy that is in force until another one holds does not name them.
  static func unannounced(
    _ document: PolicyDocument, _ history: PolicyHistory, in portal: Portal
  ) -> [Diagnostic] {
    let language = portal.settings.language
    guard document == .privacy || document == .cookies,
      let text = history.inForce?.text(for: language, portal: language)?.markdown,
      let next = history.current?.effective
    else { return [] }
    return (portal.legal?.services ?? []).compactMap { service in
      // The operator's own name stands in each policy.
      let provider = service.provider.isOperator ? nil : service.provider.name
      let names = [
        service.title?.text(in: language), provider, service.id.value,
      ].compactMap(\.self)
      guard !names.contains(where: text.contains) else { return nil }
      return Diagnostic(
        "policy-service", .warning,
        "\"\(service.id.value)\" may load already, but the \(document.slug) policy that holds until "
          + "\(next.isoText) does not name it",
        at: service.id.position,
        help: "declare the service on that day, or let the new version hold from today")
    }
  }
}
