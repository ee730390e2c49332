import Bytes
package import CourseModel
import Files

/// What the consent script knows of a portal's declaration: the JSON of each page's data block.
package struct ConsentData: Sendable {
  /// Where the age is asked for.
  package struct AgeQuestion: Sendable {
    /// In years.
    package var minimum: Int
    package var isBeforeConsent: Bool
    package var isBeforeCheckout: Bool
  }

  package let services: [Service]
  package let marks: ConsentMarks
  package let settings: ConsentSettings
  package let age: AgeQuestion?

  /// Takes over what a declaration says.
  package init(_ declaration: LegalDeclaration, controller: String, policies: [String] = []) {
    services = declaration.optionalServices
    marks = ConsentMarks(
      of: services, controller: controller, policies: policies, purposes: declaration.purposes)
    settings = declaration.consent
    let audience = declaration.audience
    switch audience.ageGate.value {
    case .none, .registration: age = nil
    case .checkout:
      age = AgeQuestion(
        minimum: audience.askedAge, isBeforeConsent: false, isBeforeCheckout: true)
    case .site:
      age = AgeQuestion(
        minimum: audience.askedAge, isBeforeConsent: true, isBeforeCheckout: true)
    }
  }

  /// The JSON for pages in a language, safe inside of `script`.
  ///
  /// - Parameters:
  ///   - revision: The name of what was asked (``ConsentProof/revision``).
  ///   - page: The cookie page, from the portal's root.
  ///   - language: The language of the services' names.
  /// - Returns: UTF-8 without `<`.
  package func json(revision: String, page: String, language: LanguageTag) -> [UInt8] {
    var parts = [
      "\"revision\":\(quoted(revision))",
      "\"days\":[\(settings.acceptLifetime.value.inDays),\(settings.rejectLifetime.value.inDays)]",
      "\"page\":\(quoted(page))",
    ]
    if settings.honoursGlobalPrivacyControl { parts.append("\"gpc\":1") }
    if settings.honoursDoNotTrack { parts.append("\"dnt\":1") }
    if services.contains(where: \.usesGoogleConsentMode) { parts.append("\"google\":1") }
    if settings.publishesProof {
      parts.append("\"artefact\":\(quoted(ConsentProof.path(revision).text))")
    }
    if let endpoint = settings.proofEndpoint { parts.append("\"endpoint\":\(quoted(endpoint))") }
    if let age {
      let places =
        (age.isBeforeConsent ? ",\"consent\":1" : "")
        + (age.isBeforeCheckout ? ",\"checkout\":1" : "")
      parts.append("\"age\":{\"min\":\(age.minimum)\(places)}")
    }
    let list = zip(services, marks.byService).map { entry($0, mark: $1, language) }
    parts.append("\"services\":[\(list.joined(separator: ","))]")
    return Array("{\(parts.joined(separator: ","))}".utf8)
  }

  private func entry(_ service: Service, mark: String, _ language: LanguageTag) -> String {
    let title = service.title?.text(in: language) ?? service.id.value
    var items = [service.id.value, service.effectiveCategory.rawValue, mark, title].map(quoted)
    let clear = service.storage.compactMap { item -> String? in
      guard let name = item.name?.value, name != "*", item.party == .first,
        settings.storageClearedAfterWithdrawal.contains(item.kind), let letter = item.kind.letter
      else { return nil }
      return quoted("\(letter):\(name)")
    }
    if !clear.isEmpty || service.isSharing { items.append("[\(clear.joined(separator: ","))]") }
    if service.isSharing { items.append("1") }
    return "[\(items.joined(separator: ","))]"
  }

  private func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(scriptString: text.utf8)
    return String(utf8: bytes)
  }
}

extension StorageKind {
  /// The letter by which the consent script knows where to clear.
  fileprivate var letter: String? {
    switch self {
    case .cookie: "c"
    case .localStorage: "l"
    case .sessionStorage: "s"
    case .indexedDB: "i"
    case .cacheStorage: "k"
    case .pixel: nil
    }
  }
}
