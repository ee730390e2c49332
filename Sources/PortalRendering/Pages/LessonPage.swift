import CourseModel
import Files
import Templates

/// A lesson's page.
struct LessonPage: TemplateModel {
  var frame: PageFrame
  var outline: [UInt8]
  var course: LessonCourse
  var contents: TableOfContents
  var pager: Pager
  var lesson: LessonView

  static let fields: [TemplateField<LessonPage>] =
    PageFrame.fields { $0.frame } + [
      .html("outline") { $0.outline }, .record("course") { $0.course },
      .record("toc") { $0.contents }, .record("pager") { $0.pager },
      .record("lesson") { $0.lesson },
    ]
}

/// A section's page.
struct SectionPage: TemplateModel {
  var frame: PageFrame
  var outline: [UInt8]
  var courseID: String
  var contents: TableOfContents
  var pager: Pager
  var title: String
  var titleID: [UInt8]?
  /// The language of the section's title and text, where it is not the course's.
  var language: LanguageTag?
  var body: [UInt8]?
  var lessonCount: String
  var duration: String?
  var lessons: [LessonRow]

  static let fields: [TemplateField<SectionPage>] =
    PageFrame.fields { $0.frame } + [
      .html("outline") { $0.outline }, .record("course") { CourseReference(id: $0.courseID) },
      .record("toc") { $0.contents }, .record("pager") { $0.pager },
      .record("section") { SectionContent(page: $0) },
    ]

  private struct SectionContent: TemplateModel {
    let page: SectionPage

    static let fields: [TemplateField<SectionContent>] = [
      .text("title") { $0.page.title }, .text("title_id") { $0.page.titleID },
      .text("lang") { $0.page.language?.text },
      .text("dir") { $0.page.language?.direction }, .html("body") { $0.page.body },
      .text("lesson_count") { $0.page.lessonCount }, .text("duration") { $0.page.duration },
      .list("lessons") { $0.page.lessons },
    ]
  }
}

/// The course that a page belongs to.
struct CourseReference: TemplateModel {
  var id: String

  static let fields: [TemplateField<CourseReference>] = [.text("id") { $0.id }]
}

/// The course that a lesson belongs to, and where it leads once it is completed.
struct LessonCourse: TemplateModel {
  var id: String
  var title: String
  var url: [UInt8]
  var certificate: [UInt8]?

  /// What pages in a folder say of a course.
  init(_ course: Course, from folder: RelativePath) {
    id = course.slug
    title = course.title
    url = course.output.reference(from: folder)
    certificate = course.certificate?.reference(from: folder)
  }

  static let fields: [TemplateField<LessonCourse>] = [
    .text("id") { $0.id }, .text("title") { $0.title }, .text("url") { $0.url },
    .text("certificate_url") { $0.certificate },
  ]
}

/// The way to the neighbours of a page.
struct Pager: TemplateModel {
  var previous: NamedLink?
  var next: NamedLink?

  static let fields: [TemplateField<Pager>] = [
    .flag("any") { $0.previous != nil || $0.next != nil },
    .record("previous") { $0.previous }, .record("next") { $0.next },
  ]
}

/// What a lesson's page shows.
struct LessonView: TemplateModel {
  var id: String
  var title: String
  var titleID: [UInt8]?
  /// The lesson's language, where it is not the course's.
  var language: LanguageTag?
  var duration: String?
  var isPreview = false
  var isOptional = false
  var completion: String?
  var updated: Updated?
  var body: [UInt8]?
  var video: VideoView?
  var downloads: [Download] = []
  var discussionURL: String?
  var locked: LockedNotice?
  var scheduled: Updated?
  var order: OrderNotice?

  static let fields: [TemplateField<LessonView>] = [
    .text("id") { $0.id }, .text("title") { $0.title }, .text("title_id") { $0.titleID },
    .text("lang") { $0.language?.text }, .text("dir") { $0.language?.direction },
    .text("duration") { $0.duration }, .flag("preview") { $0.isPreview },
    .flag("optional") { $0.isOptional },
    .text("completion") { $0.completion }, .record("updated") { $0.updated },
    .flag("open") { $0.locked == nil && $0.scheduled == nil }, .html("body") { $0.body },
    .record("video") { $0.video }, .list("downloads") { $0.downloads },
    .flag("has_downloads") { !$0.downloads.isEmpty },
    .text("discussion_url") { $0.discussionURL }, .record("locked") { $0.locked },
    .record("scheduled") { $0.scheduled }, .record("order") { $0.order },
  ]
}

/// What stands in place of a closed lesson.
struct LockedNotice: TemplateModel {
  var summary: String?
  var text: String
  var price: PriceTag?
  var actions: [Action]
  /// The lesson in the course's reader, for who has bought it.
  var readerURL: [UInt8]?

  static let fields: [TemplateField<LockedNotice>] = [
    .text("summary") { $0.summary }, .text("text") { $0.text }, .record("price") { $0.price },
    .list("actions") { $0.actions }, .text("reader_url") { $0.readerURL },
  ]
}

/// A file to take along.
struct Download: TemplateModel {
  var title: String
  var url: [UInt8]
  var size: String?

  static let fields: [TemplateField<Download>] = [
    .text("title") { $0.title }, .text("url") { $0.url }, .text("size") { $0.size },
  ]
}

/// A film with its captions.
struct VideoView: TemplateModel {
  var url: [UInt8]
  var poster: [UInt8]?
  var width: Int
  var height: Int
  var captions: [Caption]
  var transcript: [UInt8]?

  static let fields: [TemplateField<VideoView>] = [
    .text("url") { $0.url }, .text("poster") { $0.poster }, .text("width") { String($0.width) },
    .text("height") { String($0.height) }, .list("captions") { $0.captions },
    .html("transcript") { $0.transcript },
  ]

  /// A WebVTT file, and its text for where browsers load none.
  struct Caption: TemplateModel {
    var url: [UInt8]
    var language: String
    var name: String
    var isDefault: Bool
    var text: [UInt8]?

    static let fields: [TemplateField<Caption>] = [
      .text("url") { $0.url }, .text("lang") { $0.language }, .text("name") { $0.name },
      .flag("default") { $0.isDefault }, .text("text") { $0.text },
    ]
  }
}

/// A course's own navigation, rendered once for all pages of a folder.
struct CourseOutline: TemplateModel {
  var strings: UIStrings
  var id: String
  var title: String
  var url: [UInt8]
  var isLong: Bool
  /// Whether some lesson waits for others.
  var isOrdered = false
  var sections: [Section]

  static let fields: [TemplateField<CourseOutline>] = [
    .strings("strings", names: UIStrings.names) { $0.strings.values },
    .record("outline") { Tree(outline: $0) },
  ]

  private struct Tree: TemplateModel {
    let outline: CourseOutline

    static let fields: [TemplateField<Tree>] = [
      .text("id") { $0.outline.id }, .text("title") { $0.outline.title },
      .text("url") { $0.outline.url }, .flag("long") { $0.outline.isLong },
      .flag("ordered") { $0.outline.isOrdered },
      .list("sections") { $0.outline.sections },
    ]
  }

  /// A section with its lessons.
  struct Section: TemplateModel {
    var title: String?
    var url: [UInt8]
    /// The title's language, where it is not the course's.
    var language: LanguageTag?
    var lessons: [LessonRow]

    static let fields: [TemplateField<Section>] = [
      .text("title") { $0.title }, .text("url") { $0.url }, .text("lang") { $0.language?.text },
      .text("dir") { $0.language?.direction },
      .flag("has_lessons") { !$0.lessons.isEmpty }, .list("lessons") { $0.lessons },
    ]
  }
}
