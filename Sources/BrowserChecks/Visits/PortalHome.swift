import Bytes
import Files

/// Where a portal is shown on this machine, and where it will stand.
package struct PortalHome: Hashable, Sendable {
  /// The scheme, the host and the port of the server on this machine.
  package let origin: String
  /// The folder of the server, as on the portal's own host: it begins and ends with a slash.
  package let base: String

  private let ownAddress: String?

  /// A portal that is shown by a server on this machine.
  ///
  /// - Parameters:
  ///   - port: The server's port.
  ///   - url: The portal's own address; its path counts, because some pages begin their links there.
  package init(port: Int, url: String?) {
    origin = "http://127.0.0.1:\(port)"
    base = PortalHome.base(of: url)
    ownAddress = url
  }

  /// The path of a portal's address; it begins and ends with a slash.
  package static func base(of url: String?) -> String {
    let parts = (url ?? "").split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    let path = parts.count == 4 ? parts[3].prefix { $0 != "?" && $0 != "#" } : ""
    return path.isEmpty || path.hasSuffix("/") ? "/\(path)" : "/\(path)/"
  }

  /// The address of a page.
  func address(of page: RelativePath) -> String {
    var path: [UInt8] = []
    path.append(percentEncoding: page.text.utf8)
    return origin + base + String(utf8: path)
  }

  /// Whether an address leads to this server.
  func isHere(_ address: String) -> Bool { address.hasPrefix(origin + "/") }

  /// Whether an address is the portal's, here or on its own host.
  func isOwn(_ address: String) -> Bool {
    isHere(address) || ownAddress.map { address.hasPrefix($0) } ?? false
  }

  /// The file of an address on this server; `nil` for any other.
  func file(of address: String) -> String? {
    guard address.hasPrefix(origin + base) else { return nil }
    return String(address.dropFirst(origin.count + base.count).prefix { $0 != "?" && $0 != "#" })
  }
}
