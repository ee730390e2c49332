import Templates

/// What stands in place of a lesson until what comes first is done.
struct OrderNotice: TemplateModel {
  var lessons: [Requirement] = []
  var courses: [Requirement] = []
  /// How many days after a learner's start the lesson opens.
  var days: Int?
  /// The same in words.
  var daysText: String?

  static let fields: [TemplateField<OrderNotice>] = [
    .flag("has_requirements") { !$0.lessons.isEmpty || !$0.courses.isEmpty },
    .list("lessons") { $0.lessons }, .list("courses") { $0.courses },
    .flag("has_courses") { !$0.courses.isEmpty }, .text("days") { $0.days.map(String.init) },
    .text("days_text") { $0.daysText },
  ]

  /// A lesson or a course that comes first.
  struct Requirement: TemplateModel {
    var id: String
    var title: String
    var url: [UInt8]
    /// The language of the title, where it is not that of the page.
    var language: String?

    static let fields: [TemplateField<Requirement>] = [
      .text("id") { $0.id }, .text("title") { $0.title }, .text("url") { $0.url },
      .text("lang") { $0.language },
    ]
  }
}
