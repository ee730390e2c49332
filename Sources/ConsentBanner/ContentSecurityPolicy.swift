package import CourseModel

/// A content security policy as a page's meta tag has it (CSP Level 3).
package struct ContentSecurityPolicy: Sendable {
  private var directives: [(name: String, sources: [String])]

  /// Reads a policy.
  package init(_ text: String) {
    directives = text.split(separator: ";").compactMap { part in
      let words = part.split(separator: " ").map(String.init)
      return words.first.map { ($0, Array(words.dropFirst())) }
    }
  }

  /// The policy as text.
  package var text: String {
    directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: "; ")
  }

  /// Allows what services declared, and nothing else of theirs.
  ///
  /// - Parameters:
  ///   - services: The services of a page.
  ///   - scripts: Whether the page may run scripts of theirs.
  package mutating func allow(_ services: [Service], scripts: Bool) {
    for service in services {
      for kind in LoadKind.allCases where scripts || kind != .script {
        add(service.sources(for: kind), to: kind.directive)
      }
      if scripts { add(service.connections, to: "connect-src") }
    }
  }

  /// Allows some sources for a directive.
  package mutating func add(_ sources: [String], to name: String) {
    // A declaration cannot end the directive and begin another.
    let clean = sources.filter { source in
      source.allSatisfy { $0.isASCII && !$0.isWhitespace && !";,'\"".contains($0) }
        && source.contains { $0.isLetter || $0.isNumber } && source.firstRange(of: "://*/") == nil
        && !source.hasSuffix("//*") && !source.hasSuffix(":")
    }
    guard !clean.isEmpty else { return }
    guard let index = directives.firstIndex(where: { $0.name == name }) else {
      directives.append((name, Set(clean).sorted()))
      return
    }
    let own = directives[index].sources.filter { $0 != "'none'" }
    directives[index].sources = own + Set(clean).subtracting(own).sorted()
  }
}

extension LoadKind {
  fileprivate var directive: String {
    switch self {
    case .frame: "frame-src"
    case .script: "script-src"
    case .image: "img-src"
    case .style: "style-src"
    case .font: "font-src"
    case .media: "media-src"
    case .form: "form-action"
    }
  }
}
