package import CourseModel

/// The services that a portal declared: which of them an address belongs to, and what may be loaded.
package struct DeclaredServices: Sendable {
  /// In the order of the declaration.
  package let all: [Service]

  /// Takes over the services of a declaration.
  package init(_ services: [Service] = []) { all = services }

  /// The service that an address belongs to; the one that names its host most exactly.
  package func service(of address: ForeignAddress) -> Service? {
    var best: (service: Service, length: Int)?
    for service in all {
      for pattern in service.knownHosts where address.isHost(of: pattern) {
        let length = pattern.hasPrefix("*") ? pattern.utf8.count : Int.max
        if length > best?.length ?? 0 { best = (service, length) }
      }
    }
    return best?.service
  }

  /// What is loaded for an address of a declared service.
  ///
  /// - Parameters:
  ///   - address: As an author wrote it.
  ///   - kind: As what it is loaded.
  /// - Returns: `nil` if no declared service may be loaded so.
  package func content(for address: ForeignAddress, as kind: LoadKind) -> ServiceContent? {
    guard let service = service(of: address) else { return nil }
    if kind == .frame {
      for rewrite in service.embed?.rewrites ?? [] {
        guard let values = EmbedPattern(rewrite.match).values(in: address) else { continue }
        let link = service.embed?.link.map { EmbedPattern.fill($0, with: values) }
        return ServiceContent(
          service: service, source: EmbedPattern.fill(rewrite.target, with: values),
          link: link ?? address.text, isRewritten: true)
      }
    }
    let sources = service.sources(for: kind)
    let isPlain = sources.contains { $0.hasPrefix("http://") && address.isHost(of: $0) }
    var text = address.text
    if address.scheme == "http", !isPlain { text = "https" + text.dropFirst(4) }
    guard let loaded = ForeignAddress(text.utf8), ["https", "http"].contains(loaded.scheme),
      sources.contains(where: { loaded.isHost(of: $0) })
    else { return nil }
    return ServiceContent(service: service, source: text, link: text, isRewritten: false)
  }
}

/// As what something is loaded.
package enum LoadKind: Sendable, CaseIterable {
  case frame
  case script
  case image
  case style
  case font
  case media
  case form
}

/// What a page loads of a service once it may.
package struct ServiceContent: Sendable {
  package let service: Service
  /// The address to load.
  package let source: String
  /// The address of the same for readers who follow a link.
  package let link: String
  /// Whether the catalogue knows the address, so that a plain link may become an embed.
  package let isRewritten: Bool
}

extension Service {
  /// The hosts that belong to it, those of its own script and frames among them.
  var knownHosts: [String] {
    let own = hosts.map(\.value)
    guard own.isEmpty else { return own }
    return LoadKind.allCases.flatMap(declaredSources)
  }

  /// The sources from which something may be loaded; all hosts where a declaration does not tell.
  package func sources(for kind: LoadKind) -> [String] {
    let isSilent = LoadKind.allCases.allSatisfy { declaredSources(for: $0).isEmpty }
    let sources =
      isSilent && sources.connection.isEmpty ? hosts.map(\.value) : declaredSources(for: kind)
    return sources.map(Service.source)
  }

  /// The sources that its scripts may talk to.
  package var connections: [String] {
    let isSilent = LoadKind.allCases.allSatisfy { declaredSources(for: $0).isEmpty }
    let hosts = isSilent && sources.connection.isEmpty ? hosts.map(\.value) : sources.connection
    return hosts.map(Service.source)
  }

  private func declaredSources(for kind: LoadKind) -> [String] {
    switch kind {
    case .frame: sources.frame
    case .script:
      sources.script
        + (scriptTag?.source.flatMap { ForeignAddress($0.utf8)?.origin }.map { [$0] } ?? [])
    case .image: sources.image
    case .style: sources.style
    case .font: sources.font
    case .media: sources.media
    case .form: sources.form
    }
  }

  /// A host with its scheme: from pages on a disk, a source without one allows nothing.
  private static func source(_ host: String) -> String {
    host.contains("://") || host.hasSuffix(":") ? host : "https://" + host
  }
}
