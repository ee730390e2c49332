import ConsentBanner

/// A request to another host, which was answered on this machine.
struct ForeignRequest: Hashable {
  /// Where it would have gone, without what is sent in the address.
  let address: String
  /// The file of the portal that asked for it, with its line, so far as the browser knows.
  let source: String?

  init(to url: String, from source: String?) {
    address = String(url.prefix { $0 != "?" && $0 != "#" }.prefix(200))
    self.source = source
  }

  /// The address taken apart; `nil` where it names no host.
  var foreignAddress: ForeignAddress? { ForeignAddress(address.utf8) }
}
