import ArgumentParser
import Entitlements
import Files

/// Runs a service's command: what is refused at its start is told and ends with 1.
func refusing(to terminal: Terminal, _ body: () throws -> Void) throws {
  try exiting {
    do {
      try body()
      return .success
    } catch Failure.refused(let refusal) {
      terminal.complain(
        "error: \(refusal.message) [\(refusal.reason.rawValue)]\n  help: \(refusal.help)")
      return .failure
    } catch Failure.machine(let error) { throw error }
  }
}
