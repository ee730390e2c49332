import CourseModel
import Diagnostics
import YAMLTree

extension Field<LessonFrontMatter> {
  /// The front matter of a lesson.
  static let lesson: [Field] = [
    .located("title", "The lesson's title") { $0.title = $1 },
    .text("description", "One or two sentences for search engines") { $0.description = $1 },
    .language("lang", "The language of the lesson, as a BCP 47 tag") { $0.language = $1 },
    .number("order", "The place among its neighbours", in: -1_000_000...1_000_000) {
      $0.order = $1
    },
    .located("slug", "The lesson's name in addresses") { $0.slug = $1 },
    .number("minutes", "How long the lesson takes", in: 0...10_000) { $0.minutes = $1 },
    .choice("type", "What the lesson is", of: LessonKind.self, isDecisive: true) { $0.kind = $1 },
    .flag("preview", "Whether the lesson of a paid course is free to read") {
      $0.isPreview = $1
    }.needingValue,
    .flag("closed_titles", "Whether the title is kept while the lesson is closed") {
      $0.closesTitle = $1
    }.needingValue,
    .flag("optional", "Whether the course is complete without the lesson") { $0.isOptional = $1 },
    .texts("requires", "Lessons to take first, by path") { $0.requires = $1 },
    availability,
    .date("expires", "The first day on which it is no longer published") {
      $0.expires = $1.value
    }.needingValue,
    .record(
      "video", "A film that the lesson begins with", fields: Field<Video>.video,
      at: Video.init(at:), { $0.video = $1 }),
    downloads,
    .choice("completion", "What completes the lesson", of: Completion.self, isDecisive: true) {
      $0.completion = $1
    },
    .number("attempts", "How often a quiz may be tried", in: 1...1_000) { $0.attempts = $1 },
    .flag("shuffle", "Whether a quiz asks in a random order") { $0.shufflesQuestions = $1 },
    .number("passing_score", "The percentage that passes the quiz", in: 0...100) {
      $0.passingScore = $1
    },
    .date("lastmod", "When the lesson was last changed") { $0.lastModified = $1.value },
    .choice(
      "visibility", "Whether the lesson is ready", of: Visibility.self,
      except: ["unlisted", "private"], isDecisive: true
    ) { $0.visibility = $1 },
    .texts("aliases", "Former addresses, which lead here") { $0.aliases = $1 },
  ]

  private static var downloads: Field {
    let keys = ValueShape.record(fields: Field<LessonDownload>.download)
    return Field(
      name: "downloads", summary: "Files to take along, relative to the lesson",
      shape: .anyOf([.list(of: .anyOf([.text, keys])), .text, keys])
    ) { node, lesson, decoding in
      for item in node.items ?? [node] {
        let position = decoding.position(of: item)
        var download = LessonDownload(Located(item.text ?? "", at: position))
        if item.entries != nil {
          decoding.decode(
            item, into: &download, by: Field<LessonDownload>.download, of: "\"downloads\"")
        }
        guard !download.source.value.isEmpty else {
          decoding.error(
            "value-downloads", "\(quoted(item)) names no file to take along", at: item,
            help: "write a path relative to the lesson, or {src: notes.pdf, title: My notes}")
          continue
        }
        lesson.downloads.append(download)
      }
    }
  }

  private static var availability: Field {
    Field(
      name: "available", summary: "The day from which it opens, or P7D for 7 days after the start",
      shape: .anyOf([.date, .pattern("^P[0-9]{1,5}D$")]), needsValue: true
    ) { node, lesson, decoding in
      let text = node.text ?? ""
      if let date = CalendarDate(parsing: text) {
        lesson.available = .from(date)
      } else if text.hasPrefix("P"), text.hasSuffix("D"),
        let days = Int(text.dropFirst().dropLast()), (0...10_000).contains(days)
      {
        lesson.available = .days(afterStart: days)
      } else {
        decoding.error(
          "value-available", "\"available\" is \(quoted(node)), which is neither a day nor a delay",
          at: node, help: "write a date such as 2027-01-31, or P7D for 7 days after the start")
      }
    }
  }
}

extension Field<LessonFrontMatter> {
  /// The front matter of a section's `index.md`.
  static let section: [Field] = [
    .located("title", "The section's title") { $0.title = $1 },
    .text("description", "One or two sentences for search engines") { $0.description = $1 },
    .language("lang", "The language of the section's text, as a BCP 47 tag") { $0.language = $1 },
    .choice(
      "visibility", "Whether the section is ready", of: Visibility.self,
      except: ["unlisted", "private"], isDecisive: true
    ) { $0.visibility = $1 },
    .date("lastmod", "When the section's text was last changed") { $0.lastModified = $1.value },
  ]
}

extension Field<LessonDownload> {
  static let download: [Field] = [
    .located("src", "The file, relative to the lesson") { $0.source = $1 },
    .text("title", "What the file is called on the page") { $0.title = $1 },
  ]
}

extension Field<Video> {
  static let video: [Field] = [
    .located("src", "The file, relative to the lesson") { $0.source = $1 },
    .located("poster", "A picture shown before the film begins") { $0.poster = $1 },
    .records(
      "captions", "WebVTT files", fields: Field<Video.Caption>.caption,
      of: Video.Caption(), { $0.captions = $1 }),
    .located("transcript", "A Markdown file with what is said") { $0.transcript = $1 },
  ]
}

extension Field<Video.Caption> {
  static let caption: [Field] = [
    .located("src", "The file, relative to the lesson") { $0.source = $1 },
    .language("lang", "The language of the captions") { $0.language = $1 },
  ]
}
