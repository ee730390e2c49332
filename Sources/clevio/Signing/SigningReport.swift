import ArgumentParser
import Bytes
import Entitlements
import Files

/// What a command on keys and signed things tells at its end: to people as lines, to programs as
/// JSON with codes that never change.
struct SigningReport {
  /// What is wrong; empty if all is well.
  let refusals: [Refusal]

  /// What else programs are told, by name.
  let facts: [(String, SignedValue)]

  /// What people are told who asked for it: goes to standard output.
  var result: [String] = []

  /// What people are told of how it went: goes to standard error.
  var messages: [String] = []

  /// What people are told of the refusals beyond them, before them.
  var details = ""

  /// How many refusals people are told of.
  private static let limit = 50

  init(
    _ refusals: [Refusal] = [], facts: [(String, SignedValue)] = [], result: [String] = [],
    messages: [String] = []
  ) {
    self.refusals = refusals
    self.facts = facts
    self.result = result
    self.messages = messages
  }

  /// The report as one JSON object and a line end.
  var json: [UInt8] {
    var members: [[UInt8]: SignedValue] = [:]
    for (name, value) in facts { members[Array(name.utf8)] = value }
    members[[UInt8]("accepted")] = .boolean(refusals.isEmpty)
    members[[UInt8]("reason")] = refusals.first.map { .text($0.reason.rawValue) } ?? .null
    members[[UInt8]("refusals")] = .list(refusals.map(\.report))
    return SignedValue.object(members).json + [UInt8]("\n")
  }

  func print(asJSON: Bool, to terminal: Terminal) throws(FileError) {
    if asJSON { return try terminal.output(json) }
    if !details.isEmpty { terminal.complain(details) }
    for refusal in refusals.prefix(SigningReport.limit) { terminal.refuse(refusal) }
    if refusals.count > SigningReport.limit {
      terminal.complain("and \(refusals.count - SigningReport.limit) more")
    }
    if !result.isEmpty {
      try terminal.output(Array((result.joined(separator: "\n") + "\n").utf8))
    }
    for message in messages { terminal.say(message) }
  }
}

extension Terminal {
  /// Tells a refusal.
  func refuse(_ refusal: Refusal) {
    refuse(refusal.message, code: refusal.reason.rawValue, help: refusal.help)
  }
}

extension Refusal {
  fileprivate var report: SignedValue {
    .object([
      "reason": .text(reason.rawValue), "message": .text(message), "help": .text(help),
      "path": path.map { SignedValue.text($0) },
    ])
  }
}

/// Runs a command, reports, and leaves with its exit code.
func reporting(asJSON: Bool, _ body: () throws -> SigningReport) throws {
  try exiting {
    let report: SigningReport
    do {
      report = try body()
    } catch Failure.refused(let refusal) {
      report = SigningReport([refusal])
    }
    try report.print(asJSON: asJSON, to: Terminal(isQuiet: false))
    return report.refusals.isEmpty ? .success : .failure
  }
}
