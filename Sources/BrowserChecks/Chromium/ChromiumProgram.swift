package import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An installed Chromium, or a browser made of it.
package struct ChromiumProgram: Hashable, Sendable {
  /// The absolute path, or one relative to the working folder.
  package let path: String

  /// The names under which it is installed, in the order in which they are looked for.
  package static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]

  /// The variables that name one, in the order in which they are looked at.
  package static let variables = ["CHROMIUM", "CHROME"]

  private static let places = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ]

  /// Finds a browser: the one that is named, else one that is installed.
  ///
  /// - Parameters:
  ///   - name: A path, or a name that is looked for in `PATH`; `nil` takes what the environment names.
  ///   - environment: The variables ``variables`` and `PATH`.
  /// - Throws: ``FileError`` if there is none, or if the named one cannot be run.
  package init(named name: String?, environment: [String: String]) throws(FileError) {
    let folders = environment["PATH", default: ""].split(separator: ":").map(String.init)
    let variable = ChromiumProgram.variables.first { !environment[$0, default: ""].isEmpty }
    if let name = name ?? variable.flatMap({ environment[$0] }) {
      guard let path = ChromiumProgram.path(of: name, in: folders) else {
        let origin = variable.map { ", which \($0) names," } ?? ""
        throw FileError(
          "start", path: name, cause: "there is no program\(origin) that can be run")
      }
      self.path = path
      return
    }
    let installed = ChromiumProgram.names.lazy.compactMap {
      ChromiumProgram.path(of: $0, in: folders)
    }
    guard
      let path = installed.first
        ?? ChromiumProgram.places.first(where: { ChromiumProgram.canRun($0) })
    else {
      throw FileError(
        "start", path: "Chromium",
        cause: "none was found; install it, or name it with --browser-path or CHROMIUM")
    }
    self.path = path
  }

  private static func path(of name: String, in folders: [String]) -> String? {
    if name.utf8.contains(UInt8(ascii: "/")) { return canRun(name) ? name : nil }
    return folders.lazy.map { "\($0)/\(name)" }.first(where: canRun)
  }

  private static func canRun(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
