import ArgumentParser
import CourseChecks
import Diagnostics

/// `clevio explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a finding means and what to do about it, or list all rules.",
    discussion: "Each line of the list: the rule's name, its weight, and what it finds.")

  @Argument(
    help: "The name in brackets at the end of a finding, such as course-sale.",
    completion: .list(RuleCatalogue.rules.map(\.id.description)))
  var rule: String?

  func run() throws {
    try exiting {
      let terminal = Terminal(isQuiet: false)
      guard let rule else {
        let lines = RuleCatalogue.rules.map {
          "\($0.id)\t\(Explain.weights(of: $0))\t\($0.title)\n"
        }
        try terminal.output(Array(lines.joined().utf8))
        return .success
      }
      guard let found = RuleCatalogue.rule(rule) else {
        terminal.refuse(
          "there is no rule \"\(rule)\"",
          help: RuleCatalogue.question(near: rule) ?? "clevio explain lists all rules")
        return .failure
      }
      try terminal.output(Array(Explain.text(of: found).utf8))
      return .success
    }
  }

  private static func weights(of rule: Rule) -> String {
    rule.severities.map(\.description).joined(separator: " or ")
  }

  private static func text(of rule: Rule) -> String {
    let fixed =
      rule.canBeLowered ? "" : "\nSettings and baselines cannot pass over it.\n"
    return "\(rule.id) (\(weights(of: rule)))\n\(rule.title)\n\n\(rule.text)\n\(fixed)"
  }
}
