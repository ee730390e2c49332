/// How Google's services learn of a choice.
package enum GoogleConsentMode: String, Hashable, Sendable, CaseIterable {
  /// Nothing loads before consent.
  case basic
  /// Google's script loads before consent and sends messages without cookies.
  case advanced
}
