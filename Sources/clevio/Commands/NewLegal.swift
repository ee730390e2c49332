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

  @Option(help: "The day that counts as today, such as 2027-01-31 (default: that of UTC).")
  var now: CalendarDate?

  @Option(name: .customLong("in"), help: "The portal's folder.", completion: .directory)
  var folder = "."

  func run() throws {
    let terminal = Terminal(isQuiet: false)
    try exiting {
      // A folder that is not there is a slip of the pen; and nobody answers ten questions in vain.
      _ = try SourceFolder.folders(folder)
      let path = FolderPath.join(folder, "legal.yml")
      guard !FolderPath.exists(path) else {
        throw FileError.existing(path)
      }
      let today = now ?? Clock.today
      let answers = answers()
      let text: String
      do throws(ScaffoldingError) {
        text = try Scaffolding.legal(answers, today: today.isoText)
      } catch {
        terminal.refuse(error.message, help: error.help)
        return .failure
      }
      try FileTree(texts: ["legal.yml": text]).create(in: folder)
      terminal.say([RelativePath("legal.yml")], in: folder)
      if let remark = answers.remark { terminal.say(remark) }
      terminal.say("The texts made of it are templates and no legal advice: have them read.")
      terminal.say("Next: clevio check, and before you publish, clevio policies lock.")
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
    answers.country = ask("Country, as two capital letters") { text throws(ScaffoldingError) in
      try LegalAnswers.check(country: text.uppercased())
    }.uppercased()
    answers.email = ask("Mail address") { text throws(ScaffoldingError) in
      try LegalAnswers.check(email: text)
    }
    answers.phone = ask("Telephone number")
    let sells = ask("Does the portal sell courses? yes or no") { text throws(ScaffoldingError) in
      guard NewLegal.decisions[text.lowercased()] == nil else { return }
      throw ScaffoldingError("\"\(text)\" is neither yes nor no", help: "write yes or no")
    }
    answers.sells = NewLegal.decisions[sells.lowercased()] ?? false
    let services = ask(
      "Services that pages use, such as youtube matomo (clevio services lists them)"
    ) { text throws(ScaffoldingError) in
      try LegalAnswers.check(services: NewLegal.words(in: text))
    }
    answers.services = NewLegal.words(in: services)
    answers.law = ask("The law that the terms choose, such as Germany")
    return answers
  }

  private static let decisions = ["yes": true, "y": true, "no": false, "n": false, "": false]

  private static func words(in text: String) -> [String] {
    text.split { $0 == " " || $0 == "," }.map(String.init)
  }

  /// An answer that is right; nothing for what was left open, and where the input has ended.
  private func ask(
    _ question: String, check: (String) throws(ScaffoldingError) -> Void = { _ in }
  ) -> String {
    let terminal = Terminal(isQuiet: false)
    terminal.complain("\(question):")
    while let line = readLine() {
      let answer = line.trimmingCharacters(in: .whitespaces)
      do throws(ScaffoldingError) {
        try check(answer)
        return answer
      } catch {
        terminal.complain("\(error.message): \(error.help)")
      }
    }
    return ""
  }
}
