package import Files

/// Why a command on signed things did not do what it was asked.
package enum Failure: Error, Hashable, Sendable {
  /// What was given is not accepted.
  case refused(Refusal)
  /// The machine refused.
  case machine(FileError)

  /// What was given is not accepted.
  package static func refused(
    _ reason: Refusal.Reason, _ message: String, path: String? = nil, help: String? = nil
  ) -> Failure {
    .refused(Refusal(reason, message, path: path, help: help))
  }
}

/// Runs what can only refuse, where the machine may fail too.
func refusing<Result>(_ body: () throws(Refusal) -> Result) throws(Failure) -> Result {
  do throws(Refusal) { return try body() } catch { throw .refused(error) }
}
