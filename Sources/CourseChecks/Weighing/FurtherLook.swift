/// A way to look at a portal that is taken only when it is asked for, and has rules of its own.
package enum FurtherLook: CaseIterable, Sendable {
  /// A browser visits the portal.
  case browser
  /// Other hosts are asked for what the portal links to.
  case network

  /// Whether a rule finds something only in this way.
  func finds(_ rule: String) -> Bool {
    switch self {
    case .browser: rule.hasPrefix("net-")
    case .network: ["link-dead", "link-moved", "link-unsure"].contains(rule)
    }
  }
}
