import CourseModel
package import Templates

/// A title.
struct TitleRow: TemplateModel {
  var title: String

  static let fields: [TemplateField<TitleRow>] = [.slot("title") { $0.title }]
}

/// A name with an address.
struct LinkRow: TemplateModel {
  var name: String
  var url: String

  static let fields: [TemplateField<LinkRow>] = [
    .slot("name") { $0.name }, .slot("url") { $0.url },
  ]
}

/// The age at which people of a country consent by themselves.
struct AgeRow: TemplateModel {
  var country: String
  var age: Int

  static let fields: [TemplateField<AgeRow>] = [
    .slot("country") { $0.country }, .slot("age") { String($0.age) },
  ]
}

/// A purpose with its legal basis.
struct PurposeRow: TemplateModel {
  var title: String
  var basis: String
  var interest: String
  var law: String
  var data: String
  var retention: String

  static let fields: [TemplateField<PurposeRow>] = [
    .slot("title") { $0.title }, .slot("basis") { $0.basis }, .slot("interest") { $0.interest },
    .slot("law") { $0.law }, .slot("data") { $0.data }, .slot("retention") { $0.retention },
  ]
}

/// A kind of data.
struct DataRow: TemplateModel {
  var title: String
  var fieldNames: String
  var source: String
  var required: String
  var purposes: String
  var basis: String
  var recipients: String
  var retention: String
  var california: String

  static let fields: [TemplateField<DataRow>] = [
    .slot("title") { $0.title }, .slot("fields") { $0.fieldNames },
    .slot("source") { $0.source }, .slot("required") { $0.required },
    .slot("purposes") { $0.purposes }, .slot("basis") { $0.basis },
    .slot("recipients") { $0.recipients }, .slot("retention") { $0.retention },
    .slot("ccpa") { $0.california },
  ]
}

/// The web server's log.
struct LogRow: TemplateModel {
  var names: [LinkRow] = []
  var retention = ""
  var purposes = ""
  var basis = ""

  static let fields: [TemplateField<LogRow>] = [
    .list("fields") { $0.names }, .slot("retention") { $0.retention },
    .slot("purposes") { $0.purposes }, .slot("basis") { $0.basis },
  ]

  init(_ source: PolicySource) {
    guard let logs = source.legal.data.first(where: { $0.id?.value == PersonalData.serverLogs })
    else { return }
    let row = source.row(of: logs)
    names = logs.fields.map { LinkRow(name: source.words.word("field", $0), url: "") }
    (retention, purposes, basis) = (row.retention, row.purposes, row.basis)
  }
}

/// Somebody whom data is handed to.
struct RecipientRow: TemplateModel {
  var name: String
  var role: String
  var country: String
  var purposes: String
  var privacyURL: String
  var isProcessor: Bool

  static let fields: [TemplateField<RecipientRow>] = [
    .slot("name") { $0.name }, .slot("role") { $0.role }, .slot("country") { $0.country },
    .slot("purposes") { $0.purposes }, .slot("privacy_url") { $0.privacyURL },
    .flag("processor") { $0.isProcessor },
  ]
}

/// Data that leaves the European Economic Area.
struct TransferRow: TemplateModel {
  var recipient: String
  var country: String
  var mechanism: String
  var instrument: String
  var asOf: String
  var copy: String

  static let fields: [TemplateField<TransferRow>] = [
    .slot("recipient") { $0.recipient }, .slot("country") { $0.country },
    .slot("mechanism") { $0.mechanism }, .slot("instrument") { $0.instrument },
    .slot("as_of") { $0.asOf }, .slot("copy") { $0.copy },
  ]
}

/// An account of another service.
struct LinkedAccountRow: TemplateModel {
  var provider: String
  var data: String
  var scopes: String
  var privacyURL: String

  static let fields: [TemplateField<LinkedAccountRow>] = [
    .slot("provider") { $0.provider }, .slot("data") { $0.data }, .slot("scopes") { $0.scopes },
    .slot("privacy_url") { $0.privacyURL },
  ]
}

/// What the public interface tells of a kind of thing.
struct PublicFieldRow: TemplateModel {
  var title: String
  var fieldNames: String

  static let fields: [TemplateField<PublicFieldRow>] = [
    .slot("title") { $0.title }, .slot("fields") { $0.fieldNames },
  ]
}

/// A right, and the way to use it.
package struct RequestRow: TemplateModel {
  package var id: String
  package var title: String
  /// The form's address, or a prepared mail.
  package var url: String

  package static let fields: [TemplateField<RequestRow>] = [
    .slot("id") { $0.id }, .slot("title") { $0.title }, .slot("url") { $0.url },
  ]
}

/// What is said of accessibility.
struct AccessibilityRow: TemplateModel {
  var standard = ""
  var status = ""
  var feedback = ""
  var reviewed = ""
  var gaps: [String] = []

  static let fields: [TemplateField<AccessibilityRow>] = [
    .slot("standard") { $0.standard }, .slot("status") { $0.status },
    .slot("feedback") { $0.feedback }, .slot("reviewed") { $0.reviewed },
    .list("gaps") { $0.gaps.map { GapRow(text: $0) } },
  ]

  init(_ source: PolicySource) {
    guard let statement = source.legal.accessibility else { return }
    standard = statement.standard ?? ""
    status = source.words.word("status", statement.status)
    feedback = statement.feedback ?? source.legal.operator?.email?.value ?? ""
    reviewed = (statement.reviewed?.value).map(source.words.interface.date) ?? ""
    gaps = statement.gaps.map(source.text)
  }

  private struct GapRow: TemplateModel {
    var text: String

    static let fields: [TemplateField<GapRow>] = [.slot("text") { $0.text }]
  }
}

/// How requests of authorities are answered.
struct LawRow: TemplateModel {
  var requests: String
  var grounds: [TitleRow]

  static let fields: [TemplateField<LawRow>] = [
    .slot("requests") { $0.requests }, .list("grounds") { $0.grounds },
  ]

  init(_ source: PolicySource) {
    let law = source.legal.lawEnforcement
    requests = law.requestsLastYear.map { String($0) } ?? ""
    grounds = law.grounds.map { TitleRow(title: source.words.word("ground", $0)) }
  }
}

/// A category of California's law.
struct CaliforniaRow: TemplateModel {
  var letter: String
  var title: String
  var examples: String
  var data: String
  var sources: String
  var purposes: String
  var disclosedTo: String
  var retention: String
  var isSold: Bool
  var isShared: Bool

  static let fields: [TemplateField<CaliforniaRow>] = [
    .slot("letter") { $0.letter }, .slot("title") { $0.title },
    .slot("examples") { $0.examples }, .slot("data") { $0.data },
    .slot("sources") { $0.sources }, .slot("purposes") { $0.purposes },
    .slot("disclosed_to") { $0.disclosedTo }, .slot("retention") { $0.retention },
    .flag("sold") { $0.isSold }, .flag("shared") { $0.isShared },
  ]
}
