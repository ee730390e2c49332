import ArgumentParser
import Files
import PortalBuild

/// `clevio merge`.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the slices that several machines built.",
    discussion: """
      Each machine builds a part of the courses with clevio build --shard. Merging them gives the same bytes as \
      clevio build alone. The folder has the sources, as each machine has them; options that change pages, such \
      as --now and --base-url, are the same everywhere. Paid courses are sealed here, so no other machine needs \
      the keys.
      """)

  @OptionGroup var portal: PortalOptions

  @Option(
    parsing: .upToNextOption, help: "The folders of the slices.", completion: .directory)
  var from: [String]

  @Option(
    name: .shortAndLong, help: "The folder to write (default: public in the portal's folder).",
    completion: .directory)
  var output: String?

  @OptionGroup var sealing: SealingOptions

  func run() throws {
    let output = output ?? portal.defaultOutput
    let terminal = Terminal(isQuiet: portal.quiet)
    try exiting {
      try OutputPlace(output, source: portal.folder).check()
      let start = ContinuousClock.now
      var build = try portal.build(excluding: [output] + from)
      build.sealing = try sealing.sealing(outside: [portal.folder, output]) {
        try build.hasPaidCourses()
      }
      build.earlier = try PortalSlices(in: from).parts(settings: portal.sliceSettings)
      let interruption = Interruption()
      defer { interruption.passOn() }
      let folder = try OutputFolder(output, cache: portal.cache) { interruption.hasCome }
      let result = try build.write(to: folder) { terminal.progress($0, of: $1) }
      let report = BuildReport(result, output: output, since: start, sources: build.sources)
      try report.print(asJSON: portal.json, to: terminal)
      return ExitCode(for: result.diagnostics)
    }
  }
}
