import Files
import Foundation
import Synchronization

/// What the user sees: reports on standard error, results on standard output.
final class Terminal: Sendable {
  private let isQuiet: Bool
  private let isInteractive: Bool
  private let shown = Mutex(0)

  /// Whether messages may be coloured.
  let usesColour: Bool

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    let environment = ProcessInfo.processInfo.environment
    isInteractive = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    usesColour = isInteractive && environment["NO_COLOR", default: ""].isEmpty
  }

  /// Tells how far something is, on one line of a terminal.
  func progress(_ done: Int, of total: Int, _ what: String = "rendered") {
    guard isInteractive, !isQuiet else { return }
    let percent = done * 100 / max(1, total)
    let isNews = shown.withLock { last in
      defer { last = max(last, percent) }
      return percent > last
    }
    if isNews { show("\r\u{1B}[K\(percent)% \(what)") }
  }

  /// Tells a result.
  func say(_ text: String) {
    if !isQuiet { complain(text) }
  }

  /// Tells which files were written into a folder.
  func say(_ files: [RelativePath], in folder: String) {
    for file in files { say(folder == "." ? file.text : "\(folder)/\(file)") }
  }

  /// Tells what is wrong, also to who wants quiet.
  func complain(_ text: String) {
    clearProgress()
    show(text + "\n")
  }

  /// Tells what is refused, by the stable name of the reason if it has one, and what to do about it, also to who wants
  /// quiet.
  func refuse(_ message: String, code: String? = nil, help: String) {
    complain("error: \(message)\(code.map { " [\($0)]" } ?? "")\n  help: \(help)")
  }

  /// Writes what another program reads.
  func output(_ bytes: [UInt8]) throws(FileError) {
    clearProgress()
    guard StandardStream.write(bytes, to: STDOUT_FILENO) else {
      throw FileError("write", path: "standard output", cause: String(cString: strerror(errno)))
    }
  }

  private func clearProgress() {
    let wasShown = shown.withLock { last in
      defer { last = 0 }
      return last > 0
    }
    if wasShown { show("\r\u{1B}[K") }
  }

  /// Shows a text; where nobody can be told, nobody is.
  private func show(_ text: String) {
    _ = StandardStream.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
