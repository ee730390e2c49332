/// What a choice about cookies and services is made for.
package enum ConsentCategory: String, Hashable, Sendable, CaseIterable {
  /// What the portal cannot do without; it cannot be switched off.
  case necessary
  case preferences
  case analytics
  case marketing
  case embeds

  /// Whether nothing of the category may happen before a choice.
  package var isOptional: Bool { self != .necessary }
}
