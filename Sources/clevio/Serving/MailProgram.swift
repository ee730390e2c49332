import Foundation

/// The program that sends mails, as one starts it by hand.
struct MailProgram: Sendable {
  let path: String
  let arguments: [String]

  /// How long it may take for a mail, in seconds.
  private static let patience = 60.0

  /// What it may know of this program's environment, in which secrets are.
  private static let variables = ["HOME", "LANG", "LC_ALL", "PATH", "TZ"]

  /// Hands a mail over; the recipient is read from the mail, since others see arguments.
  ///
  /// - Returns: The program's exit code, 0 if it was sent; `nil` if the program could not be
  ///   started or did not end.
  func send(_ mail: String) async -> Int32? {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: sendNow(mail)) }
    }
  }

  private func sendNow(_ mail: String) -> Int32? {
    guard let input = FileHandle(forReadingAtPath: mail) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter { MailProgram.variables.contains($0.key) }
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    // Its messages name the buyer.
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    let end = Date(timeIntervalSinceNow: MailProgram.patience)
    while process.isRunning {
      if Date() > end {
        process.terminate()
        return nil
      }
      usleep(10_000)
    }
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }
}
