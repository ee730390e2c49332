import Bytes

/// An address of another host, taken apart as browsers do it (URL Standard §4.4).
package struct ForeignAddress: Hashable, Sendable {
  /// In lower case: `https`, `http`, or another one.
  package let scheme: String
  /// In lower case, without user, port and final point.
  package let host: String
  /// With its colon, or empty.
  let port: String
  /// What follows the host, from its slash on, without the fragment.
  let path: String
  let fragment: String

  /// Reads an address; `nil` for one that leads to no other host.
  ///
  /// White space within is passed over, `\` counts as `/`, and what has no scheme gets `https`.
  package init?(_ text: some Collection<UInt8>) {
    let visible = Array(text.filter { $0 > 0x1F && $0 != 0x7F }.trimmingASCIIWhitespace)
    var rest = visible[...]
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      rest[..<colon].allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) })
    {
      scheme = String(utf8: rest[..<colon].map(\.asciiLowercased))
      rest = rest[(colon + 1)...]
      let isSpecial = ["http", "https", "ws", "wss", "ftp"].contains(scheme)
      guard isSpecial || rest.hasPrefix("//") else { return nil }
    } else {
      let start = rest.prefix(2)
      guard start.count == 2, start.allSatisfy(\.isSlash) else { return nil }
      scheme = "https"
    }
    rest = rest.drop(while: \.isSlash)
    let authority = rest.prefix {
      !$0.isSlash && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    rest = rest[authority.endIndex...]
    var name = authority[...]
    if let at = name.lastIndex(of: UInt8(ascii: "@")) { name = name[(at + 1)...] }
    let digits = name.reversed().prefix(while: \.isASCIIDigit).count
    let colon = name.endIndex - digits - 1
    if colon >= name.startIndex, name[colon] == UInt8(ascii: ":") {
      port = digits == 0 ? "" : String(utf8: name[colon...])
      name = name[..<colon]
    } else {
      port = ""
    }
    guard let plain = ForeignAddress.plainHost(name) else { return nil }
    host = plain
    let hash = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
    path = String(utf8: rest[..<hash].map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 })
    fragment = String(utf8: rest[hash...])
  }

  /// A host's name as browsers read it (URL Standard §3.5); `nil` for one that they refuse.
  private static func plainHost(_ written: ArraySlice<UInt8>) -> String? {
    var name = written
    if written.contains(UInt8(ascii: "%")) {
      name = written.percentDecoded[...]
      // What would end a name where it is not encoded makes none where it is.
      guard !name.contains(where: "%#/:<>?@[\\]^|\u{7F}".utf8.contains) else { return nil }
    }
    if name.last == UInt8(ascii: ".") { name = name.dropLast() }
    guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 }) else { return nil }
    return String(utf8: name.map(\.asciiLowercased))
  }

  /// The address in its plain form.
  package var text: String {
    "\(scheme)://\(host)\(port)\(path.isEmpty ? "/" : path)\(fragment)"
  }

  /// Scheme, host and port, as a source of a content security policy.
  package var origin: String { "\(scheme)://\(host)\(port)" }

  /// Whether a host, or `*.` and a host for all below it, stands for this one.
  package func isHost(of pattern: String) -> Bool {
    var pattern = pattern.lowercased()
    if let separator = pattern.firstRange(of: "://") {
      guard pattern[..<separator.lowerBound] == scheme else { return false }
      pattern.removeSubrange(..<separator.upperBound)
    }
    if pattern.hasSuffix(port), !port.isEmpty { pattern.removeLast(port.count) }
    if pattern.hasPrefix("*.") { return host.hasSuffix(pattern.dropFirst()) }
    return host == pattern
  }
}

extension UInt8 {
  fileprivate var isSlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }
}
