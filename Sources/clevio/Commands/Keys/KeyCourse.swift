import ArgumentParser
import Entitlements

/// `clevio key course`.
struct KeyCourse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Make the secret that a paid course is sealed with.",
    discussion: "The course's name is the one in its address: that of its folder, or its slug.")

  @Argument(help: "The courses' names.")
  var courses: [Identifier]

  @OptionGroup var keys: KeyFolderOptions
  @OptionGroup var passphrase: PassphraseOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    try reporting(asJSON: json) {
      let folder = try keys.open()
      for course in courses { try folder.checkIsNew(course) }
      let passphrase = try passphrase.read()
      for course in courses {
        try folder.addCourse(course, passphrase: passphrase, now: Clock.now)
      }
      return SigningReport(
        facts: [("courses", .list(courses.map { .text($0.bytes) }))],
        messages: courses.map { "\($0): the course's secret is in \(folder.path)" } + [
          "Copy the key folder again: it has changed."
        ])
    }
  }
}
