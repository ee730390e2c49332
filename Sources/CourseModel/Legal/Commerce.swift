/// How a portal sells.
package struct Commerce: Sendable {
  package var isEnabled: Bool?
  /// Whether prices are what buyers pay; `nil` where nothing is said of it.
  package var includesTax: Located<Bool>?
  package var currency: Currency?
  package var orderButton: Located<LocalizedText>?
  /// Whether buyers get at a course before the time for withdrawal is over.
  package var grantsImmediateAccess = true
  /// The days in which a buyer may withdraw; `nil` where nothing is said of them.
  package var withdrawalTime: Located<Int>?
  package var withdrawalURL: String?
  package var withdrawalEndpoint: String?
  package var hasModelForm = true
  package var refundDays: Int?
  /// A Markdown file of the portal's folder.
  package var refundPolicy: Located<String>?
  /// Whether the operator takes part in alternative dispute resolution.
  package var joinsDisputeResolution: Bool?
  /// The law on the conformity of what is sold, where another than Directive (EU) 2019/770 is to be named.
  package var conformity: LocalizedText?

  /// Whether prices are what buyers pay.
  package var pricesIncludeTax: Bool { includesTax?.value ?? true }

  /// The days in which a buyer may withdraw.
  package var withdrawalDays: Int { withdrawalTime?.value ?? 14 }

  /// Whether buyers are offered a place to withdraw at.
  package var offersWithdrawal: Bool { withdrawalURL != nil || withdrawalEndpoint != nil }

  /// A shop of which nothing is said yet.
  package init() {}
}
