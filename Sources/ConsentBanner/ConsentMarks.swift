package import CourseModel
import Files

/// What a visitor agrees to, in a form that is short and changes only if the matter does.
///
/// A record of consent holds the marks of the services that it was about. A service that is new, or of which
/// anything changed that matters to who is asked, has a mark that no earlier record holds; words, colours
/// and the order of services change none.
package struct ConsentMarks: Sendable {
  /// Three letters of base64url for each optional service, all different, in the order of the declaration.
  package let byService: [String]

  /// The marks of the services of a controller.
  ///
  /// - Parameters:
  ///   - services: The services.
  ///   - controller: Who asks.
  ///   - policies: The last important changes of policies; a new one changes every mark.
  package init(of services: [Service], controller: String, policies: [String] = []) {
    var taken: Set<String> = []
    byService = services.map { service in
      let material = ([ConsentMarks.material(of: service, controller: controller)] + policies)
        .joined(separator: "\n")
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
  private static func material(of service: Service, controller: String) -> String {
    var lines = [
      controller, service.id.value, service.effectiveCategory.rawValue,
      service.provider.name ?? "", service.provider.country ?? "",
      service.isSharing ? "shares" : "",
    ]
    if service.isToldOfEvents { lines.append("events") }
    lines += service.purposes.map(\.value).sorted() + ["to"] + service.transfers.sorted()
    lines += ["hosts"] + service.loadedHosts.sorted()
    lines += ["keeps"]
    lines += service.storage.map { item in
      "\(item.name?.value ?? "") \(item.kind.rawValue) \(item.party.rawValue) \(item.lifetime?.key ?? "session")"
    }.sorted()
    return lines.joined(separator: "\n")
  }

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
