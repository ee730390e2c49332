import Bytes
import CourseModel
import Diagnostics

extension LegalInconsistencies {
  /// Hosts and scripts of a service that no browser would take as they are written.
  func addresses(of service: Service) -> [Diagnostic] {
    var found = service.hosts.compactMap { hostMistake($0.value, at: $0.position) }
    let named = Set(service.hosts.map(\.value))
    found += service.sources.all.filter { !named.contains($0) }.compactMap {
      hostMistake($0, at: service.id.position)
    }
    guard let script = service.scriptTag else { return found }
    if let source = script.source, source.hasPrefix("http:") {
      found.append(
        Diagnostic(
          "service-insecure", .warning,
          "\"\(source)\" is not secure, and browsers do not run it on secure pages",
          at: service.id.position, help: "write \"https\(source.dropFirst(4))\""))
    }
    if let integrity = script.integrity, !Self.isDigest(integrity) {
      found.append(
        error(
          "value-integrity",
          "\"\(integrity.prefix(40))\" is no digest of a file, and browsers would not run the script",
          at: service.id.position,
          help: "write sha384- and the 64 characters that the provider gives, or leave it out"))
    }
    return found
  }

  private func hostMistake(_ text: String, at position: SourcePosition) -> Diagnostic? {
    guard !Self.isHost(text) else { return nil }
    let host = Self.bareHost(text)
    return error(
      "value-hosts", "\"\(text)\" is no host", at: position,
      help: Self.isHost(host) && host != text
        ? "write \"\(host)\""
        : "write a name such as www.example.org, or *.example.org for all below it")
  }

  /// The host in what looks like an address.
  private static func bareHost(_ text: String) -> String {
    let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
    let host = rest.prefix { !"/?#".contains($0) }.drop { ".*".contains($0) }
    return (rest.first == "*" || rest.first == "." ? "*." : "") + host
  }

  /// A name, perhaps with a scheme, a port, and `*.` for all hosts below it (CSP3 §2.3.1, host-source).
  private static func isHost(_ text: String) -> Bool {
    var rest = text[...]
    for scheme in ["https://", "http://", "wss://", "ws://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      break
    }
    if rest.hasPrefix("*.") { rest = rest.dropFirst(2) }
    if let colon = rest.lastIndex(of: ":") {
      let port = rest[colon...].dropFirst()
      guard (1...5).contains(port.count), port.utf8.allSatisfy(\.isASCIIDigit) else { return false }
      rest = rest[..<colon]
    }
    return rest.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_".utf8.contains($0) }
    }
  }

  /// Digests in base64, as the attribute `integrity` has them (SRI §3.5).
  private static func isDigest(_ text: String) -> Bool {
    let lengths = ["sha256-": 44, "sha384-": 64, "sha512-": 88]
    return !text.isEmpty
      && text.split(separator: " ").allSatisfy { part in
        guard let length = lengths[String(part.prefix(7))] else { return false }
        let digest = part.utf8.dropFirst(7)
        return digest.count == length
          && digest.allSatisfy { $0.isASCIIAlphanumeric || "+/=".utf8.contains($0) }
      }
  }
}
