import Templates

/// A plain page.
struct DocumentPage: TemplateModel {
  var frame: PageFrame
  var contents: TableOfContents
  var title: String
  var titleID: [UInt8]?
  var lead: String?
  var body: [UInt8]
  /// Whether the body has something that the script of lessons brings to life.
  var hasQuiz = false
  var updated: Updated?

  static let fields: [TemplateField<DocumentPage>] =
    PageFrame.fields { $0.frame } + [
      .record("toc") { $0.contents }, .record("document") { Content(page: $0) },
    ]

  private struct Content: TemplateModel {
    let page: DocumentPage

    static let fields: [TemplateField<Content>] = [
      .text("title") { $0.page.title }, .text("title_id") { $0.page.titleID },
      .text("lead") { $0.page.lead },
      .html("body") { $0.page.body }, .flag("quiz") { $0.page.hasQuiz },
      .record("updated") { $0.page.updated },
    ]
  }
}

/// A person's page.
struct AuthorPage: TemplateModel {
  var frame: PageFrame
  var person: Person
  var titleID: [UInt8]?
  var body: [UInt8]?
  var hasQuiz = false
  var links: [NamedLink]
  var cards: [CourseCard]

  static let fields: [TemplateField<AuthorPage>] =
    PageFrame.fields { $0.frame } + [.record("author") { Content(page: $0) }]

  private struct Content: TemplateModel {
    let page: AuthorPage

    static let fields: [TemplateField<Content>] = [
      .text("name") { $0.page.person.name }, .text("title_id") { $0.page.titleID },
      .text("role") { $0.page.person.role },
      .text("initials") { $0.page.person.initials }, .record("photo") { $0.page.person.photo },
      .html("body") { $0.page.body }, .list("links") { $0.page.links },
      .flag("has_links") { !$0.page.links.isEmpty }, .list("cards") { $0.page.cards },
      .flag("has_cards") { !$0.page.cards.isEmpty },
      .flag("learning") { $0.page.hasQuiz || !$0.page.cards.isEmpty },
    ]
  }
}

/// A page with nothing of its own: the search, and what is shown for an unknown address.
struct BarePage: TemplateModel {
  var frame: PageFrame

  static let fields: [TemplateField<BarePage>] = PageFrame.fields { $0.frame }
}

/// A former address.
struct RedirectPage: TemplateModel {
  var frame: PageFrame
  var url: [UInt8]
  var canonical: String?

  static let fields: [TemplateField<RedirectPage>] =
    PageFrame.fields { $0.frame } + [.record("redirect") { Target(page: $0) }]

  private struct Target: TemplateModel {
    let page: RedirectPage

    static let fields: [TemplateField<Target>] = [
      .text("url") { $0.page.url }, .text("canonical") { $0.page.canonical },
    ]
  }
}
