package import Diagnostics

extension LinkInquiry {
  /// What is wrong with links whose addresses were asked for, at each place where one is written.
  package func findings(on links: [ExternalLink]) -> [Diagnostic] {
    links.compactMap { link in
      let written = link.address.text
      return switch outcome(of: link.address) {
      case .there: nil
      case .gone(let reason):
        Diagnostic(
          "link-dead", .warning, "\"\(written)\" leads nowhere: \(reason)", at: link.position,
          help: "write an address that is there, or remove the link")
      case .moved(let target):
        Diagnostic(
          "link-moved", .note, "\"\(written)\" has moved to \"\(target.text)\" for good",
          at: link.position, help: "write the new address")
      case .unsure(let reason):
        Diagnostic(
          "link-unsure", .note, "it cannot be told whether \"\(written)\" is there: \(reason)",
          at: link.position, help: "open it in a browser")
      }
    }
  }
}
