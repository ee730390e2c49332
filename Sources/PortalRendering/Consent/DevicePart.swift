import ConsentBanner
import CourseModel
import Files
import Templates

/// A function within a policy page: what is kept on the device, or the choice about services.
struct DevicePart: TemplateModel {
  /// The functions, by the names that clauses give them.
  enum Kind: String {
    case deviceData = "device-data"
    case consentChoice = "consent-choice"
    case consentReceipt = "consent-receipt"
  }

  var strings: UIStrings
  var script: [UInt8]
  var items: [Item] = []
  var services: [Entry] = []

  static let scriptPath = RelativePath("assets/your-data.js")

  static let fields: [TemplateField<DevicePart>] = [
    .record("part") { Content(part: $0) },
    .strings("strings", names: UIStrings.names) { $0.strings.values },
  ]

  private struct Content: TemplateModel {
    let part: DevicePart

    static let fields: [TemplateField<Content>] = [
      .text("script") { $0.part.script }, .list("items") { $0.part.items },
      .list("services") { $0.part.services },
    ]
  }

  /// Something that the portal keeps.
  struct Item: TemplateModel {
    var title: String
    var purpose: String
    /// The beginnings of its names, with blanks between.
    var keys: String

    static let fields: [TemplateField<Item>] = [
      .text("title") { $0.title }, .text("purpose") { $0.purpose }, .text("keys") { $0.keys },
    ]
  }

  /// A service that waits for a choice.
  struct Entry: TemplateModel {
    var id: String
    var title: String

    static let fields: [TemplateField<Entry>] = [
      .text("id") { $0.id }, .text("title") { $0.title },
    ]
  }

  /// What the portal's own scripts keep, by the words that name it, with the beginnings of its names.
  static let kept = [
    (name: "consent", keys: "clv_consent"), (name: "progress", keys: "clevio:progress:"),
    (name: "notes", keys: "clevio:notes:"), (name: "certificate", keys: "clevio:certificate:"),
    (name: "licence", keys: "clevio:licence:"), (name: "offline", keys: "clevio-offline:"),
    (name: "language", keys: "clevio:language"),
    (name: "scheme", keys: "clevio:scheme"), (name: "other", keys: "clevio:"),
  ]
}

extension PortalSite {
  /// The HTML of a function within a policy page, written where its clause ends; `nil` for a name that is
  /// none of ours.
  func devicePart(_ name: String, on output: RelativePath, in language: LanguageTag) -> [UInt8]? {
    guard let kind = DevicePart.Kind(rawValue: name) else { return nil }
    let strings = words(in: language)
    var part = DevicePart(
      strings: strings, script: DevicePart.scriptPath.reference(from: output.parent))
    let template: Template<DevicePart>
    switch kind {
    case .deviceData:
      template = theme.deviceData
      part.items = DevicePart.kept.filter { $0.name != "consent" || consent != nil }.map {
        DevicePart.Item(
          title: strings.text("device_\($0.name)"),
          purpose: strings.text("device_\($0.name)_purpose"), keys: $0.keys)
      }
    case .consentChoice:
      template = theme.consentChoice
      part.services = (consent?.data.services ?? []).map {
        DevicePart.Entry(id: $0.id.value, title: $0.title(in: strings.language))
      }
    case .consentReceipt: template = theme.consentReceipt
    }
    guard kind == .deviceData || consent?.data.services.isEmpty == false else { return [] }
    return template.rendered(part)
  }
}
