import CourseModel
import Diagnostics

extension SitePolicies {
  /// Documents that the foot of pages is to lead to, and that the portal does not have.
  static func missing(
    fromFooterOf portal: Portal, having documents: [PolicyDocument]
  ) -> [Diagnostic] {
    (portal.legal?.footer ?? []).compactMap { entry in
      guard let document = entry.value.document, !documents.contains(document) else { return nil }
      return Diagnostic(
        "legal-reference", .warning,
        "the portal has no document \"\(document.rawValue)\" that its foot could lead to",
        at: entry.position,
        help: "\(SitePolicies.condition(of: document)), or take it off footer")
    }
  }

  /// What brings a document about.
  private static func condition(of document: PolicyDocument) -> String {
    switch document {
    case .imprint: "write the operator's address:"
    case .withdrawal: "write commerce: {enabled: true} where courses are sold"
    case .accessibility: "write accessibility:"
    case .california: "add us-ca to jurisdictions"
    case .children: "write audience: {directed_to_children: true}"
    case .lawEnforcement: "write law_enforcement: {guide: true}"
    case .privacy, .terms, .cookies, .help, .yourData: "write pages/\(document.slug).md"
    }
  }
}
