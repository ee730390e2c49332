import ArgumentParser
import CourseChecks
import CourseLoading
import CourseModel
import Diagnostics
import Files
import PolicyReview
import PortalBuild

/// `clevio check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is wrong with the portal, and write nothing unless --fix is given.",
    discussion: """
      What a build only warns of, such as a dead link, is an error here, unless the settings say \
      "check: {fail_on: error}". Paid courses are sealed as in \
      a locked preview, so that no keys are needed. "clevio explain" tells what a finding means.
      """)

  @OptionGroup var portal: PortalOptions
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var fixes: FixOptions
  @OptionGroup var browser: BrowserOptions
  @OptionGroup var external: ExternalOptions
  @OptionGroup var policy: PolicyOptions

  @Option(
    help: "How a report is written to standard output; without it, text is told on the terminal.")
  var format: ReportFormat?

  @Option(
    help: "A file that the report is written to; what is found is told on the terminal, too.",
    completion: .file())
  var output: String?

  @Flag(help: "Fail on warnings, whatever the settings say.")
  var strict = false

  func validate() throws {
    if fixes.fix, browser.isWanted || external.isWanted || policy.path != nil {
      throw ValidationError("--fix mends a portal: run it by itself, and check again.")
    }
    if external.isWanted, policy.path != nil {
      throw ValidationError("--external asks for what a portal links to, not a policy.")
    }
    if policy.path != nil, browser.isWanted {
      throw ValidationError("--browser looks at a portal, not at a policy.")
    }
    if policy.path != nil, portal.folder != "." {
      throw ValidationError("--policy is looked at in place of a portal: name no folder.")
    }
    if fixes.isDryRun, output == nil, isAskedForReport {
      throw ValidationError(
        "--dry-run prints the changes: write the report to a file with --output.")
    }
    if portal.json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) are two reports: name one.")
    }
  }

  func run() throws {
    let terminal = Terminal(isQuiet: portal.quiet)
    try exiting {
      if let path = policy.path { return try look(at: path, terminal: terminal) }
      let start = ContinuousClock.now
      var build = try build()
      var result = try checked(build, terminal)
      try fixes.apply(to: &result, of: &build, readingAgain: self.build, terminal: terminal)
      result.diagnostics = try baseline.apply(to: result.diagnostics, terminal: terminal)
      if strict || result.failsOn == .warning {
        result.diagnostics = result.diagnostics.map(\.asInCheck)
      }
      result.diagnostics.sort()
      let report = BuildReport(result, output: nil, since: start, sources: build.sources)
      try tell(report, to: terminal)
      return ExitCode(for: result.diagnostics)
    }
  }

  private func build() throws(FileError) -> PortalBuild {
    // An earlier report is no text of the portal.
    var build = try portal.build(excluding: [portal.defaultOutput] + [output].compactMap(\.self))
    build.loading.looksForGaps = true
    build.sealing = .preview
    return build
  }

  private func checked(
    _ build: PortalBuild, _ terminal: Terminal
  ) throws(FileError) -> PortalBuild.Result {
    let curl = external.isWanted ? try external.program() : nil
    var result =
      browser.isWanted
      ? try PortalVisit(build: build, program: browser.program(), terminal: terminal).run()
      : try build.check()
    if let curl, let portal = result.portal {
      let visit = LinkVisit(curl: curl, terminal: terminal)
      build.add(
        try visit.findings(in: portal, threads: build.threads), of: .network, to: &result)
    }
    return result
  }

  /// Looks at a policy in place of a portal.
  private func look(at path: String, terminal: Terminal) throws(FileError) -> ExitCode {
    let source = try DiskFile.read(path, limit: PolicyReview.byteLimit)
    let found = PolicyReview.findings(
      in: source, path: path, jurisdictions: policy.jurisdictions, today: portal.today)
    var diagnostics = try baseline.apply(to: found, terminal: terminal)
    if strict { diagnostics = diagnostics.map(\.asInCheck) }
    diagnostics.sort()
    let report = PolicyReport(path: path, source: source, diagnostics: diagnostics)
    if let output {
      try NamedFile.write(report.report(as: chosenFormat), to: output)
      report.tell(to: terminal)
    } else if isAskedForReport {
      try terminal.output(report.report(as: chosenFormat))
    } else {
      report.tell(to: terminal)
    }
    return report.hasErrors ? .failure : .success
  }

  private var chosenFormat: ReportFormat { portal.json ? .json : format ?? .text }

  /// Whether a report is wanted beside, or in place of, what is told on the terminal.
  private var isAskedForReport: Bool { portal.json || format != nil }

  private func tell(_ report: BuildReport, to terminal: Terminal) throws(FileError) {
    let format = chosenFormat
    let findings = Findings(
      report.result.diagnostics, version: Clevio.version, folder: portal.folderInRepository,
      rule: { RuleCatalogue.rule($0) }, source: report.sources.bytes(ofFile:))
    if let output {
      try NamedFile.write(format.report(of: findings, in: report), to: output)
    } else if isAskedForReport {
      return try terminal.output(format.report(of: findings, in: report))
    }
    report.tell(to: terminal)
    fixes.suggest(for: report.result.diagnostics, terminal: terminal)
  }
}

extension PortalOptions {
  /// The portal's folder as seen from the working folder, which CI services make the repository's; empty for
  /// that folder itself and for one outside of it.
  fileprivate var folderInRepository: String {
    RelativePath(FolderPath.resolved(folder))
      .relative(to: RelativePath(FolderPath.resolved(".")))?.text ?? ""
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
