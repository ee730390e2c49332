import BrowserChecks
import CourseModel
import Diagnostics
import Files
import PortalBuild
import PreviewServer

/// A check in which a browser visits the portal as it was built, in a folder that is removed at the end.
struct PortalVisit {
  let build: PortalBuild
  let program: ChromiumProgram
  let terminal: Terminal

  /// Builds the portal and has it visited; with errors nothing is visited.
  ///
  /// - Throws: ``FileError`` if the machine or the browser refuses.
  func run() throws(FileError) -> PortalBuild.Result {
    let interruption = Interruption()
    let scratch = try ScratchFolder()
    let outcome: Result<PortalBuild.Result, FileError>
    do throws(FileError) {
      let output = try OutputFolder(
        scratch.path + "/portal", cache: scratch.path + "/cache",
        isGivenUp: { interruption.hasCome })
      var result = try build.write(to: output) { portal throws(FileError) in
        try findings(in: portal, scratch, interruption)
      }
      if result.outcome == nil { terminal.say("no browser was started: mend the errors first") }
      // Nothing was written for the user.
      result.outcome = nil
      outcome = .success(result)
    } catch { outcome = .failure(error) }
    try scratch.remove()
    interruption.passOn()
    return try outcome.get()
  }

  private func findings(
    in portal: Portal, _ scratch: ScratchFolder, _ interruption: Interruption
  ) throws(FileError) -> [Diagnostic] {
    let output = try SourceFolder.read(scratch.path + "/portal").tree
    let check = try BrowserCheck(of: portal, output: output)
    let url = portal.settings.url
    let server = try LoopbackServer(host: "127.0.0.1", port: 0)
    let shown = PortalFiles(output, at: PortalHome.base(of: url))
    let serving = Task { try await server.run { shown.answer(to: $0) } }
    defer { serving.cancel() }
    let browser = try Browser(
      program, in: scratch.path, home: PortalHome(port: server.port, url: url)
    ) { interruption.hasCome }
    defer { browser.end() }
    return try check.findings(by: browser) { terminal.progress($0, of: $1, "visited") }
  }
}
