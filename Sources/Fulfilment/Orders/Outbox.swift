package import Entitlements
import Files

/// The folder of what was fulfilled: the entitlements, and the mails that are still to be sent.
///
/// An order's entitlement is written last, so that it stands there only if everything else does.
package struct Outbox: Sendable {
  private let files: PrivateFiles
  private let waiting: PrivateFiles
  private let unsent: PrivateFiles
  private let withdrawn: PrivateFiles
  private let lock: FileLock

  /// The absolute path.
  package var path: String { files.path }

  /// Makes the folder, or takes one that is there and private, and keeps others out as long as it is in use: two that
  /// send the mails of one folder would send each twice.
  package init(_ path: String) throws(Failure) {
    files = try PrivateFiles(making: path)
    guard let lock = try files.lock() else {
      throw .machine(
        FileError(
          "use", path: path,
          cause: "another clevio fulfil works with this outbox; end it, or wait until it is done"))
    }
    self.lock = lock
    waiting = try files.folder("waiting")
    unsent = try files.folder("unsent")
    withdrawn = try files.folder("withdrawn")
  }

  /// Whether an order was fulfilled.
  func holds(_ id: Identifier) -> Bool { files.has("\(id).clevio") }

  /// Writes an order's files.
  ///
  /// - Parameters:
  ///   - id: The entitlement's name.
  ///   - token: The entitlement.
  ///   - mail: What the buyer is told.
  ///   - message: The mail to send; `nil` if it cannot be sent.
  /// - Throws: ``Failure`` if the machine refuses.
  func put(
    _ id: Identifier, token: [UInt8], mail: OrderMail, message: MailMessage?
  ) throws(Failure) {
    try files.write(Array(mail.text.utf8), to: "\(id).txt")
    try files.write(mail.html, to: "\(id).html")
    if let message { try waiting.write(message.bytes, to: "\(id).eml") }
    try files.write(EntitlementFile.text(of: token, as: .token), to: "\(id).clevio")
  }

  /// Removes an order's files and its mail, so that nobody is sent what no longer opens anything.
  func discard(_ id: Identifier) throws(Failure) {
    for folder in [waiting, unsent] { try folder.remove("\(id).eml") }
    for ending in ["clevio", "html", "txt"] { try files.remove("\(id).\(ending)") }
  }

  /// Remembers that an order was withdrawn before it was fulfilled.
  func markWithdrawn(_ id: Identifier) throws(Failure) {
    try withdrawn.write([], to: id.description)
  }

  /// Whether an order was withdrawn before it was fulfilled.
  func isWithdrawn(_ id: Identifier) -> Bool { withdrawn.has(id.description) }

  /// The entitlements' names of the mails that are to be sent, sorted.
  package func waitingMails() throws(Failure) -> [Identifier] {
    try waiting.names().compactMap { name in
      name.hasSuffix(".eml") ? Identifier(String(name.dropLast(4))) : nil
    }.filter(holds)
  }

  /// Whether a mail is still to be sent.
  package func isWaiting(_ id: Identifier) -> Bool { waiting.has("\(id).eml") }

  /// The path of a mail that is to be sent.
  package func mailPath(of id: Identifier) -> String { "\(waiting.path)/\(id).eml" }

  /// Removes a mail that was sent.
  package func removeMail(of id: Identifier) throws(Failure) { try waiting.remove("\(id).eml") }

  /// When a mail was written, in seconds since 1970.
  package func mailTime(of id: Identifier) throws(Failure) -> Int {
    try waiting.time(of: "\(id).eml")
  }

  /// Puts a mail aside that cannot be sent.
  package func giveUpMail(of id: Identifier) throws(Failure) {
    if let mail = try waiting.read("\(id).eml") { try unsent.write(mail, to: "\(id).eml") }
    try removeMail(of: id)
  }
}
