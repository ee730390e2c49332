import Templates

/// The catalogue, or the part of it that has one property.
struct ListingPage: TemplateModel {
  var frame: PageFrame
  var listing: ListingView

  static let fields: [TemplateField<ListingPage>] =
    PageFrame.fields { $0.frame } + [.record("listing") { $0.listing }]
}

/// What a list of courses shows.
struct ListingView: TemplateModel {
  var title: String
  var tagline: String?
  var group: String?
  var courseCount: String?
  var clearURL: [UInt8]?
  var body: [UInt8]?
  var facets: [FacetView] = []
  var cards: [CourseCard]
  var position: String?
  var previousURL: [UInt8]?
  var nextURL: [UInt8]?

  static let fields: [TemplateField<ListingView>] = [
    .text("title") { $0.title }, .text("tagline") { $0.tagline }, .text("group") { $0.group },
    .text("course_count") { $0.courseCount }, .text("clear_url") { $0.clearURL },
    .html("body") { $0.body }, .list("facets") { $0.facets },
    .flag("has_facets") { !$0.facets.isEmpty }, .list("cards") { $0.cards },
    .flag("has_cards") { !$0.cards.isEmpty },
    .flag("has_pages") { $0.previousURL != nil || $0.nextURL != nil },
    .text("position") { $0.position }, .text("previous_url") { $0.previousURL },
    .text("next_url") { $0.nextURL },
  ]
}

/// A property of courses with its values.
struct FacetView: TemplateModel {
  var title: String
  var items: [Item]
  var moreURL: [UInt8]?

  static let fields: [TemplateField<FacetView>] = [
    .text("title") { $0.title }, .list("items") { $0.items }, .text("more_url") { $0.moreURL },
  ]

  /// A value with the number of its courses.
  struct Item: TemplateModel {
    var title: String
    var url: [UInt8]
    var count: String
    var isCurrent: Bool

    static let fields: [TemplateField<Item>] = [
      .text("title") { $0.title }, .text("url") { $0.url }, .text("count") { $0.count },
      .flag("current") { $0.isCurrent },
    ]
  }
}

/// A course in a list.
struct CourseCard: TemplateModel {
  var id: String
  var url: [UInt8]
  var title: String
  var subtitle: String?
  /// The course's language, where it is not the page's.
  var language: String?
  var languageName: String?
  var level: String?
  var duration: String?
  var lessonCount: String?
  var cover: Picture
  var price: PriceTag?
  var isEager = false

  static let fields: [TemplateField<CourseCard>] = [
    .text("id") { $0.id }, .text("url") { $0.url }, .text("title") { $0.title },
    .text("subtitle") { $0.subtitle }, .text("lang") { $0.language },
    .text("language") { $0.languageName }, .text("level") { $0.level },
    .text("duration") { $0.duration }, .text("lesson_count") { $0.lessonCount },
    .record("cover") { $0.cover }, .record("price") { $0.price }, .flag("eager") { $0.isEager },
  ]
}
