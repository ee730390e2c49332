import CourseModel
import Templates

/// A course's landing page.
struct CoursePage: TemplateModel {
  var frame: PageFrame
  var course: CourseView

  static let fields: [TemplateField<CoursePage>] =
    PageFrame.fields { $0.frame } + [.record("course") { $0.course }]
}

/// What a landing page says of its course.
struct CourseView: TemplateModel {
  var id: String
  var title: String
  var titleID: [UInt8]?
  var subtitle: String?
  var level: String?
  var duration: String?
  var lessonCount: String
  var sectionCount: String?
  var language: String?
  var byline: String?
  var cover: Picture
  var price: PriceTag?
  var actions: [Action] = []
  var offerNote: String?
  var outcomes: [InlineText] = []
  var requirements: [InlineText] = []
  var audience: [InlineText] = []
  var prerequisites: [OptionalLink] = []
  var authors: [Person] = []
  var body: [UInt8]?
  var sections: [SectionView] = []
  var tags: [NamedLink] = []
  var shares: [NamedLink] = []
  var translations: [LanguageLink] = []
  var updated: Updated?
  var license: License?
  var version: String?
  var discussionURL: String?
  /// Whether some lesson waits for others.
  var isOrdered = false
  var certificate: [UInt8]?

  static let fields: [TemplateField<CourseView>] = [
    .text("id") { $0.id }, .text("title") { $0.title }, .text("title_id") { $0.titleID },
    .text("subtitle") { $0.subtitle }, .text("level") { $0.level },
    .text("duration") { $0.duration },
    .text("lesson_count") { $0.lessonCount }, .text("section_count") { $0.sectionCount },
    .text("language") { $0.language }, .text("byline") { $0.byline },
    .record("cover") { $0.cover }, .record("price") { $0.price }, .list("actions") { $0.actions },
    .text("offer_note") { $0.offerNote },
    .list("outcomes") { $0.outcomes }, .flag("has_outcomes") { !$0.outcomes.isEmpty },
    .list("requirements") { $0.requirements },
    .flag("has_requirements") { !$0.requirements.isEmpty },
    .list("audience") { $0.audience }, .flag("has_audience") { !$0.audience.isEmpty },
    .list("prerequisites") { $0.prerequisites },
    .flag("has_prerequisites") { !$0.prerequisites.isEmpty },
    .list("authors") { $0.authors }, .flag("has_authors") { !$0.authors.isEmpty },
    .html("body") { $0.body }, .list("sections") { $0.sections },
    .list("tags") { $0.tags }, .flag("has_tags") { !$0.tags.isEmpty },
    .list("shares") { $0.shares }, .flag("has_shares") { !$0.shares.isEmpty },
    .list("translations") { $0.translations },
    .flag("has_translations") { !$0.translations.isEmpty },
    .record("updated") { $0.updated }, .record("license") { $0.license },
    .text("version") { $0.version }, .text("discussion_url") { $0.discussionURL },
    .flag("ordered") { $0.isOrdered }, .text("certificate_url") { $0.certificate },
  ]
}

/// A price in words.
struct PriceTag: TemplateModel {
  var text: String
  /// The price before a sale.
  var before: String?
  /// When the sale ends, in the form of ISO 8601.
  var until: String?

  static let fields: [TemplateField<PriceTag>] = [
    .text("text") { $0.text }, .text("before") { $0.before }, .text("until") { $0.until },
  ]
}

/// Something to do with a course.
struct Action: TemplateModel {
  var kind: String
  var title: String
  var url: [UInt8]
  var isPrimary = false
  var isExternal = false

  static let fields: [TemplateField<Action>] = [
    .text("kind") { $0.kind }, .text("title") { $0.title }, .text("url") { $0.url },
    .flag("primary") { $0.isPrimary }, .flag("external") { $0.isExternal },
  ]
}

/// A line of a list.
struct InlineText: TemplateModel {
  var html: [UInt8]

  static let fields: [TemplateField<InlineText>] = [.html("html") { $0.html }]
}

/// Words that may lead somewhere.
struct OptionalLink: TemplateModel {
  /// The name of the course that the words stand for.
  var id: String?
  var title: String
  var url: [UInt8]?
  /// The language of the words, where it is not that of the page.
  var language: String?

  static let fields: [TemplateField<OptionalLink>] = [
    .text("id") { $0.id }, .text("title") { $0.title }, .text("url") { $0.url },
    .text("lang") { $0.language },
  ]
}

/// A person beside a course.
struct Person: TemplateModel {
  var name: String
  var url: [UInt8]?
  var role: String?
  var initials: String
  var photo: Picture?

  static let fields: [TemplateField<Person>] = [
    .text("name") { $0.name }, .text("url") { $0.url }, .text("role") { $0.role },
    .text("initials") { $0.initials }, .record("photo") { $0.photo },
  ]
}

/// A section in a list of contents.
struct SectionView: TemplateModel {
  var title: String?
  var url: [UInt8]
  var duration: String?
  var lessons: [LessonRow]

  static let fields: [TemplateField<SectionView>] = [
    .text("title") { $0.title }, .text("url") { $0.url }, .text("duration") { $0.duration },
    .list("lessons") { $0.lessons },
  ]
}

/// A lesson in a list of contents.
struct LessonRow: TemplateModel {
  var title: String
  var url: [UInt8]
  var duration: String?
  var isPreview = false
  var isOptional = false
  var isQuiz = false
  var isLocked = false
  var opens: String?
  /// The title's language, where it is not the course's.
  var language: LanguageTag?

  static let fields: [TemplateField<LessonRow>] = [
    .text("title") { $0.title }, .text("url") { $0.url }, .text("duration") { $0.duration },
    .flag("preview") { $0.isPreview }, .flag("optional") { $0.isOptional },
    .flag("quiz") { $0.isQuiz }, .flag("locked") { $0.isLocked }, .text("opens") { $0.opens },
    .text("lang") { $0.language?.text }, .text("dir") { $0.language?.direction },
  ]
}
