/// An address with places such as `{id}`, as the service catalogue writes it:
/// `youtube.com/watch?v={id}`.
struct EmbedPattern {
  private let host: Substring
  private let path: Substring
  private let query: [(name: Substring, value: Substring)]

  init(_ text: String) {
    var rest = Substring(text)
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    let question = rest.firstIndex(of: "?") ?? rest.endIndex
    let slash = rest[..<question].firstIndex(of: "/") ?? question
    host = EmbedPattern.bare(rest[..<slash])
    path = rest[slash..<question]
    query = EmbedPattern.pairs(of: rest[question...].dropFirst())
  }

  /// What stands in the pattern's places; `nil` for another address.
  ///
  /// `www.` and `m.` before the host, more of a path after a slash, and more of a query do not matter.
  func values(in address: ForeignAddress) -> [Substring: Substring]? {
    guard EmbedPattern.bare(Substring(address.host)) == host else { return nil }
    let question = address.path.firstIndex(of: "?") ?? address.path.endIndex
    var values: [Substring: Substring] = [:]
    guard EmbedPattern.match(path, address.path[..<question], &values) else { return nil }
    let given = EmbedPattern.pairs(of: address.path[question...].dropFirst())
    for (name, pattern) in query {
      guard let value = given.first(where: { $0.name == name })?.value,
        EmbedPattern.match(pattern, value, &values)
      else { return nil }
    }
    return values
  }

  /// The target with its places filled.
  static func fill(_ target: String, with values: [Substring: Substring]) -> String {
    values.reduce(target) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  private static func bare(_ host: Substring) -> Substring {
    for prefix in ["www.", "m."] where host.hasPrefix(prefix) {
      return host.dropFirst(prefix.count)
    }
    return host
  }

  private static func pairs(of query: Substring) -> [(name: Substring, value: Substring)] {
    query.split(separator: "&").map { pair in
      let equals = pair.firstIndex(of: "=") ?? pair.endIndex
      return (pair[..<equals], pair[equals...].dropFirst())
    }
  }

  /// Whether a text begins with a pattern, and ends with it or goes on after a slash.
  private static func match(
    _ pattern: Substring, _ text: Substring, _ values: inout [Substring: Substring]
  ) -> Bool {
    var pattern = pattern
    var text = text
    while let open = pattern.firstIndex(of: "{"), let close = pattern[open...].firstIndex(of: "}") {
      let literal = pattern[..<open]
      guard text.hasPrefix(literal) else { return false }
      text = text.dropFirst(literal.count)
      let value = text.prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_.~%@".contains($0))
      }
      guard !value.isEmpty else { return false }
      values[pattern[open..<close].dropFirst()] = value
      text = text[value.endIndex...]
      pattern = pattern[close...].dropFirst()
    }
    guard text.hasPrefix(pattern) else { return false }
    let rest = text.dropFirst(pattern.count)
    return rest.isEmpty || rest.first == "/"
  }
}
