/// What became of a link to another host.
enum LinkOutcome: Hashable {
  /// There is a page.
  case there
  /// There is a page, at another address for good.
  case moved(to: ExternalAddress)
  /// There is none, for a reason in words.
  case gone(String)
  /// Nobody but a reader can tell, for a reason in words.
  case unsure(String)

  /// Judges a status.
  ///
  /// - Parameters:
  ///   - status: What the last server answered.
  ///   - place: Where redirections ended.
  ///   - address: Where they began.
  ///   - settled: How far they are permanent.
  init(
    _ status: Int, at place: ExternalAddress, from address: ExternalAddress,
    settled: ExternalAddress
  ) {
    let reason = LinkOutcome.way(from: address, to: place) + "the server answers \(status)"
    switch status {
    // A page without a byte has no first byte, either (416).
    case 200..<300, 416: self = settled == address ? .there : .moved(to: settled)
    case 404, 410, 500..<600: self = .gone(reason)
    default: self = .unsure(reason)
    }
  }

  /// Judges that no server answered; what stands in the author's own network may be out of reach from here.
  init(_ failure: LinkReply.Failure, at place: ExternalAddress, from address: ExternalAddress) {
    let way = LinkOutcome.way(from: address, to: place)
    switch failure {
    case .unknownHost where !place.isPrivate:
      self = .gone(way + "there is no host \"\(place.host)\"")
    case .noConnection where !place.isPrivate:
      self = .gone(way + "nothing answers at \"\(place.origin)\"")
    case .untrusted:
      self = .gone(way + "browsers do not trust the certificate of \"\(place.host)\"")
    case .unknownHost, .noConnection:
      self = .unsure(way + "nothing answers at \"\(place.origin)\" from here")
    case .late: self = .unsure(way + "\"\(place.host)\" does not answer in time")
    case .broken: self = .unsure(way + "\"\(place.host)\" breaks off its answer")
    }
  }

  private static func way(from address: ExternalAddress, to place: ExternalAddress) -> String {
    address == place ? "" : "it leads on to \"\(place.text)\", and "
  }
}
