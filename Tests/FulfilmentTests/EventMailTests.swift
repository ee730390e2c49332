import CourseModel
import Diagnostics
import Files
import Testing

@testable import Fulfilment

@Suite struct EventMailTests {
  private static let values: [EventMail.Place: String] = [
    .name: "Ada {link}", .course: "Knots", .link: "https://a.example/courses/knots/index.html",
    .certificate: "https://a.example/courses/knots/certificate.html", .portal: "Harbour",
    .operator: "Ropes Ltd",
  ]

  private func mail(_ template: String) throws -> EventMail {
    try EventMail(template: template, at: RelativePath("mails/en/course-started.txt")) {
      Self.values[$0] ?? ""
    }
  }

  @Test(arguments: LearningEvent.allCases, ["en", "de"])
  func writesEachMailWithAllThatItNames(event: LearningEvent, language: String) throws {
    let tag = try #require(LanguageTag(language))
    let template = try EventMail.template(about: event, in: tag, of: FileTree())
    #expect(template.path.text == "mails/\(language)/\(event.rawValue).txt")
    let mail = try mail(template.text)
    #expect(mail.subject.contains("Knots"))
    // What a value holds is never taken for a place.
    #expect(mail.text.contains("Ada {link},\n"))
    let page = event == .courseCompleted ? EventMail.Place.certificate : .link
    #expect(mail.text.contains("\n\(Self.values[page] ?? "?")\n"))
    #expect(mail.text.contains("Harbour"))
    #expect(mail.text.contains("\n\nRopes Ltd\n"))
  }

  @Test func takesThePortalsOwnTextAndEnglishWhereThereIsNone() throws {
    let own = FileTree(texts: ["mails/de/course-started.txt": "Subject: Los!\n\nHallo {name}\n"])
    let german = try #require(LanguageTag("de-AT"))
    let template = try EventMail.template(about: .courseStarted, in: german, of: own)
    #expect(try mail(template.text).subject == "Los!")
    let french = try #require(LanguageTag("fr"))
    let english = try EventMail.template(about: .courseStarted, in: french, of: own)
    #expect(english.path.text == "mails/en/course-started.txt")
  }

  @Test(arguments: [
    ("Subject: Hi\n\nDear {nmae}\n", 3, "there is no place {nmae}"),
    ("Subject: {name\n\nDear\n", 1, "there is no place {name"),
    ("Hello {name}\n", 1, "a mail begins with its subject and an empty line"),
    ("Subject: Hi\nDear\n", 1, "a mail begins with its subject and an empty line"),
    ("", 1, "a mail begins with its subject and an empty line"),
  ])
  func tellsWhatIsWrongWithATemplate(template: String, line: Int, message: String) throws {
    let error = #expect(throws: EventMail.Invalid.self) { try mail(template) }
    #expect(error?.diagnostic.message == message)
    #expect(error?.diagnostic.position.line == line)
    #expect(error?.diagnostic.position.path == "mails/en/course-started.txt")
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\0"])
  func keepsASubjectInOneLine(end: String) throws {
    let mail = try EventMail(template: "Subject: {course}\n\nText\n", at: RelativePath("a.txt")) {
      _ in "Knots\(end)Bcc: all@example.org"
    }
    let spaces = String(repeating: " ", count: end.utf8.count)
    #expect(mail.subject == "Knots\(spaces)Bcc: all@example.org")
  }

  @Test func takesATemplateThatWasWrittenOnWindows() throws {
    let mail = try mail("Subject: {course}\r\n\r\nDear {name},\r\nwell done\r\n")
    #expect(mail.subject == "Knots")
    #expect(mail.text == "Dear Ada {link},\nwell done\n")
  }
}
