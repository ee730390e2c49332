/// What became of an event.
package struct Receipt: Hashable, Sendable {
  /// How it ended.
  package enum Verdict: Hashable, Sendable {
    /// The order is fulfilled, now or before; its entitlement is on disk.
    case fulfilled
    /// An entitlement was revoked, now or before.
    case revoked
    /// Nothing was to be done.
    case ignored
    /// It will never be right.
    case refused(EventRefusal.Reason)
    /// It may be right another time.
    case failed
  }

  /// How it ended.
  package let verdict: Verdict

  /// A line for the log, without secrets and without the buyer's name or address.
  package let message: String

  init(_ verdict: Verdict, _ message: String) {
    self.verdict = verdict
    self.message = message
  }

  /// The receipt of an event that was not understood.
  package init(_ refusal: EventRefusal, of provider: Provider) {
    self.init(.refused(refusal.reason), "\(provider.rawValue): \(refusal.message)")
  }

  /// Whether somebody must look at it.
  package var isProblem: Bool {
    switch verdict {
    case .fulfilled, .revoked, .ignored: false
    case .refused, .failed: true
    }
  }
}
