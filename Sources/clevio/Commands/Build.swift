import ArgumentParser
import CourseModel
import Diagnostics
import Files
import PortalBuild

/// `clevio build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the portal.",
    discussion: """
      With errors nothing is written, and the last good portal stays. Files that Clevio wrote before and \
      no longer makes are removed; other files in the output folder are never touched.
      """)

  @OptionGroup var portal: PortalOptions

  @Option(
    name: .shortAndLong, help: "The folder to write (default: public in the portal's folder).",
    completion: .directory)
  var output: String?

  @Flag(
    name: .customLong("update-lock"),
    help: "First write new versions of the policies to policies.lock, as policies lock does.")
  var updatesLock = false

  @Flag(
    name: .customLong("no-cache"),
    help: "Build everything anew, even if nothing changed since the last build.")
  var ignoresCache = false

  @OptionGroup var sealing: SealingOptions

  func run() throws {
    let output = output ?? portal.defaultOutput
    let terminal = Terminal(isQuiet: portal.quiet)
    try exiting {
      try OutputPlace(output, source: portal.folder).check()
      if updatesLock {
        let code = try portal.lockPolicies(excluding: output, terminal: terminal)
        guard code == .success else { return code }
      }
      let clock = ContinuousClock()
      let start = clock.now
      // What keys lie where, and what they were when, is not remembered.
      let last = sealing.usesKeys ? nil : lastBuild(of: output)
      if !ignoresCache, let result = last?.result() {
        let report = BuildReport(
          result: result, output: output, duration: clock.now - start,
          sources: portal.files(namedIn: result.diagnostics))
        try report.print(asJSON: portal.json, to: terminal)
        return .success
      }
      let before = last?.sourcesNow
      var build = try portal.build(excluding: output)
      build.sealing = try sealing.sealing(outside: [portal.folder, output]) {
        try build.hasPaidCourses()
      }
      let folder = try OutputFolder(output, cache: portal.cache)
      let result = try build.write(to: folder) { terminal.progress($0, of: $1) }
      if let before { last?.remember(result, from: before) }
      let report = BuildReport(
        result: result, output: output, duration: clock.now - start, sources: build.sources)
      try report.print(asJSON: portal.json, to: terminal)
      return result.hasErrors ? .failure : .success
    }
  }

  private func lastBuild(of output: String) -> LastBuild {
    LastBuild(
      of: FolderPath.resolved(output), from: portal.folder, excluding: portal.excluded(output),
      cache: portal.cache,
      settings: [
        Clevio.version, ProgramFile.identity, portal.today.isoText, portal.folderName,
        portal.baseURL ?? "", portal.drafts ? "drafts" : "",
        sealing.isLockedPreview ? "locked preview" : "",
      ])
  }
}
