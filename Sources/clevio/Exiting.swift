import ArgumentParser
import Diagnostics
import Entitlements
import Files

extension ExitCode {
  /// The machine refused: a disk, a permission (EX_IOERR of sysexits.h).
  static let environmentFailure = ExitCode(74)

  /// The code for what was found in a portal: a file that could not be read is told with all mistakes, but no mistake.
  init(for findings: [Diagnostic]) {
    let errors = findings.filter { $0.severity == .error }
    if errors.contains(where: { $0.id == "file-unreadable" }) {
      self = .environmentFailure
    } else {
      self = errors.isEmpty ? .success : .failure
    }
  }
}

/// Runs a command and leaves with its exit code; what was refused is told on standard error.
func exiting(_ body: () throws -> ExitCode) throws {
  let code: ExitCode
  do {
    code = try body()
  } catch let error as FileError where error.isInTheWay {
    Terminal(isQuiet: false).refuse(error.description, help: "change that file, or remove it first")
    throw ExitCode.failure
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
