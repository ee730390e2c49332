import Foundation
import TestSupport
import Testing

@Suite struct ExitCodeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.writePortal()
    folder.writePortal(["courses/knots/reef.md": "---\nminutes: soon\n---\nText.\n"], in: "wrong")
    folder.writePortal(["courses/knots/reef.md": "[a](gone.md)\n"], in: "dead-link")
  }

  @Test func leavesWithZeroWhenAllIsDone() throws {
    for command in ["build", "check"] {
      let outcome = try folder.clevio(command, "portal")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output == "")
    }
    #expect(
      folder.read("portal/public/courses/knots/reef.html")?.contains("Left over right.") == true)
  }

  @Test func leavesWithOneWhenTheInputIsWrong() throws {
    for command in ["build", "check"] {
      let outcome = try folder.clevio(command, "wrong")
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("courses/knots/reef.md:2:10: error:"))
      #expect(outcome.errors.contains(" 2 | minutes: soon\n   |          ^~~~\n"))
      #expect(outcome.errors.contains("1 error\n"))
    }
    #expect(folder.contents(of: "wrong/public") == [:])
  }

  @Test func takesADeadLinkAsAWarningInABuildAndAsAnErrorInACheck() throws {
    let build = try folder.clevio("build", "dead-link")
    #expect(build.status == 0)
    #expect(build.errors.contains("courses/knots/reef.md:1:5: warning:"))
    let check = try folder.clevio("check", "dead-link")
    #expect(check.status == 1)
    #expect(check.errors.contains("courses/knots/reef.md:1:5: error:"))
  }

  @Test func tellsWhatIsRefusedWithItsCodeAndWhatToDo() throws {
    let outcome = try folder.clevio("pack", "nets", "portal")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "error: there is no course \"nets\" [missing]\n  help: the courses are: knots\n")
  }

  @Test(
    arguments: [
      ["nonsense"], ["build", "portal", "more"], ["build", "--threads", "0", "portal"],
      ["build", "--threads", "many", "portal"], ["build", "--now", "2027-02-30", "portal"],
      ["build", "--base-url", "ftp://a.example", "portal"], ["check", "portal", "-o", "x"],
      ["build", "--base-url", "https://", "portal"],
      ["check", "--base-url", "https:// x", "portal"],
      ["build", "--base-url", "https://a.example/?b", "portal"],
      ["build", "--base-url", "https://a.example/index.html", "portal"],
      ["build", "--now", "2027-01-31Tgarbage", "portal"],
      ["build", "--outpt", "x", "portal"], ["new"], ["new", "portal"], ["schema", "planet"],
    ])
  func leavesWith64WhenUsedWrongly(arguments: [String]) throws {
    let outcome = try folder.clevio(arguments)
    // A command with only subcommands answers with its help.
    #expect(outcome.status == (arguments == ["new"] ? 0 : 64))
    #expect(arguments == ["new"] || outcome.output == "")
    #expect(arguments == ["new"] || outcome.errors.hasPrefix("Error: "))
  }

  @Test(
    arguments: [
      (["build", "nowhere"], "nowhere"), (["check", "nowhere"], "nowhere"),
      (["build", ""], "No such file"), (["build", "portal/clevio.yml"], "clevio.yml"),
      (["build", "portal", "-o", "/proc/clevio"], "/proc/clevio"),
      (["theme", "list", "--in", "nowhere"], "nowhere"),
      (["theme", "copy", "css/10-base.css", "--in", "nowhere"], "nowhere"),
      (["new", "course", "a", "--in", "nowhere"], "nowhere"),
    ])
  func leavesWith74WhenTheMachineRefuses(arguments: [String], path: String) throws {
    let outcome = try folder.clevio(arguments)
    #expect(outcome.status == 74, "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("clevio: cannot "))
    #expect(outcome.errors.contains(path))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(!folder.files.contains { $0.hasPrefix("nowhere") })
  }

  // MARK: Reports

  private struct Report: Decodable {
    var pages: Int
    var courses: Int
    var files: Int
    var bytes: Int
    var written: Int
    var kept: Int
    var removed: Int
    var published: Bool
    var seconds: Double
    var diagnostics: [Finding]
  }

  private struct Finding: Decodable {
    var id: String
    var severity: String
    var message: String
    var path: String
    var line: Int
    var column: Int
    var help: String?
  }

  private func report(_ arguments: String...) throws -> (Program.Outcome, Report) {
    let outcome = try folder.clevio(arguments)
    return (outcome, try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8)))
  }

  @Test func reportsAsJSONAndSaysNothingElse() throws {
    let (first, built) = try report("build", "portal", "--json")
    #expect(first.status == 0)
    #expect(first.errors == "")
    #expect(built.published && built.written == built.files && built.courses == 1)
    #expect(built.diagnostics.isEmpty)
    let (_, again) = try report("build", "portal", "--json", "--quiet")
    #expect(again.written == 0 && again.kept == built.files && again.removed == 0)
    let (checkOutcome, check) = try report("check", "dead-link", "--json")
    #expect(checkOutcome.status == 1)
    #expect(!check.published && check.written == 0)
    #expect(check.diagnostics.map(\.severity).filter { $0 != "note" } == ["error"])
  }

  @Test func reportsMistakesAsJSON() throws {
    folder.writePortal(
      ["courses/knots/we\"ird\u{1}\n\u{2028}.md": "---\nminutes: \"\\u0007\\\"<\"\n---\n"],
      in: "wrong")
    let (outcome, report) = try report("build", "wrong", "--json")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(!report.published && report.diagnostics.count == 1)
    #expect(report.diagnostics.allSatisfy { $0.id == "value-minutes" && $0.line == 2 })
    #expect(report.diagnostics.last?.path == "courses/knots/we\"ird\u{1}\n\u{2028}.md")
  }

  @Test func staysQuietWhenAsked() throws {
    for option in ["--quiet", "-q"] {
      let outcome = try folder.clevio("build", "portal", option)
      #expect(outcome.status == 0)
      #expect(outcome.output + outcome.errors == "")
    }
    #expect(try folder.clevio("build", "wrong", "-q").errors.contains("error:"))
  }

  @Test func saysOneLineWhenAllWentWell() throws {
    let outcome = try folder.clevio("build", "portal")
    #expect(outcome.errors.hasPrefix("portal/public: "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  // MARK: Streams

  @Test(
    arguments: [
      ("$CLEVIO check portal --json >/dev/full", 74), ("$CLEVIO schema >/dev/full", 74),
      ("$CLEVIO theme list --in portal >/dev/full", 74), ("$CLEVIO build wrong 2>/dev/full", 1),
      ("$CLEVIO build portal 2>/dev/full", 0), ("$CLEVIO build portal <&- >&- 2>&-", 0),
      ("$CLEVIO build wrong <&- >&- 2>&-", 1), ("$CLEVIO build dead-link 2>&-", 0),
    ])
  func outlivesStreamsThatTakeNothing(line: String, status: Int32) throws {
    let outcome = try Program.shell(line, in: folder.path)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(!outcome.errors.contains("Fatal"))
    for (path, text) in folder.contents(of: "portal/public") {
      #expect(!text.contains("files written"), "\(path) holds a message")
    }
  }

  @Test(
    arguments: [
      (["TERM": "xterm", "NO_COLOR": ""], true), (["TERM": "xterm", "NO_COLOR": "1"], false),
      (["TERM": "dumb", "NO_COLOR": ""], false),
    ])
  func coloursOnlyATerminalThatWantsIt(environment: [String: String], isColoured: Bool) throws {
    let outcome = try RunningProgram(
      ["script", "-qec", "\(Program.path) build wrong", "/dev/null"], in: folder.path,
      environment: environment
    ).wait()
    let text = outcome.output
    #expect(text.contains("minutes"))
    #expect(text.contains("\u{1B}[1;31m") == isColoured)
    #expect(text.contains("\u{1B}[0m") == isColoured)
  }

  @Test func doesNotDependOnTimeZoneOrLocale() throws {
    folder.writePortal(
      [
        "clevio.yml": "title: Harbour\nid: harbour\nurl: https://harbour.example/\noperator: Ada\n",
        "courses/İstanbul/index.md":
          "---\nslug: istanbul\ndate: 2026-12-31\nprice: 1234.50 EUR\nsale: {price: 999 EUR, until: 2027-01-31}\n---\n# TITLE I ı\n",
        "courses/İstanbul/IŞIK.md":
          "---\navailable: 2027-02-01\nlastmod: 2026-03-29\n---\n# ÄÖ ẞ\n",
        "courses/knots/B.md": "", "courses/knots/a.md": "", "courses/knots/Ä.md": "",
      ], in: "portal")
    var contents: [[String: String]] = []
    for (zone, locale) in [
      ("UTC", "C"), ("Pacific/Kiritimati", "tr_TR.UTF-8"), ("America/Los_Angeles", "de_DE.UTF-8"),
      ("Asia/Kathmandu", "POSIX"),
    ] {
      let outcome = try RunningProgram(
        [
          Program.path, "build", "portal", "-o", "out-\(contents.count)", "--now", "2027-01-15",
          "--locked-preview", "-q",
        ],
        in: folder.path,
        environment: ["TZ": zone, "LC_ALL": locale, "LANG": locale, "LANGUAGE": "tr"]
      ).wait()
      #expect(outcome.status == 0, "\(outcome.errors)")
      contents.append(folder.contents(of: "out-\(contents.count)"))
    }
    #expect(contents[0].count > 30)
    for other in contents { #expect(other == contents[0]) }
  }
}
