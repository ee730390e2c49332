import ArgumentParser
import BrowserChecks
import Files
import Foundation

/// The options that say whether a browser looks, too.
struct BrowserOptions: ParsableArguments {
  @Flag(
    name: .customLong("browser"),
    help:
      "Visit the portal with an installed Chromium: what it loads and keeps, before and after a choice."
  )
  var isWanted = false

  @Option(
    name: .customLong("browser-path"),
    help: "The Chromium to use (default: what CHROMIUM or CHROME names, else one in PATH).",
    completion: .file())
  var path: String?

  func validate() throws {
    if path != nil, !isWanted { throw ValidationError("--browser-path needs --browser.") }
  }

  /// The browser to use.
  ///
  /// - Throws: ``FileError`` if there is none.
  func program() throws(FileError) -> ChromiumProgram {
    try ChromiumProgram(named: path, environment: ProcessInfo.processInfo.environment)
  }
}
