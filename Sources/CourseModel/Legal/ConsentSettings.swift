import Diagnostics

/// How a portal asks for consent and keeps the answer.
package struct ConsentSettings: Sendable {
  package var model = Located(ConsentModel.optIn, at: .init(path: "legal.yml"))
  package var regions: [ConsentRegion] = []
  /// How long a yes is kept.
  package var acceptLifetime = Located(
    CalendarPeriod(days: 180), at: .init(path: "legal.yml"))
  /// How long a no is kept.
  package var rejectLifetime = Located(
    CalendarPeriod(days: 180), at: .init(path: "legal.yml"))
  /// How long who said no is not asked again.
  package var askAgainAfterReject: Located<CalendarPeriod>?
  /// Whether Global Privacy Control is taken for a no to sale and sharing.
  package var honoursGlobalPrivacyControl = true
  /// Whether Do Not Track is taken for a first no.
  package var honoursDoNotTrack = false
  package var position = BannerPosition.top
  /// Whether the build publishes what was asked, by revision.
  package var publishesProof = true
  /// Where records of consent are sent, if anywhere.
  package var proofEndpoint: String?
  /// Whether learners can save a record of their choice.
  package var offersReceipt = true
  /// Whether a page is loaded anew once a running service was withdrawn.
  package var reloadsAfterWithdrawal = true
  /// Where what a service stored goes when consent is withdrawn.
  package var storageClearedAfterWithdrawal: [StorageKind] = [
    .cookie, .localStorage, .sessionStorage,
  ]

  /// Consent by opt-in, for 180 days.
  package init() {}
}

/// What holds before a choice.
package enum ConsentModel: String, Hashable, Sendable, CaseIterable {
  case optIn = "opt-in"
  case optOut = "opt-out"
  case none
}

/// Another model for some regions.
package struct ConsentRegion: Sendable {
  /// Codes such as `US-CA`.
  package var codes: [String] = []
  package var model = ConsentModel.optIn
  package var honoursGlobalPrivacyControl = true

  /// A region of which nothing is said yet.
  package init() {}
}

/// Where in a page the question stands.
package enum BannerPosition: String, Hashable, Sendable, CaseIterable {
  case top
  case bottom
}
