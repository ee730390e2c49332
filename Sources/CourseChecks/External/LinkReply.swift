/// What a request brought.
package enum LinkReply: Hashable, Sendable {
  /// The server answered with a status (RFC 9110 §15).
  case status(Int)
  /// The server named another address.
  case moved(to: ExternalAddress, isPermanent: Bool)
  /// No server answered as it should.
  case failure(Failure)

  /// Why no server answered.
  package enum Failure: Hashable, Sendable {
    /// There is no host of that name.
    case unknownHost
    /// The host takes no connection.
    case noConnection
    /// The server does not prove who it is.
    case untrusted
    /// There was no answer in time.
    case late
    /// The connection ended before the answer did, or the answer is none.
    case broken

    /// Whether a second request to the same server would bring the same.
    var concernsWholeServer: Bool { self != .broken }
  }

  /// The reply of a server that answered.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - target: The whole address that a redirection names, if there is one.
  package init(status: Int, target: String?) {
    let address = target.flatMap { ExternalAddress($0.utf8) }
    if let address, [301, 302, 303, 307, 308].contains(status) {
      self = .moved(to: address, isPermanent: status == 301 || status == 308)
    } else {
      self = .status(status)
    }
  }

  /// Whether a server may have answered so only because it does not like to be asked for a page's head alone.
  var mayComeOfAskingForHeads: Bool {
    switch self {
    case .status(let status): status >= 400 && ![410, 429, 999].contains(status)
    case .moved: false
    case .failure(let failure): failure == .broken
    }
  }
}
