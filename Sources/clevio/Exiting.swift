import ArgumentParser
import Entitlements
import Files

extension ExitCode {
  /// The machine refused: a disk, a permission (EX_IOERR of sysexits.h).
  static let environmentFailure = ExitCode(74)
}

/// Runs a command and leaves with its exit code; what was refused is told on standard error.
func exiting(_ body: () throws -> ExitCode) throws {
  let code: ExitCode
  do {
    code = try body()
  } catch let error as FileError {
    Terminal(isQuiet: false).complain("clevio: \(error)")
    throw ExitCode.environmentFailure
  } catch Failure.machine(let error) {
    Terminal(isQuiet: false).complain("clevio: \(error)")
    throw ExitCode.environmentFailure
  } catch Failure.refused(let refusal) {
    Terminal(isQuiet: false).refuse(refusal)
    throw ExitCode.failure
  }
  if code != .success { throw code }
}
