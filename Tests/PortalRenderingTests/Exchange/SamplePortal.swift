import Bytes
import CourseModel
import Diagnostics
import Files
import Foundation

@testable import PortalRendering

/// A portal with a course of every kind that machines must tell apart.
enum SamplePortal {
  static let base = "https://academy.example/learn/"

  /// Free, paid with a preview, on sale, in two languages, and one that is not listed.
  static func portal(hasURL: Bool = true) -> Portal {
    var settings = PortalSettings()
    settings.title = "Academy & <Friends>"
    settings.tagline = "Learn \"everything\""
    settings.description = "Courses on knots."
    settings.url = hasURL ? base : nil
    settings.operatorName = "Ada Author"
    settings.license = "CC BY 4.0"
    settings.languages = [.english] + [LanguageTag("de")].compactMap { $0 }
    return Portal(
      settings: settings, courses: [free, german, paid, unlisted],
      authors: [author("ada", "Ada Author"), author("hidden", "Hidden Writer")],
      pages: [
        PlainPage(
          slug: "about", title: "About", description: nil, language: .english, file: file("about"),
          aliases: [])
      ], today: date("2027-03-01"), sources: FileTree())
  }

  static func setting(of portal: Portal) -> ExchangeSetting {
    let base = portal.settings.url
    return ExchangeSetting(
      generator: "Clevio 1.0",
      listings: [
        ExchangeSetting.Listing(output: RelativePath("index.html"), language: .english),
        ExchangeSetting.Listing(output: RelativePath("tags/rope.html"), language: .english),
      ],
      absolute: { path in base.map { $0 + String(utf8: path.reference(from: .root)) } },
      cover: { $0.outputFolder.appending("cover.png") },
      licenseURL: { $0 == "CC BY 4.0" ? "https://creativecommons.org/licenses/by/4.0/" : nil })
  }

  /// All files as text, by their paths.
  static func files(of portal: Portal) throws(FileError) -> [String: String] {
    var files: [String: String] = [:]
    let machines = PublicPortal(portal, setting: setting(of: portal))
    let courses = PageBatch { receive throws(FileError) in
      for course in portal.courses { try machines.write(course, receive) }
      return RenderedPages()
    }
    for batch in exchangeBatches(of: machines) + [courses] {
      _ = try batch.run { path, content throws(FileError) in
        files[path.text] = String(utf8: try content.read())
      }
    }
    return files
  }

  static func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(parsing: text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  private static func file(_ name: String) -> MarkdownFile {
    MarkdownFile(path: RelativePath("\(name).md"), content: .bytes(Array("Secret words".utf8)))
  }

  private static func located<Value>(_ value: Value) -> Located<Value> {
    Located(value, at: SourcePosition(path: "x.md"))
  }

  private static func author(_ slug: String, _ name: String) -> Author {
    Author(
      slug: slug, name: name, role: "Rigger", photo: nil,
      links: [PageLink(title: "Web", url: located("https://ada.example/"))], biography: file(slug))
  }

  static func lesson(_ course: String, _ name: String, minutes: Int = 10) -> Lesson {
    Lesson(
      title: "\(name) of \(course)", frontMatter: LessonFrontMatter(), file: file(name),
      minutes: minutes, output: RelativePath("courses/\(course)/\(name).html"))
  }

  static func course(_ slug: String, _ title: String, lessons: [Lesson]) -> Course {
    var matter = CourseFrontMatter()
    matter.authors = [located("ada")]
    return Course(
      slug: slug, title: title, frontMatter: matter, language: .english, visibility: .public,
      folder: RelativePath("courses/\(slug)"), landingPage: nil,
      sections: [
        Section(
          slug: nil, title: title, introduction: nil, lessons: lessons,
          output: RelativePath("courses/\(slug)/index.html"))
      ], position: SourcePosition(path: "x.md"))
  }

  private static var free: Course {
    var course = course("knots", "Knots & <loops>", lessons: [lesson("knots", "bowline")])
    course.frontMatter.description = "Two \"sentences\". With ]]> and\nlines."
    course.frontMatter.date = date("2027-01-10")
    course.frontMatter.lastModified = date("2027-02-03")
    course.frontMatter.prerequisites = [
      located("rigging"), located("secret-course"), located("Rope"),
    ]
    course.frontMatter.tags = ["rope", "sea & sail"]
    course.frontMatter.category = "Crafts"
    course.frontMatter.level = .beginner
    course.frontMatter.outcomes = ["Tie a bowline"]
    course.frontMatter.requirements = ["A rope"]
    course.frontMatter.audience = ["Sailors"]
    course.frontMatter.passingScore = 80
    var changed = lesson("knots", "reef", minutes: 55)
    changed.frontMatter.lastModified = date("2027-02-20")
    changed.frontMatter.description = "About the reef knot."
    var later = lesson("knots", "later")
    later.frontMatter.available = .from(date("2027-03-02"))
    var today = lesson("knots", "today")
    today.frontMatter.available = .from(date("2027-03-01"))
    course.sections.append(
      Section(
        slug: "more", title: "More", introduction: nil, lessons: [changed, later, today],
        output: RelativePath("courses/knots/more/index.html")))
    return course
  }

  private static var german: Course {
    var course = course("knoten", "Knoten", lessons: [lesson("knoten", "palstek")])
    course.language = LanguageTag("de") ?? .english
    course.frontMatter.translationOf = located("knots")
    return course
  }

  private static var paid: Course {
    var preview = lesson("rigging", "intro")
    preview.frontMatter.isPreview = true
    var closed = lesson("rigging", "closed")
    closed.frontMatter.description = "Closed words"
    closed.frontMatter.kind = .quiz
    var course = course("rigging", "Rigging", lessons: [preview, closed])
    course.frontMatter.price = price("8000 JPY")
    var sale = Sale(at: SourcePosition(path: "x.md"))
    sale.price = price("5000 JPY")
    sale.until = located(date("2027-03-01"))
    course.frontMatter.sale = sale
    return course
  }

  private static var unlisted: Course {
    var course = course(
      "secret-course", "Unlisted title", lessons: [lesson("secret-course", "one")])
    course.visibility = .unlisted
    course.frontMatter.authors = [located("hidden"), located("ada")]
    course.frontMatter.date = date("2027-02-28")
    course.frontMatter.translationOf = located("knots")
    return course
  }

  static func price(_ text: String) -> Located<Price>? {
    (try? Price(parsing: text)).map(located)
  }
}
