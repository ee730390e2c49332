import ArgumentParser
import CourseLoading
import CourseModel
import Diagnostics

/// `clevio services`.
struct Services: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "services",
    abstract: "List the services that legal.yml can name, or tell what is known of one.",
    discussion: "Each line: id, category, provider, and whether its facts were checked.")

  @Argument(help: "The id of a service.")
  var id: String?

  func run() throws {
    try exiting {
      let terminal = Terminal(isQuiet: false)
      let known = ServiceCatalogue.ids
      guard let id else {
        let lines = known.compactMap(ServiceCatalogue.service).map(line)
        try terminal.output(Array(lines.joined().utf8))
        return .success
      }
      guard let service = ServiceCatalogue.service(named: id) else {
        terminal.refuse(
          "there is no service \"\(id)\"",
          help: Suggestion.question(near: id, among: known) ?? "clevio services lists them")
        return .failure
      }
      try terminal.output(Array(details(of: service).utf8))
      return .success
    }
  }

  private func line(_ service: CourseModel.Service) -> String {
    let checked = service.verified.map { "checked \($0.isoText)" } ?? "not checked"
    let provider = service.provider.isOperator ? "your own server" : service.provider.name ?? ""
    return [
      service.id.value, service.effectiveCategory.rawValue, provider, checked,
    ].joined(separator: "\t") + "\n"
  }

  private func details(of service: CourseModel.Service) -> String {
    var text = line(service)
    for (name, value) in [
      ("title", service.title?.text(in: .english)),
      ("purpose", service.purpose?.text(in: .english)),
      ("sends", service.sends?.text(in: .english)), ("privacy", service.provider.privacyURL),
      ("hosts", service.hosts.map(\.value).joined(separator: ", ")),
      ("params", service.parameters.map { "\($0.name) (\($0.pattern))" }.joined(separator: ", ")),
      ("source", service.factSource),
    ] {
      if let value, !value.isEmpty { text += "  \(name): \(value)\n" }
    }
    for item in service.storage {
      let purpose = item.purpose?.text(in: .english) ?? ""
      text += "  stores \(item.name?.value ?? "") (\(item.kind.rawValue)): \(purpose)\n"
    }
    return text
  }
}
