import ArgumentParser
import CourseModel
import Diagnostics
import Files
import PortalBuild

/// `clevio build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
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

  @Option(
    help: "Build the pages of every n-th course only, such as 2/8, for clevio merge to join.")
  var shard: Shard?

  @OptionGroup var sealing: SealingOptions

  func validate() throws {
    guard shard != nil else { return }
    if output == nil { throw ValidationError("--shard needs a folder for its slice: -o.") }
    if updatesLock { throw ValidationError("--update-lock is for the machine that merges.") }
  }

  func run() throws {
    let output = output ?? portal.defaultOutput
    let terminal = Terminal(isQuiet: portal.quiet)
    try exiting {
      try OutputPlace(output, source: portal.folder).check()
      if let shard { return try build(shard, into: output, terminal) }
      if updatesLock {
        let code = try portal.lockPolicies(excluding: output, terminal: terminal)
        guard code == .success else { return code }
      }
      let start = ContinuousClock.now
      let last = lastBuild(of: output)
      let before = last.foldersNow
      let standing = ignoresCache ? .unknown : last.standing(before)
      if case .unchanged(let result) = standing {
        let report = BuildReport(
          result, output: output, since: start, sources: portal.files(namedIn: result.diagnostics))
        try report.print(asJSON: portal.json, to: terminal)
        return .success
      }
      var build = try portal.build(excluding: output)
      build.earlier = last.earlier(standing)
      build.sealing = try sealing.sealing(outside: [portal.folder, output]) {
        try build.hasPaidCourses()
      }
      let interruption = Interruption()
      defer { interruption.passOn() }
      let folder = try OutputFolder(output, cache: portal.cache) { interruption.hasCome }
      let result = try build.write(to: folder) { terminal.progress($0, of: $1) }
      // What keys lie where, and what they were when, is not remembered: with keys, something is always done.
      last.remember(result, from: sealing.usesKeys ? nil : before.sources)
      let report = BuildReport(result, output: output, since: start, sources: build.sources)
      try report.print(asJSON: portal.json, to: terminal)
      return ExitCode(for: result.diagnostics)
    }
  }

  private func build(
    _ shard: Shard, into output: String, _ terminal: Terminal
  ) throws -> ExitCode {
    let start = ContinuousClock.now
    let build = try portal.build(excluding: output)
    let interruption = Interruption()
    defer { interruption.passOn() }
    let folder = try OutputFolder(output, cache: portal.cache) { interruption.hasCome }
    let result = try build.writeSlice(shard, settings: portal.sliceSettings, to: folder)
    let report = BuildReport(result, output: output, since: start, sources: build.sources)
    try report.print(asJSON: portal.json, to: terminal)
    return ExitCode(for: result.diagnostics)
  }

  private func lastBuild(of output: String) -> LastBuild {
    LastBuild(
      of: FolderPath.resolved(output), from: portal.folder, excluding: portal.excluded(output),
      cache: portal.cache,
      settings: [
        Clevio.version, ProgramFile.identity, portal.today.isoText, portal.folderName,
        portal.baseURL ?? "", portal.drafts ? "drafts" : "",
        sealing.isLockedPreview ? "locked preview" : sealing.usesKeys ? "keys" : "",
      ])
  }
}
