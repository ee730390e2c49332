import CourseModel
import Diagnostics
import PolicyReview

/// Mail addresses in the operator's own words are those that are declared.
enum DeclaredContacts: OwnPolicyRule {
  static func findings(in policy: CheckedPolicy) -> [Diagnostic] {
    let known = addresses(in: policy.legal)
    guard !known.isEmpty else { return [] }
    let domains = Set(known.map(domain))
    return policy.text.mailAddresses.compactMap { address, position in
      // An authority's or a provider's address is nobody's mistake.
      guard !known.contains(address), domains.contains(domain(of: address)) else { return nil }
      return Diagnostic(
        "policy-contact", .warning,
        "\"\(address)\" is none of the addresses in legal.yml", at: position,
        help: "write \(known.sorted().joined(separator: " or ")), or declare it under contact:")
    }
  }

  private static func domain(of address: String) -> String {
    String(address.drop { $0 != "@" })
  }

  private static func addresses(in legal: LegalDeclaration) -> Set<String> {
    let contact = legal.contact
    let all: [String?] = [
      legal.operator?.email?.value, contact.privacyEmail, contact.dataProtectionOfficer?.email,
      contact.legal, contact.lawEnforcement, contact.security,
    ]
    return Set(all.compactMap { $0?.lowercased() })
  }
}
