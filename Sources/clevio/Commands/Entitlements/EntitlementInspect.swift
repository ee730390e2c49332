import ArgumentParser
import Bytes
import Entitlements

/// `clevio entitlement inspect`.
struct EntitlementInspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show what an entitlement says of itself, true or not.",
    discussion:
      "No signature is checked, and keys are left out; \"check\" tells whether it is accepted.")

  @Argument(help: "The entitlement's file.", completion: .file())
  var file: String

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    try reporting(asJSON: json) {
      let token = InspectedToken(try EntitlementFile.read(file))
      guard let header = token.header, let payload = token.payload else {
        throw Failure.refused(.malformed, "this is no signed file")
      }
      return SigningReport(
        facts: [("trusted", .boolean(false)), ("header", header), ("payload", payload)],
        result: payload.lines + ["Nothing of this was checked."])
    }
  }
}

extension SignedValue {
  /// The members, a line each, as texts that cannot steer a terminal.
  fileprivate var lines: [String] {
    guard case .object(let members) = self else { return [shown] }
    return members.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { member in
      let name = ShownText.quoted(member.key).dropFirst().dropLast()
      if case .integer(let time) = member.value, ["exp", "iat", "nbf"].contains(String(name)) {
        return "\(name): \(time) (\(TokenTime.day(time)))"
      }
      return "\(name): \(member.value.shown)"
    }
  }

  private var shown: String {
    switch self {
    case .text(let text): return ShownText.quoted(text)
    case .list(let values): return "[\(values.map(\.shown).joined(separator: ", "))]"
    case .object(let members):
      let sorted = members.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      return
        "{\(sorted.map { "\(ShownText.quoted($0.key)): \($0.value.shown)" }.joined(separator: ", "))}"
    case .null, .boolean, .integer: return String(utf8: json)
    }
  }
}
