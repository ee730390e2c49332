import Diagnostics
import Entitlements
import Files
import Foundation
import Fulfilment

/// The settings of `clevio fulfil`, and what lies beside them.
struct ShopFile {
  let settings: FulfilmentSettings
  private let folder: String

  /// Reads the settings; what is wrong with them is told.
  ///
  /// - Returns: `nil` if something is wrong.
  init?(_ path: String, terminal: Terminal) throws(FileError) {
    let bytes = try DiskFile.read(path)
    let reading = FulfilmentSettings.read(bytes, path: path)
    terminal.complain(of: reading.diagnostics) { _ in bytes }
    guard let settings = reading.settings else { return nil }
    self.settings = settings
    let resolved = FolderPath.resolved(path)
    folder = URL(fileURLWithPath: resolved).deletingLastPathComponent().path
  }

  /// The path of something that the settings name.
  func path(_ name: String) -> String {
    FolderPath.isAbsolute(name) ? name : FolderPath.join(folder, name)
  }

  /// The secrets of the providers whose webhooks are taken: those of the environment first.
  func secrets() throws(Failure) -> [Provider: [[UInt8]]] {
    var secrets: [Provider: [[UInt8]]] = [:]
    for provider in Provider.withWebhooks {
      guard let file = settings.providers[provider] else { continue }
      var found = ProcessInfo.processInfo.environment[provider.secretVariable, default: ""].utf8
        .split(separator: UInt8(ascii: " ")).map { Array($0) }
      if let file { found += try SecretFile.lines(of: path(file)) }
      guard !found.isEmpty else {
        throw .refused(
          .missing, "there is no secret of \(provider.title)",
          help: "name its file by secret_file:, or set \(provider.secretVariable)")
      }
      secrets[provider] = found
    }
    return secrets
  }

  /// Refuses a mail program that cannot be started, and settings of it that cannot be read.
  func checkMail() throws(FileError) {
    guard settings.mail.from != nil else { return }
    let program = settings.mail.program
    guard access(program, X_OK) == 0 else {
      throw FileError("start", path: program, cause: String(cString: strerror(errno)))
    }
    guard let configuration = settings.mail.configuration.map(path) else { return }
    guard access(configuration, R_OK) == 0 else {
      throw FileError("read", path: configuration, cause: String(cString: strerror(errno)))
    }
  }

  /// The queue of mails; `nil` where none are sent.
  func queue(
    for outbox: Outbox, report: @escaping @Sendable (String) -> Void
  ) -> MailQueue? {
    guard settings.mail.from != nil else { return nil }
    let configuration = settings.mail.configuration.map { ["--file=\(path($0))"] } ?? []
    let program = MailProgram(
      path: settings.mail.program,
      arguments: configuration + ["--read-envelope-from", "--read-recipients"])
    return MailQueue(outbox: outbox, program: program, report: report)
  }
}
