import Foundation
import TestSupport
import Testing

@Suite struct PolicyCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.writePortal()
  }

  private func begin(_ more: String...) throws -> Program.Outcome {
    try RunningProgram(
      [
        Program.path, "new", "legal", "--in", "portal", "--name", "Ada: & <Sons>", "--street",
        "Quay 1", "--city", "Hamburg", "--country", "DE", "--email", "ada@harbour.example", "--now",
        "2027-01-10",
      ] + more, in: folder.path
    ).wait()
  }

  @Test func beginsADeclarationThatIsRight() throws {
    let made = try begin("--services", "youtube", "openstreetmap")
    #expect(made.status == 0 && made.errors.contains("no legal advice"), "\(made.errors)")
    // On what ground data leaves the EEA only its author knows.
    let asking = try folder.clevio("check", "portal", "--now", "2027-01-10")
    #expect(asking.errors.contains("2 gdpr-13-1f"), "\(asking.errors)")
    let declaration = try #require(folder.read("portal/legal.yml"))
    let transfers = """
      transfers:
        - {recipient: youtube, country: US, mechanism: scc}
        - {recipient: openstreetmap, country: GB, mechanism: adequacy}

      """
    folder.write(declaration + transfers, to: "portal/legal.yml")
    let locked = try folder.clevio("policies", "lock", "portal", "--now", "2027-01-10")
    #expect(locked.status == 0 && locked.errors.contains("locked privacy 1"), "\(locked.errors)")
    let check = try folder.clevio("check", "portal", "--now", "2027-01-10")
    #expect(check.status == 0, "\(check.errors)")
    #expect(try folder.clevio("build", "portal", "--now", "2027-01-10").status == 0)
    #expect(folder.read("portal/public/imprint.html")?.contains("Ada: &amp; &lt;Sons&gt;") == true)
    #expect(folder.read("portal/public/cookies.html")?.contains("YouTube") == true)
    #expect(try begin().status == 1)
  }

  @Test func refusesServicesThatAreNotKnown() throws {
    let made = try begin("--services", "yuotube")
    #expect(made.status == 1 && made.errors.contains("there is no service \"yuotube\""))
    #expect(folder.read("portal/legal.yml") == nil)
  }

  @Test(arguments: [
    (["--email", "notamail"], "\"notamail\" is no mail address"),
    (["--country", "Germany"], "\"Germany\" is no country's code"),
  ])
  func refusesAnswersThatTheFileCannotHold(arguments: [String], message: String) throws {
    let made = try RunningProgram(
      [Program.path, "new", "legal", "--in", "portal", "--name", "Ada"] + arguments,
      in: folder.path
    ).wait()
    #expect(made.status == 1)
    #expect(made.errors.contains(message))
    #expect(folder.read("portal/legal.yml") == nil)
  }

  /// Runs `clevio new legal` on a terminal into which something is typed.
  private func answer(_ typed: String) throws -> Program.Outcome {
    let terminal = """
      import os, pty, sys
      pid, terminal = pty.fork()
      if pid == 0: os.execv(sys.argv[2], sys.argv[2:])
      os.write(terminal, sys.argv[1].encode())
      while True:
          try: part = os.read(terminal, 4096)
          except OSError: break
          if not part: break
          sys.stdout.buffer.write(part)
      sys.stdout.flush()
      sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
      """
    return try RunningProgram(
      ["python3", "-c", terminal, typed, Program.path, "new", "legal", "--in", "portal"],
      in: folder.path
    ).wait()
  }

  @Test func asksNothingWhereTheFileIsThere() throws {
    folder.write("operator: {name: Ada}\n", to: "portal/legal.yml")
    let made = try answer("\n")
    #expect(made.status == 1)
    #expect(made.output.contains("cannot write portal/legal.yml: the file exists"))
    #expect(!made.output.contains("?"), "\(made.output)")
  }

  @Test func asksAgainWhereAnAnswerIsWrong() throws {
    let answers = [
      "Ada Harbour", "Quay 1", "20457", "Hamburg", "Germany", "de", "notamail",
      "ada@harbour.example", "", "maybe", "YES", "yuotube", "youtube, openstreetmap", "Germany",
    ]
    let made = try answer(answers.joined(separator: "\n") + "\n")
    #expect(made.status == 0, "\(made.output)")
    for message in [
      "\"GERMANY\" is no country's code", "\"notamail\" is no mail address",
      "\"maybe\" is neither yes nor no", "did you mean \"youtube\"?",
    ] {
      #expect(made.output.contains(message), "\(made.output)")
    }
    let legal = try #require(folder.read("portal/legal.yml"))
    for line in [
      "country: DE\n", "email: \"ada@harbour.example\"\n", "\ncommerce:\n", "- id: openstreetmap\n",
      "terms: {law: Germany}\n",
    ] {
      #expect(legal.contains(line), "\(line)")
    }
  }

  @Test func endsWhereTheInputEnds() throws {
    let made = try answer("Ada\n\u{4}")
    #expect(made.status == 0, "\(made.output)")
    #expect(folder.read("portal/legal.yml")?.contains("name: Ada\n") == true)
  }

  @Test func writesTheLockOnlyWhenAsked() throws {
    _ = try begin()
    #expect(try folder.clevio("build", "portal", "--now", "2027-01-10").status == 0)
    #expect(folder.read("portal/policies.lock") == nil)
    #expect(
      try folder.clevio("build", "portal", "--now", "2027-01-10", "--update-lock").status == 0)
    let lock = folder.read("portal/policies.lock")
    #expect(lock?.contains("version: 1") == true)
    let again = try folder.clevio("policies", "lock", "portal", "--now", "2027-01-11")
    #expect(again.status == 0 && again.errors.contains("every version already"))
    let legal = folder.read("portal/legal.yml") ?? ""
    folder.write(
      legal.replacing("ada@harbour.example", with: "new@harbour.example"), to: "portal/legal.yml")
    for arguments in [["build", "portal"], ["policies", "lock", "portal"]] {
      let refused = try RunningProgram(
        [Program.path] + arguments + ["--now", "2027-01-12"], in: folder.path
      ).wait()
      #expect(refused.status == 1 && refused.errors.contains("[policy-changed]"))
    }
    #expect(folder.read("portal/policies.lock") == lock)
  }

  @Test(arguments: [
    ("services: [{id: yuotube}]", "[service-unknown]"),
    ("services: [{id: youtube, category: embed}]", "[value-category]"),
    ("consent: {lifetime: {accept: long}}", "[value-accept]"),
    (
      "documents: {privacy: {version: 1, effective: 2026-01-01, updated: 2026-02-01}}",
      "[policy-dates]"
    ),
    ("contact: {legal: \"a@b.example}", "[yaml-"),
  ])
  func publishesNothingOfAWrongDeclaration(line: String, id: String) throws {
    folder.write("operator: {name: Ada}\n\(line)\n", to: "portal/legal.yml")
    let outcome = try folder.clevio("build", "portal", "--now", "2027-01-10")
    #expect(outcome.status == 1 && outcome.errors.contains(id), "\(outcome.errors)")
    #expect(outcome.errors.contains("legal.yml:2:") || id == "[yaml-")
    #expect(folder.contents(of: "portal/public") == [:])
  }

  @Test func listsServices() throws {
    #expect(try folder.clevio("services").output.contains("youtube\tembeds\t"))
    #expect(try folder.clevio("services", "youtube").output.contains("hosts: "))
    #expect(try folder.clevio("services", "yuotube").status == 1)
  }
}
