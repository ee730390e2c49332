import Entitlements
import Fulfilment

/// Sends the mails that wait in an outbox, one after the other, again and again until each is sent.
struct MailQueue: Sendable {
  let outbox: Outbox
  let program: MailProgram
  let report: @Sendable (String) -> Void

  /// After how many seconds a mail is no longer tried.
  private static let patience = 3 * 86_400

  /// How many failures one after the other mean that none would be sent now.
  private static let failureLimit = 3

  /// Sends what waits.
  ///
  /// - Parameter now: The time, in seconds since 1970.
  /// - Returns: How many mails are left.
  func sendAll(now: Int) async -> Int {
    do throws(Failure) {
      let mails = try outbox.waitingMails()
      var sent = 0
      var failures = 0
      // An order may be withdrawn while others' mails are sent.
      for id in mails
      where outbox.isWaiting(id) && failures < MailQueue.failureLimit && !Task.isCancelled {
        let code = await program.send(outbox.mailPath(of: id))
        if code == 0 {
          try outbox.removeMail(of: id)
          report("mail of \(id): sent")
          sent += 1
          failures = 0
          continue
        }
        guard outbox.isWaiting(id) else { continue }
        failures += 1
        report(MailQueue.message(id, code, program.path))
        if try now - outbox.mailTime(of: id) > MailQueue.patience {
          try outbox.giveUpMail(of: id)
          report("mail of \(id): given up after three days; it lies in \(outbox.path)/unsent")
        }
      }
      return mails.count - sent
    } catch {
      report("mails: \(error.line)")
      return 0
    }
  }

  private static func message(_ id: Identifier, _ code: Int32?, _ program: String) -> String {
    let cause = code.map { "ended with \($0)" } ?? "could not be started, or did not end"
    return "mail of \(id): \(program) \(cause); it is tried again"
  }
}

extension Failure {
  /// What is wrong, in one line.
  var line: String {
    switch self {
    case .refused(let refusal): "\(refusal.message); \(refusal.help)"
    case .machine(let error): "\(error)"
    }
  }
}
