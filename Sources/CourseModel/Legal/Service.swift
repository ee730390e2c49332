import Diagnostics

/// A service of somebody else that pages may use: its facts, and what an author set.
///
/// The catalogue's files and the entries of `services:` are the same kind of value; an entry begins
/// with what the catalogue knows under its id.
package struct Service: Sendable {
  /// The name in files and attributes, in lower case with hyphens.
  package var id: Located<String>
  package var title: LocalizedText?
  package var category: ConsentCategory?
  package var kind: ServiceKind?
  package var provider = ServiceProvider()
  /// Countries outside the provider's that data goes to, by ISO 3166-1.
  package var transfers: [String] = []
  package var purpose: LocalizedText?
  /// What goes to the provider when the service loads.
  package var sends: LocalizedText?
  /// The addresses that belong to it: a host, or `*.` and a host for all below.
  package var hosts: [Located<String>] = []
  /// What pages may load from it after consent.
  package var sources = ServiceSources()
  package var storage: [StoredItem] = []
  package var embed: ServiceEmbed?
  /// What an author must give, with its form.
  package var parameters: [ServiceParameter] = []
  /// What the author gave.
  package var values: [ServiceValue] = []
  /// A classic script that starts the service once it is allowed; `{name}` stands for a parameter as JSON.
  package var script: String?
  /// How the service is told of learners' events; `nil` where it takes none.
  package var events: ServiceEvents?
  /// Whether the author wants it to be told of them.
  package var wantsEvents = Located(false, at: SourcePosition(path: ""))
  /// A script of the provider that a page loads, for services outside the catalogue.
  package var scriptTag: ServiceScriptTag?
  package var usesGoogleConsentMode = false
  package var consentMode: GoogleConsentMode?
  /// Whether California's law takes it for sharing for advertising across contexts.
  package var isSharing = false
  /// A rule under which an authority lets it run without consent, such as `cnil-audience`.
  package var exemption: String?
  /// The ids of purposes.
  package var purposes: [Located<String>] = []
  /// The id of a recipient.
  package var recipient: Located<String>?
  /// The day on which the facts were checked at their source; `nil` for facts that were not.
  package var verified: CalendarDate?
  /// Where the facts are from.
  package var factSource: String?
  /// Whether the facts are the catalogue's.
  package var isFromCatalogue = false
  /// What the catalogue says that it is for.
  package var cataloguePurpose: LocalizedText?
  /// What the catalogue says that goes to the provider.
  package var catalogueSends: LocalizedText?

  /// A service of which only the name is known.
  package init(id: Located<String>) { self.id = id }

  /// Whether it is told of learners' events.
  package var isToldOfEvents: Bool {
    events.map { $0.isAlways || wantsEvents.value } ?? false
  }

  /// What goes to the provider, learners' events among it if it is told of them.
  package var receives: LocalizedText? {
    guard isToldOfEvents, let added = events?.sends else { return sends }
    return sends?.joined(with: added, by: "; ") ?? added
  }

  /// The service with what an author's addresses name in place of `{parameter}`: their hosts, and the origins
  /// that scripts may talk to.
  package var namingHosts: Service {
    var service = self
    service.hosts = hosts.compactMap { host -> Located<String>? in
      guard let parameter = Service.parameter(in: host.value) else { return host }
      return origin(of: parameter).map { Located($0.host, at: host.position) }
    }
    for kind in [\ServiceSources.script, \.image, \.connection] {
      service.sources[keyPath: kind] = sources[keyPath: kind].compactMap { source -> String? in
        guard let parameter = Service.parameter(in: source) else { return source }
        return origin(of: parameter).map { "\($0.scheme)//\($0.host)" }
      }
    }
    return service
  }

  /// The hosts that pages may load from: those that it names, and those that its addresses lead to.
  package var loadedHosts: [String] {
    var all = hosts.map(\.value)
    let addresses = sources.all + [scriptTag?.source].compactMap(\.self)
    for host in addresses.map(Service.host)
    where !all.contains(where: { Service.host(host, isIn: $0) }) {
      all.append(host)
    }
    return all
  }

  /// The host of an address or of a source of a content security policy.
  private static func host(of address: String) -> String {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    return String(rest.prefix { !"/?#".contains($0) })
  }

  /// Whether a host is named by `pattern`: itself, or `*.` and a host for all below it.
  package static func host(_ host: String, isIn pattern: String) -> Bool {
    let (host, pattern) = (host.lowercased(), Service.host(of: pattern).lowercased())
    return host == pattern || pattern.hasPrefix("*.") && host.hasSuffix(pattern.dropFirst())
  }

  private static func parameter(in place: String) -> Substring? {
    place.hasPrefix("{") && place.hasSuffix("}") ? place.dropFirst().dropLast() : nil
  }

  /// The scheme with its colon, and the host with its port, of the address that an author gave.
  private func origin(of parameter: Substring) -> (scheme: String, host: String)? {
    let address = values.first { $0.name.value == parameter }?.value.value ?? ""
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 2 ? (String(parts[0]), String(parts[2])) : nil
  }

  /// The category, careful where none is given.
  package var effectiveCategory: ConsentCategory { category ?? .marketing }
}

/// How a service comes into a page.
package enum ServiceKind: String, Hashable, Sendable, CaseIterable {
  /// A frame in a text, behind a placeholder.
  case embed
  /// A script that measures.
  case tag
  /// A script that adds something to see.
  case widget
  case payment
  case font
  case form
}

/// Who offers a service.
package struct ServiceProvider: Hashable, Sendable {
  package var name: String?
  /// The country's code of ISO 3166-1.
  package var country: String?
  package var privacyURL: String?
  /// Whether who runs the portal offers it, on a server of their own.
  package var isOperator = false

  /// A provider of whom nothing is said yet.
  package init() {}
}
