import Templates

/// A document of a portal's policies.
struct PolicyPage: TemplateModel {
  var frame: PageFrame
  var contents: TableOfContents
  var title: String
  /// The language of the text, where it is not the page's.
  var language: String?
  var direction: String?
  var body: [UInt8]
  /// Version and days.
  var facts: [Fact] = []
  /// What the reader must know before the text: that another version comes, or that this one is over.
  var notice: Notice?
  /// What the version changed, as HTML.
  var changes: [UInt8]?
  var versions: [NamedLink] = []

  static let fields: [TemplateField<PolicyPage>] =
    PageFrame.fields { $0.frame } + [
      .record("toc") { $0.contents }, .record("document") { Content(page: $0) },
      .record("policy") { History(page: $0) },
    ]

  private struct Content: TemplateModel {
    let page: PolicyPage

    static let fields: [TemplateField<Content>] = [
      .text("title") { $0.page.title }, .text("lead") { $0.page.notice?.text },
      .html("body") { $0.page.body },
    ]
  }

  private struct History: TemplateModel {
    let page: PolicyPage

    static let fields: [TemplateField<History>] = [
      .text("lang") { $0.page.language }, .text("dir") { $0.page.direction },
      .list("facts") { $0.page.facts }, .flag("has_facts") { !$0.page.facts.isEmpty },
      .record("notice") { $0.page.notice }, .flag("untranslated") { $0.page.language != nil },
      .html("changes") { $0.page.changes },
      .list("versions") { $0.page.versions }, .flag("has_versions") { !$0.page.versions.isEmpty },
    ]
  }

  /// A line under the title.
  struct Fact: TemplateModel {
    var label: String
    var text: String
    /// The day as ISO 8601 writes it.
    var date: String?

    static let fields: [TemplateField<Fact>] = [
      .text("label") { $0.label }, .text("text") { $0.text }, .text("date") { $0.date },
    ]
  }

  /// A sentence with a link.
  struct Notice: TemplateModel {
    var text: String
    var link: NamedLink

    static let fields: [TemplateField<Notice>] = [
      .text("text") { $0.text }, .record("link") { $0.link },
    ]
  }
}

/// A function of a page that stands among the texts of a document: requests, withdrawal.
struct PolicyPartPage: TemplateModel {
  var strings: UIStrings
  var kind: String
  var requests: [Request] = []
  /// The operator's own form, where there is one.
  var formURL: String?

  static let fields: [TemplateField<PolicyPartPage>] = [
    .record("part") { Content(page: $0) },
    .strings("strings", names: UIStrings.names) { $0.strings.values },
  ]

  private struct Content: TemplateModel {
    let page: PolicyPartPage

    static let fields: [TemplateField<Content>] = [
      .flag("request_form") { $0.page.kind == "request-form" },
      .flag("withdrawal_form") { $0.page.kind == "withdrawal-form" },
      .list("requests") { $0.page.requests }, .text("form_url") { $0.page.formURL },
    ]
  }

  /// A right, and the way to use it.
  struct Request: TemplateModel {
    var id: String
    var title: String
    var url: String

    static let fields: [TemplateField<Request>] = [
      .text("id") { $0.id }, .text("title") { $0.title }, .text("url") { $0.url },
    ]
  }
}
