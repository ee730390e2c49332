import Bytes
package import Files

/// A browser for one check: every request of its pages is seen, and none but those to the portal leaves it.
package final class Browser {
  /// How long the browser may take for anything, where nobody says otherwise.
  package static let patience = Duration.seconds(30)

  let connection: DevToolsConnection
  let home: PortalHome

  private let process: ChromiumProcess

  /// Starts a browser.
  ///
  /// - Parameters:
  ///   - program: Which one.
  ///   - folder: An empty folder for all that it writes.
  ///   - home: Where the portal is shown.
  ///   - patience: How long it may take for anything.
  ///   - isInterrupted: Asked several times a second; `true` ends every wait with an error.
  /// - Throws: ``FileError`` if it cannot be started, or does not talk as browsers do.
  package init(
    _ program: ChromiumProgram, in folder: String, home: PortalHome,
    patience: Duration = Browser.patience, isInterrupted: @escaping @Sendable () -> Bool
  ) throws(FileError) {
    process = try ChromiumProcess(program, in: folder)
    connection = DevToolsConnection(with: process, patience: patience, isInterrupted: isInterrupted)
    self.home = home
    do throws(FileError) {
      let version = try connection.call("Browser.getVersion")
      guard version["product"]?.string != nil else {
        throw connection.failure("it did not say which browser it is")
      }
      try connection.call(
        "Fetch.enable", ["patterns": [["urlPattern": "*"]]])
      try connection.call("Browser.setDownloadBehavior", ["behavior": "deny"])
    } catch {
      process.end()
      throw error
    }
  }

  /// Ends the browser and all that it started.
  package func end() { process.end() }
}
