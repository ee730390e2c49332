import CourseModel
import Diagnostics
import PolicyReview

/// A policy in the operator's own words names who answers for it, as it is declared (GDPR, article 13(1)(a);
/// directive 2011/83/EU, article 6(1)(b)).
enum NamedOperator: OwnPolicyRule {
  private static let documents: Set<PolicyDocument> = [.privacy, .terms, .imprint]

  static func findings(in policy: CheckedPolicy) -> [Diagnostic] {
    guard let document = policy.document, documents.contains(document),
      let name = policy.legal.operator?.name?.value ?? policy.portal.settings.operatorName,
      policy.text.place(of: name) == nil
    else { return [] }
    return [
      Diagnostic(
        "policy-operator", .warning,
        "the text does not name \"\(name)\", who runs the portal",
        at: policy.text.title ?? policy.legal.position,
        help: "write the name as it is declared, or mend it there")
    ]
  }
}
