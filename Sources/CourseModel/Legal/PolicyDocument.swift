import Bytes
package import Files

/// A page of a portal's policies.
package enum PolicyDocument: String, Hashable, Sendable, CaseIterable {
  case privacy
  case terms
  case cookies
  case lawEnforcement = "law_enforcement"
  case help
  /// What the portal keeps on the device, and how a learner gets at it.
  case yourData = "your_data"
  case imprint
  case withdrawal
  case accessibility
  case california
  case children

  /// The name in addresses and of files: `law-enforcement`.
  package var slug: String { rawValue.exchanging("_", for: "-") }

  /// Where the page in the portal's own language is written.
  package var output: RelativePath { RelativePath("\(slug).html") }

  /// The document that a name in a file or in `legal.yml` means.
  package init?(slug: String) { self.init(rawValue: slug.exchanging("-", for: "_")) }

  /// Whether the text is a policy with versions, rather than a page that only works.
  package var hasVersions: Bool { self != .help && self != .yourData }
}

/// A thing that the foot of every page can lead to.
package enum FooterEntry: String, Hashable, Sendable, CaseIterable {
  case privacy
  case terms
  case cookies
  case consentSettings = "consent-settings"
  case yourData = "your_data"
  case imprint
  case withdrawal
  case accessibility
  case california
  case children
  case lawEnforcement = "law_enforcement"
  case help

  /// The document that it leads to; `nil` for the consent's settings.
  package var document: PolicyDocument? { PolicyDocument(rawValue: rawValue) }
}
