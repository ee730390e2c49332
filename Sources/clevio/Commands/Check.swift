import ArgumentParser
import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalBuild

/// `clevio check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what is wrong with the portal, and write nothing.",
    discussion: """
      What a build only warns of, such as a dead link, is an error here, unless legal.yml says \
      "check: {fail_on: error}". Paid courses are sealed as in \
      a locked preview, so that no keys are needed.
      """)

  @OptionGroup var portal: PortalOptions

  func run() throws {
    let terminal = Terminal(isQuiet: portal.quiet)
    try exiting {
      let clock = ContinuousClock()
      let start = clock.now
      var build = try portal.build(excluding: portal.defaultOutput)
      build.loading.looksForGaps = true
      build.sealing = .preview
      var result = try build.check()
      if result.failsOn == .warning {
        result.diagnostics = result.diagnostics.map(\.asInCheck).sorted()
      }
      let report = BuildReport(
        result: result, output: nil, duration: clock.now - start, sources: build.sources)
      try report.print(asJSON: portal.json, to: terminal)
      return result.hasErrors ? .failure : .success
    }
  }
}

extension Diagnostic {
  /// The finding with the weight that it has in a check.
  fileprivate var asInCheck: Diagnostic {
    var finding = self
    if severity == .warning { finding.severity = .error }
    return finding
  }
}
