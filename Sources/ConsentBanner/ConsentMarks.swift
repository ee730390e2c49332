package import CourseModel
import Files

/// What a visitor agrees to, in a form that is short and changes only if the matter does.
///
/// A record of consent holds the marks of the services that it was about. A service that is new, or of which
/// anything changed that matters to who is asked, gets another mark. Colours, the order of services, translations
/// and what the catalogue says in other words change none. A mark has 18 bits, so one change of 262,144 goes unseen.
package struct ConsentMarks: Sendable {
  /// Three letters of base64url for each optional service, all different, in the order of the declaration.
  package let byService: [String]

  /// The marks of the services of a controller.
  ///
  /// - Parameters:
  ///   - services: The services.
  ///   - controller: Who asks.
  ///   - policies: The last important changes of policies; a new one changes every mark.
  ///   - purposes: The declared purposes, which services refer to.
  package init(
    of services: [Service], controller: String, policies: [String] = [],
    purposes: [ProcessingPurpose] = []
  ) {
    var taken: Set<String> = []
    byService = services.map { service in
      let own = ConsentMarks.material(of: service, controller: controller, purposes: purposes)
      let material = ([own] + policies).joined(separator: "\n")
      var mark = ""
      var attempt = 0
      repeat {
        mark = ConsentMarks.short(material + (attempt == 0 ? "" : "\n\(attempt)"))
        attempt += 1
      } while !taken.insert(mark).inserted
      return mark
    }
  }

  /// Everything that matters to who is asked.
  private static func material(
    of service: Service, controller: String, purposes: [ProcessingPurpose]
  ) -> String {
    // Who asks is named before it.
    let provider =
      service.provider.isOperator
      ? "The operator, on a server of their own" : service.provider.name ?? ""
    var lines = [
      controller, service.id.value, service.effectiveCategory.rawValue,
      provider, service.provider.country ?? "",
      service.isSharing ? "shares" : "",
    ]
    if service.isToldOfEvents { lines.append("events") }
    lines += service.purposes.map { key(of: $0.value, among: purposes) }.sorted()
    lines += ["to"] + service.transfers.sorted()
    lines += ["hosts"] + service.loadedHosts.sorted()
    lines += ["keeps"]
    lines += service.storage.map { item in
      "\(item.name?.value ?? "") \(item.kind.rawValue) \(item.party.rawValue) \(item.lifetime?.key ?? "session")"
    }.sorted()
    // What the catalogue says is not asked about again when its words change.
    if service.purpose != service.cataloguePurpose { lines += ["for", key(of: service.purpose)] }
    if service.sends != service.catalogueSends { lines += ["gets", key(of: service.sends)] }
    return lines.joined(separator: "\n")
  }

  /// What matters of a purpose.
  private static func key(of id: String, among purposes: [ProcessingPurpose]) -> String {
    guard let purpose = purposes.first(where: { $0.id?.value == id }) else { return id }
    return [
      id, purpose.basis?.rawValue ?? "", purpose.category?.rawValue ?? "", key(of: purpose.title),
    ].joined(separator: " ")
  }

  /// The text in the language that it was first written in, so that a translation changes nothing.
  private static func key(of text: LocalizedText?) -> String { text?.variants.first?.text ?? "" }

  private static func short(_ text: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    let bytes = ContentDigest(of: Array(text.utf8)).bytes
    let number = bytes.prefix(3).reduce(0) { $0 << 8 | Int($1) }
    return String(
      decoding: [18, 12, 6].map { letters[number >> $0 & 63] }, as: UTF8.self)
  }
}

extension Retention {
  /// The length of time in a form that does not depend on a language.
  var key: String {
    switch self {
    case .period(let period): period.isoText
    case .session: "session"
    case .untilErased: "until-erased"
    case .criteria: "criteria"
    }
  }
}
