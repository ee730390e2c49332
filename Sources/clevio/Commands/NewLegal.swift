import ArgumentParser
import CourseLoading
import CourseModel
import Files
import Foundation

/// `clevio new legal`.
struct NewLegal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "legal",
    abstract: "Begin legal.yml, which the policies and the banner are made of.",
    discussion: """
      On a terminal it asks ten questions, unless --name is given. The texts that come of the file are \
      templates and no legal advice.
      """)

  @Option(help: "Who runs the portal.")
  var name: String?

  @Option(help: "Street and number.")
  var street = ""

  @Option(help: "Postal code.")
  var postalCode = ""

  @Option(help: "City.")
  var city = ""

  @Option(help: "Country, as two capital letters.")
  var country = ""

  @Option(help: "Mail address.")
  var email = ""

  @Option(help: "Telephone number.")
  var phone = ""

  @Flag(help: "The portal sells courses.")
  var sells = false

  @Option(parsing: .upToNextOption, help: "Services that pages use; clevio services lists them.")
  var services: [String] = []

  @Option(help: "The law that the terms choose.")
  var law = ""

  @Option(help: "The day that counts as today, such as 2027-01-31.")
  var now: CalendarDate?

  @Option(name: .customLong("in"), help: "The portal's folder.", completion: .directory)
  var folder = "."

  func run() throws {
    let terminal = Terminal(isQuiet: false)
    try exiting {
      let today = now ?? Clock.today
      let text: String
      do throws(ScaffoldingError) {
        text = try Scaffolding.legal(answers(), today: today.isoText)
      } catch {
        terminal.complain("error: \(error.message)\n  help: \(error.help)")
        return .failure
      }
      try FileTree(texts: ["legal.yml": text]).create(in: folder)
      terminal.say(folder == "." ? "legal.yml" : "\(folder)/legal.yml")
      terminal.say("The texts made of it are templates and no legal advice: have them read.")
      terminal.say("Next: clevio policies lock, then clevio check.")
      return .success
    }
  }

  private func answers() -> LegalAnswers {
    var answers = LegalAnswers()
    answers.street = street
    answers.postalCode = postalCode
    answers.city = city
    answers.country = country
    answers.email = email
    answers.phone = phone
    answers.sells = sells
    answers.services = services
    answers.law = law
    answers.name = name ?? ""
    guard name == nil, isatty(STDIN_FILENO) == 1 else { return answers }
    answers.name = ask("Who runs the portal? Name of the person or enterprise")
    answers.street = ask("Street and number")
    answers.postalCode = ask("Postal code")
    answers.city = ask("City")
    answers.country = ask("Country, as two capital letters").uppercased()
    answers.email = ask("Mail address")
    answers.phone = ask("Telephone number")
    answers.sells = ask("Does the portal sell courses? yes or no").lowercased().hasPrefix("y")
    answers.services = ask(
      "Services that pages use, such as youtube matomo (clevio services lists them)"
    )
    .split { $0 == " " || $0 == "," }.map(String.init)
    answers.law = ask("The law that the terms choose, such as Germany")
    return answers
  }

  /// An answer; nothing for what was left open.
  private func ask(_ question: String) -> String {
    Terminal(isQuiet: false).complain("\(question):")
    return (readLine() ?? "").trimmingCharacters(in: .whitespaces)
  }
}
