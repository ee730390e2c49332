import Templates

/// The page on which buyers of a course read it.
struct ReaderPage: TemplateModel {
  var frame: PageFrame
  var id: String
  var title: String
  var subtitle: String?
  var price: PriceTag?
  var actions: [Action]
  /// The course's landing page.
  var landing: [UInt8]
  var isSealed: Bool
  /// Whether the course is sealed with keys that everybody can make.
  var isPreview: Bool
  /// What the reader's script needs to know, as JSON.
  var data: [UInt8]
  var sections: [Section]

  static let fields: [TemplateField<ReaderPage>] =
    PageFrame.fields { $0.frame } + [
      .record("course") { Product(page: $0) }, .text("landing") { $0.landing },
      .flag("sealed") { $0.isSealed }, .flag("preview") { $0.isPreview }, .html("data") { $0.data },
      .list("sections") { $0.sections },
    ]

  private struct Product: TemplateModel {
    let page: ReaderPage

    static let fields: [TemplateField<Product>] = [
      .text("id") { $0.page.id }, .text("title") { $0.page.title },
      .text("subtitle") { $0.page.subtitle }, .record("price") { $0.page.price },
      .list("actions") { $0.page.actions },
    ]
  }

  /// A section of the course.
  struct Section: TemplateModel {
    var title: String?
    var lessons: [Lesson]

    static let fields: [TemplateField<Section>] = [
      .text("title") { $0.title ?? "" }, .list("lessons") { $0.lessons },
    ]
  }

  /// A lesson of the course.
  struct Lesson: TemplateModel {
    var id: String
    var row: LessonRow

    static let fields: [TemplateField<Lesson>] = [
      .text("id") { $0.id }, .text("title") { $0.row.title }, .text("url") { $0.row.url },
      .text("duration") { $0.row.duration }, .flag("preview") { $0.row.isPreview },
      .flag("optional") { $0.row.isOptional }, .flag("quiz") { $0.row.isQuiz },
    ]
  }
}
