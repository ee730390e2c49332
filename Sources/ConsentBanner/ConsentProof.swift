import Bytes
import CourseModel
package import Files

/// What visitors are asked, published under a name made of its content, so that it never changes: who keeps
/// a record of consent can show what it was given to.
package struct ConsentProof: Sendable {
  /// The file.
  package let bytes: [UInt8]
  /// Eight hexadecimal digits.
  package let revision: String

  /// The place of a revision's file.
  package static func path(_ revision: String) -> RelativePath {
    RelativePath(".well-known/clevio-consent/\(revision).json")
  }

  /// Describes what is asked.
  ///
  /// - Parameters:
  ///   - data: The declaration.
  ///   - script: The consent script as pages load it.
  ///   - styles: The style sheet as pages load it.
  ///   - texts: Banner and dialog as they are shown, by language, ordered.
  package init(
    _ data: ConsentData, script: [UInt8], styles: [UInt8],
    texts: [(language: String, html: [UInt8])]
  ) {
    let digests = texts.map { "    \($0.language.quotedAsJSON): \(digest($0.html).quotedAsJSON)" }
    let services = zip(data.services, data.marks.byService).map(ConsentProof.describe)
    let categories = ConsentCategory.allCases.filter { category in
      category.isOptional && data.services.contains { $0.effectiveCategory == category }
    }
    let settings = data.settings
    let text = """
      {
        "record": "v1.<revision>.<days since 1970-01-01>.<one bit for each service, base64url>.<marks>.<flags>",
        "script": \(digest(script).quotedAsJSON),
        "styles": \(digest(styles).quotedAsJSON),
        "texts": {
      \(digests.joined(separator: ",\n"))
        },
        "buttons": ["reject", "accept", "settings"],
        "defaults": "every optional service is off",
        "days": {"accept": \(settings.acceptLifetime.value.inDays), "reject": \(settings.rejectLifetime.value.inDays)},
        "globalPrivacyControl": \(settings.honoursGlobalPrivacyControl),
        "doNotTrack": \(settings.honoursDoNotTrack),
        "categories": [\(categories.map(\.rawValue.quotedAsJSON).joined(separator: ", "))],
        "services": [
      \(services.joined(separator: ",\n"))
        ]
      }

      """
    bytes = Array(text.utf8)
    revision = String(ContentDigest(of: bytes).description.prefix(8))
  }

  private static func describe(_ service: Service, mark: String) -> String {
    let storage = service.storage.map { item in
      "{\"name\": \((item.name?.value ?? "").quotedAsJSON), \"type\": \(item.kind.rawValue.quotedAsJSON), "
        + "\"party\": \(item.party.rawValue.quotedAsJSON), \"maxAge\": \((item.lifetime?.key ?? "session").quotedAsJSON)}"
    }
    return """
          {
            "id": \(service.id.value.quotedAsJSON), "mark": \(mark.quotedAsJSON),
            "category": \(service.effectiveCategory.rawValue.quotedAsJSON),
            "provider": \((service.provider.name ?? "").quotedAsJSON),
            "country": \((service.provider.country ?? "").quotedAsJSON),
            "sharing": \(service.isSharing),
            "hosts": [\(service.loadedHosts.map(\.quotedAsJSON).joined(separator: ", "))],
            "storage": [\(storage.joined(separator: ", "))]
          }
      """
  }
}

private func digest(_ bytes: [UInt8]) -> String { "sha256-" + ContentDigest(of: bytes).description }
