import ArgumentParser
import Diagnostics
import Files
import PortalBuild

/// The options that say whether a check mends what it finds.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend what has exactly one right answer, and check again.")
  var fix = false

  @Flag(name: .customLong("dry-run"), help: "With --fix: print the changes, and write nothing.")
  var isDryRun = false

  /// How often a check follows on changes, each of which may show more to mend.
  private static let limit = 10

  func validate() throws {
    if isDryRun, !fix { throw ValidationError("--dry-run is for --fix.") }
  }

  /// Mends files until nothing is left to mend, or prints how the first changes would be.
  ///
  /// - Parameters:
  ///   - result: What was found; afterwards, what is found then.
  ///   - build: The build of the check.
  ///   - again: Reads the portal once more.
  ///   - terminal: Told what was done.
  /// - Throws: ``FileError`` if a file cannot be read or written; the other files are then whole, too.
  func apply(
    to result: inout PortalBuild.Result, of build: inout PortalBuild,
    readingAgain again: () throws(FileError) -> PortalBuild, terminal: Terminal
  ) throws(FileError) {
    guard fix else { return }
    var count = 0
    var files: Set<String> = []
    for _ in 0..<FixOptions.limit {
      let fixed = try FixedFiles(of: result.diagnostics, in: build.sources)
      if isDryRun {
        try terminal.output(fixed.difference)
        terminal.say(
          "\(FixOptions.summary(fixed.count, fixed.paths.count)) would be mended, "
            + "and what comes to light by that")
        return
      }
      guard fixed.count > 0 else { break }
      try fixed.write()
      count += fixed.count
      files.formUnion(fixed.paths)
      build = try again()
      result = try build.check()
    }
    terminal.say("\(FixOptions.summary(count, files.count)) \(count == 1 ? "is" : "are") mended")
  }

  /// Tells how many of the findings can be mended, where that was not asked for.
  func suggest(for findings: [Diagnostic], terminal: Terminal) {
    let count = fix ? 0 : findings.count { $0.fix != nil }
    if count > 0 { terminal.say("\(count) of these can be mended with --fix") }
  }

  private static func summary(_ mistakes: Int, _ files: Int) -> String {
    "\(counted(mistakes, "mistake")) in \(counted(files, "file"))"
  }
}
