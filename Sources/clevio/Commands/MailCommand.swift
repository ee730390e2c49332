import ArgumentParser
import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files
import Foundation
import Fulfilment

extension LearningEvent: ExpressibleByArgument {}

/// `clevio mail`.
struct MailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Write a mail about something that a learner did.",
    discussion: """
      For hosts that know of it, and whom the learner asked for such mails: a portal itself tells nobody. The mail \
      is written to standard output, its subject first. "clevio new mails" writes the templates.
      """)

  @Argument(help: "What happened.")
  var event: LearningEvent

  @Argument(help: "The course's name in addresses.")
  var course: String

  @Option(help: "The learner's name.")
  var name: String

  @Option(help: "The mail's language, such as de (default: the course's).")
  var language: String?

  @Option(name: .customLong("in"), help: "The portal's folder.", completion: .directory)
  var folder = "."

  func validate() throws {
    if let language, LanguageTag(language) == nil {
      throw ValidationError("--language takes a tag such as en or de.")
    }
  }

  func run() throws {
    let terminal = Terminal(isQuiet: false)
    try exiting {
      let tree = try SourceFolder.read(folder, excluding: [RelativePath("public")]).tree
      let options = LoadingOptions(
        today: Clock.today, folderName: RelativePath(FolderPath.resolved(folder)).name)
      let portal = try loadPortal(from: tree, options: options).portal
      guard let found = portal.courses.first(where: { $0.slug == course }) else {
        let question = Suggestion.question(near: course, among: portal.courses.map(\.slug))
        terminal.refuse(
          "there is no course \"\(course)\"", help: question ?? "courses are folders in courses/")
        return .failure
      }
      guard let url = portal.settings.url else {
        terminal.refuse("the portal has no address", help: "write url: into clevio.yml")
        return .failure
      }
      let template = try EventMail.template(
        about: event, in: language.flatMap { LanguageTag($0) } ?? found.language, of: tree)
      let mail: EventMail
      do throws(EventMail.Invalid) {
        mail = try EventMail(template: template.text, at: template.path) {
          value(of: $0, about: found, of: portal, at: url)
        }
      } catch {
        terminal.complain(of: [error.diagnostic]) { _ in Array(template.text.utf8) }
        return .failure
      }
      try terminal.output(Array("Subject: \(mail.subject)\n\n\(mail.text)".utf8))
      return .success
    }
  }

  private func value(
    of place: EventMail.Place, about course: Course, of portal: Portal, at url: String
  ) -> String {
    func address(_ page: RelativePath) -> String {
      url + String(utf8: page.reference(from: .root))
    }
    switch place {
    case .name: return name
    case .course: return course.title
    case .link: return address(course.output)
    case .certificate: return address(course.certificate ?? course.output)
    case .portal: return portal.settings.title
    case .operator:
      return portal.legal?.operator?.name?.value ?? portal.settings.operatorName
        ?? portal.settings.title
    }
  }
}
