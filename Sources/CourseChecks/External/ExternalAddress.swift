import Bytes

/// A page of the web, without a place on it: what a link to another host asks for.
package struct ExternalAddress: Hashable, Sendable {
  /// The whole address, in the form in which it is asked for.
  package let text: String

  /// The scheme with the host and the port: what answers, or does not.
  let origin: String

  /// The host in lower case, without a port.
  let host: String

  /// Reads an address as it was written; `nil` for one that leads to no other host, or is not complete.
  package init?(_ written: some Collection<UInt8>) {
    // Browsers pass over the ends of lines within an address (URL Standard §4.4).
    var bytes = written.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      .trimmingASCIIWhitespace.prefix { $0 != UInt8(ascii: "#") }
    if bytes.hasPrefix("//") { bytes = ([UInt8]("https:".utf8) + bytes)[...] }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[colon...].hasPrefix("://")
    else { return nil }
    let scheme = String(utf8: bytes[..<colon].map(\.asciiLowercased))
    let rest = bytes[(colon + 3)...]
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    let server =
      authority.split(
        separator: UInt8(ascii: "@"), omittingEmptySubsequences: false
      ).last ?? []
    let host = ExternalAddress.host(of: server)
    guard scheme == "http" || scheme == "https", !host.isEmpty,
      !host.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "{") })
    else { return nil }
    var text = [UInt8]("\(scheme)://".utf8) + authority
    for byte in rest[authority.endIndex...] {
      if byte > 0x20, byte < 0x7F {
        text.append(byte)
      } else {
        text.append(percentEncoding: byte)
      }
    }
    self.text = String(utf8: text)
    self.host = String(utf8: host.map(\.asciiLowercased))
    origin = "\(scheme)://\(String(utf8: server.map(\.asciiLowercased)))"
  }

  private static func host(of server: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if server.first == UInt8(ascii: "[") {
      return server.prefix { $0 != UInt8(ascii: "]") }.dropFirst()
    }
    return server.prefix { $0 != UInt8(ascii: ":") }
  }

  /// Whether the host is one of those that stand in examples and belong to nobody (RFC 2606).
  var isExample: Bool {
    let labels = host.split(separator: ".")
    if let last = labels.last, ["example", "invalid", "test"].contains(last) { return true }
    return ["example.com", "example.net", "example.org"].contains(
      labels.suffix(2).joined(separator: "."))
  }

  /// Whether the host stands for this machine or one in its own network: what answers there differs from
  /// reader to reader (RFC 1918, 4193, 6761, 6762).
  var isPrivate: Bool {
    if host.contains(":") {
      return host == "::1" || ["fc", "fd", "fe80:"].contains(where: host.hasPrefix)
    }
    let labels = host.split(separator: ".")
    let numbers = labels.compactMap { UInt8($0) }
    guard labels.count == 4, numbers.count == 4 else {
      return labels.count == 1
        || ["home", "internal", "intranet", "lan", "local", "localhost"].contains(labels.last)
    }
    return switch (numbers[0], numbers[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168): true
    default: false
    }
  }
}
