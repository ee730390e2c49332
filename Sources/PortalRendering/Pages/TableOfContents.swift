import CourseModel
import Templates

/// The list of what is on a page.
struct TableOfContents: TemplateModel {
  var entries: [Entry]
  /// The headings' language, where it is not the page's.
  var language: LanguageTag?

  static let fields: [TemplateField<TableOfContents>] = [
    .flag("has_entries") { $0.entries.count > 1 || $0.entries.first?.children.isEmpty == false },
    .list("entries") { $0.entries }, .text("lang") { $0.language?.text },
    .text("dir") { $0.language?.direction },
  ]

  /// A heading of the second level with those of the third below it.
  struct Entry: TemplateModel {
    var id: [UInt8]
    var html: [UInt8]
    var children: [Child] = []

    static let fields: [TemplateField<Entry>] = [
      .text("id") { $0.id }, .html("html") { $0.html },
      .flag("has_children") { !$0.children.isEmpty }, .list("children") { $0.children },
    ]
  }

  /// A heading of the third level.
  struct Child: TemplateModel {
    var id: [UInt8]
    var html: [UInt8]

    static let fields: [TemplateField<Child>] = [
      .text("id") { $0.id }, .html("html") { $0.html },
    ]
  }

  /// The list of a text's headings.
  init(_ outline: [OutlineEntry] = [], language: LanguageTag? = nil) {
    entries = []
    self.language = language
    for heading in outline {
      if heading.level == 2 || entries.isEmpty {
        entries.append(Entry(id: heading.id, html: heading.html))
      } else {
        entries[entries.count - 1].children.append(Child(id: heading.id, html: heading.html))
      }
    }
  }
}
