import Templates

struct Author: TemplateModel {
  var name: String

  static let fields: [TemplateField<Self>] = [.text("name") { $0.name }]
}

struct Link: TemplateModel {
  var title: String
  var url: String?
  var isLocked = false
  var children: [Link] = []

  static let fields: [TemplateField<Self>] = [
    .text("title") { $0.title },
    .text("url") { $0.url.map { Array($0.utf8) } },
    .flag("locked") { $0.isLocked },
    .list("children") { $0.children },
  ]
}

struct Page: TemplateModel {
  var title = "Title"
  var subtitle: String?
  var body = ""
  var author = Author(name: "Nobody")
  var editor: Author?
  var links: [Link] = []
  var tags: [String] = []
  var minutes = 0

  static let fields: [TemplateField<Self>] = [
    .text("title") { $0.title },
    .text("subtitle") { $0.subtitle },
    .text("url") { _ in "page.html" },
    .html("body") { Array($0.body.utf8) },
    .record("author") { $0.author },
    .record("editor") { $0.editor },
    .list("links") { $0.links },
    .texts("tags") { $0.tags },
    .text("minutes") { $0.minutes },
    .strings("strings", names: ["next", "quiz.retry", "missing"]) { _ in ["Next", "Again"] },
  ]
}

/// A main template and others, in a settled order.
func sources(_ main: String, _ others: [String: String]) -> [TemplateSource] {
  let all = others.sorted { $0.key < $1.key } + [(key: "main", value: main)]
  return all.map {
    TemplateSource(name: $0.key, path: "theme/\($0.key).html", bytes: Array($0.value.utf8))
  }
}
