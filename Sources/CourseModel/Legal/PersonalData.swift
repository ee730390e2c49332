package import Diagnostics

/// A kind of data about people that a portal or its operator has.
package struct PersonalData: Sendable {
  /// The id of the web server's log.
  package static let serverLogs = "server_logs"

  package var id: Located<String>?
  package var title: LocalizedText?
  /// Names of fields, such as `email`; texts give them words.
  package var fields: [String] = []
  package var source: DataSource?
  /// Whether it stays on the learner's device.
  package var isOnDevice = false
  /// The ids of purposes.
  package var purposes: [Located<String>] = []
  package var retention: Located<Retention>?
  /// Categories A…L of California's law (§1798.140(v)).
  package var californiaCategories: [String] = []
  package var requirement: DataRequirement?
  /// The ids of recipients.
  package var recipients: [Located<String>] = []
  package var position: SourcePosition

  /// Data of which nothing is said yet.
  package init(at position: SourcePosition) { self.position = position }

  /// Whether it reaches the operator in another way than by the web server's log.
  package var isCollected: Bool { id?.value != PersonalData.serverLogs && !isOnDevice }

  /// Whether it is what buyers give: it is called so, a contract needs it, or it has what only an order has.
  package var isOfOrders: Bool {
    guard isCollected else { return false }
    let names = ["order", "invoice", "payment", "purchase", "entitlement"]
    return requirement == .contractual
      || names.contains { id?.value.lowercased().contains($0) == true }
      || fields.contains { ["order_id", "price", "payment_status"].contains($0) }
  }
}

/// Where data comes from.
package enum DataSource: String, Hashable, Sendable, CaseIterable {
  case person
  case automatic
  case generated
  case thirdParty = "third_party"
}

/// Whether people must give data (article 13(2)(e) of the GDPR).
package enum DataRequirement: String, Hashable, Sendable, CaseIterable {
  case optional
  case contractual
  case statutory
  case automatic
}

/// Somebody whom data is handed to.
package struct Recipient: Sendable {
  package var id: Located<String>?
  package var name: String?
  package var role: RecipientRole?
  /// The country's code of ISO 3166-1.
  package var country: String?
  /// The ids of purposes.
  package var purposes: [Located<String>] = []
  /// Whether there is a contract by article 28 of the GDPR.
  package var hasProcessingContract: Bool?
  package var privacyURL: String?
  package var position: SourcePosition

  /// A recipient of whom nothing is said yet.
  package init(at position: SourcePosition) { self.position = position }
}

/// What a recipient is in the words of the GDPR.
package enum RecipientRole: String, Hashable, Sendable, CaseIterable {
  case processor
  case controller
  case joint
  case authority
}

/// Data that leaves the European Economic Area.
package struct DataTransfer: Sendable {
  /// The id of a recipient or of a service.
  package var recipient: Located<String>?
  /// The country's code of ISO 3166-1.
  package var country: String?
  package var mechanism: TransferMechanism?
  package var instrument: String?
  /// The day on which the mechanism was looked up.
  package var asOf: CalendarDate?
  /// Where a copy of the safeguards can be had.
  package var copyURL: String?
  package var position: SourcePosition

  /// A transfer of which nothing is said yet.
  package init(at position: SourcePosition) { self.position = position }
}

/// What makes a transfer lawful (articles 45 to 49 of the GDPR).
package enum TransferMechanism: String, Hashable, Sendable, CaseIterable {
  case adequacy
  case contractClauses = "scc"
  case bindingRules = "bcr"
  case derogation
}
