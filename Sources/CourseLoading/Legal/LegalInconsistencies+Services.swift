import CourseModel
import Diagnostics

extension LegalInconsistencies {
  /// What is wrong with the services, beside their single values.
  var services: [Diagnostic] {
    var seen: [String: Int] = [:]
    return legal.services.flatMap { service -> [Diagnostic] in
      let id = service.id
      guard !id.value.isEmpty else {
        return [
          error(
            "legal-id", "an entry of \"services\" has no id", at: id.position,
            help: "write id: with the service's name, such as id: youtube")
        ]
      }
      if let line = seen[id.value] {
        return [
          error(
            "legal-id", "the service \"\(id.value)\" is declared in line \(line) already",
            at: id.position, help: "remove one of them")
        ]
      }
      seen[id.value] = id.position.line
      return unknownService(service)
        + unknown(service.purposes, "purpose", among: purposeIDs, in: "purposes")
        + unknown(
          [service.recipient].compactMap(\.self), "recipient", among: recipientIDs, in: "recipients"
        )
        + category(of: service) + values(of: service) + addresses(of: service)
        + consentMode(of: service) + events(of: service)
    }
  }

  /// A service that neither the catalogue nor the entry tells enough of.
  private func unknownService(_ service: Service) -> [Diagnostic] {
    guard !service.isFromCatalogue else { return [] }
    let missing = [
      service.title == nil ? "title" : nil, service.provider.name == nil ? "provider" : nil,
      service.category == nil ? "category" : nil,
      service.purpose == nil && service.purposes.isEmpty ? "purpose" : nil,
      service.hosts.isEmpty ? "hosts" : nil,
    ].compactMap(\.self)
    guard !missing.isEmpty else { return [] }
    let near = Suggestion.nearest(to: service.id.value, among: ServiceCatalogue.ids)
    if let near, missing.count > 1 {
      return [
        error(
          "service-unknown", "there is no service \"\(service.id.value)\"",
          at: service.id.position, help: "did you mean \"\(near)\"?",
          fix: Fix(at: service.id.position, misspelt: service.id.value, among: ServiceCatalogue.ids)
        )
      ]
    }
    return [
      error(
        "service-unknown",
        "there is no service \"\(service.id.value)\" in the catalogue, and its entry lacks "
          + missing.joined(separator: ", "),
        at: service.id.position,
        help: "describe it with title, provider, category, purpose and hosts; "
          + "clevio services lists those that are known")
    ]
  }

  /// A tracker that is said to be necessary.
  private func category(of service: Service) -> [Diagnostic] {
    guard let category = service.category, !category.isOptional else { return [] }
    if service.isFromCatalogue {
      guard let known = ServiceCatalogue.service(named: service.id.value)?.category,
        known.isOptional
      else { return [] }
      return [
        error(
          "service-necessary",
          "\"\(service.id.value)\" cannot be necessary: it is for \(known.rawValue)",
          at: service.id.position, help: "write category: \(known.rawValue)")
      ]
    }
    let known = ServiceCatalogue.ids.compactMap(ServiceCatalogue.service(named:))
    for host in service.loadedHosts {
      let owners = known.filter { known in
        known.loadedHosts.contains { Service.host(host, isIn: $0) }
      }
      guard let owner = owners.first, owners.allSatisfy(\.effectiveCategory.isOptional) else {
        continue
      }
      let category = owner.effectiveCategory.rawValue
      return [
        error(
          "service-necessary",
          "\"\(service.id.value)\" cannot be necessary: \"\(host)\" is of \"\(owner.id.value)\", "
            + "which is for \(category)",
          at: service.id.position, help: "write category: \(category), or id: \(owner.id.value)")
      ]
    }
    return []
  }

  private func values(of service: Service) -> [Diagnostic] {
    let names = service.parameters.map(\.name)
    var found = service.values.filter { !names.contains($0.name.value) }.map { value in
      error(
        "service-params", "\"\(service.id.value)\" takes no \"\(value.name.value)\"",
        at: value.name.position,
        help: Suggestion.question(near: value.name.value, among: names)
          ?? (names.isEmpty ? "remove it" : "it takes \(names.joined(separator: ", "))"),
        fix: Fix(at: value.name.position, misspelt: value.name.value, among: names))
    }
    for parameter in service.parameters {
      guard let value = service.values.first(where: { $0.name.value == parameter.name })?.value
      else {
        found.append(
          error(
            "service-params", "\"\(service.id.value)\" needs \"\(parameter.name)\"",
            at: service.id.position,
            help: "write params: {\(parameter.name): …} of the form \(parameter.pattern)"))
        continue
      }
      guard !hasForm(parameter.pattern, value.value) else { continue }
      found.append(
        error(
          "service-params",
          "\"\(parameter.name)\" is \"\(value.value)\", which has not the form \(parameter.pattern)",
          at: value.position, help: "copy it from the service's own settings"))
    }
    return found
  }

  /// Whether a whole text matches a pattern of the catalogue, which tests know to be well-formed.
  private func hasForm(_ pattern: String, _ text: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return false }
    return (try? regex.wholeMatch(in: text)) != nil
  }

  /// A service that is to be told of what learners do, but takes no such events.
  private func events(of service: Service) -> [Diagnostic] {
    guard service.wantsEvents.value, service.events == nil else { return [] }
    let able = ServiceCatalogue.ids.filter { ServiceCatalogue.service(named: $0)?.events != nil }
    return [
      error(
        "service-events", "\"\(service.id.value)\" cannot be told of what learners do",
        at: service.wantsEvents.position,
        help: "remove events, or use \(able.joined(separator: ", "))")
    ]
  }

  private func consentMode(of service: Service) -> [Diagnostic] {
    guard service.consentMode == .advanced else { return [] }
    return [
      error(
        "consent-google",
        "\"\(service.id.value)\" would load Google's script before consent (advanced mode)",
        at: service.id.position, help: "write consent_mode: basic")
    ]
  }

  /// What is wrong with how consent is asked for.
  var consent: [Diagnostic] {
    let consent = legal.consent
    var found: [Diagnostic] = []
    let (accept, reject) = (consent.acceptLifetime, consent.rejectLifetime)
    if accept.value.inDays != reject.value.inDays {
      found.append(
        error(
          "consent-lifetime",
          "a yes is kept \(accept.value.isoText), but a no \(reject.value.isoText)",
          // One of the two may not be written.
          at: reject.position.length > 0 ? reject.position : accept.position,
          help: "keep both as long: reject: \(accept.value.isoText)"))
    }
    for lifetime in [accept, reject] where !(180...395).contains(lifetime.value.inDays) {
      found.append(
        error(
          "consent-lifetime",
          "a choice is kept \(lifetime.value.isoText), but takes from P180D to P13M",
          at: lifetime.position, help: "write P180D"))
    }
    if let again = consent.askAgainAfterReject, again.value.inDays != reject.value.inDays {
      let text = again.value.isoText
      found.append(
        error(
          "consent-lifetime",
          "who said no is asked again after \(text), but a no is kept \(reject.value.isoText)",
          at: again.position, help: "write lifetime: {accept: \(text), reject: \(text)}"))
    }
    if consent.model.value != .optIn, isEuropean, !legal.optionalServices.isEmpty {
      found.append(
        error(
          "consent-model",
          "the rules of the EU allow \"\(consent.model.value.rawValue)\" for no optional service",
          at: consent.model.position, help: "write model: opt-in, or remove eu from jurisdictions"))
    }
    return found
  }
}
