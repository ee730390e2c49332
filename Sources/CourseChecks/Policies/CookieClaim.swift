import CourseModel
import Diagnostics
import PolicyReview

/// Nobody says that there are no cookies where services store some.
enum CookieClaim: OwnPolicyRule {
  static func findings(in policy: CheckedPolicy) -> [Diagnostic] {
    guard let place = policy.text.denialOfCookies,
      let service = policy.legal.services.first(where: { service in
        service.storage.contains { $0.kind == .cookie }
      })
    else { return [] }
    return [
      Diagnostic(
        "claim-cookies", .warning,
        "the text says that there are no cookies, but \"\(service.id.value)\" stores some",
        at: place, help: "say which there are and when, or remove the service")
    ]
  }
}
