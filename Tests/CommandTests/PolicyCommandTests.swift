import Foundation
import TestSupport
import Testing

@Suite struct PolicyCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.writePortal()
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try RunningProgram([Program.path] + arguments, in: folder.path).wait()
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
    let locked = try run("policies", "lock", "portal", "--now", "2027-01-10")
    #expect(locked.status == 0 && locked.errors.contains("locked privacy 1"), "\(locked.errors)")
    let check = try run("check", "portal", "--now", "2027-01-10")
    #expect(check.status == 0, "\(check.errors)")
    #expect(try run("build", "portal", "--now", "2027-01-10").status == 0)
    #expect(folder.read("portal/public/imprint.html")?.contains("Ada: &amp; &lt;Sons&gt;") == true)
    #expect(folder.read("portal/public/cookies.html")?.contains("YouTube") == true)
    #expect(try begin().status == 74)
  }

  @Test func refusesServicesThatAreNotKnown() throws {
    let made = try begin("--services", "yuotube")
    #expect(made.status == 1 && made.errors.contains("there is no service \"yuotube\""))
    #expect(folder.read("portal/legal.yml") == nil)
  }

  @Test func writesTheLockOnlyWhenAsked() throws {
    _ = try begin()
    #expect(try run("build", "portal", "--now", "2027-01-10").status == 0)
    #expect(folder.read("portal/policies.lock") == nil)
    #expect(try run("build", "portal", "--now", "2027-01-10", "--update-lock").status == 0)
    let lock = folder.read("portal/policies.lock")
    #expect(lock?.contains("version: 1") == true)
    let again = try run("policies", "lock", "portal", "--now", "2027-01-11")
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
    let outcome = try run("build", "portal", "--now", "2027-01-10")
    #expect(outcome.status == 1 && outcome.errors.contains(id), "\(outcome.errors)")
    #expect(outcome.errors.contains("legal.yml:2:") || id == "[yaml-")
    #expect(folder.contents(of: "portal/public") == [:])
  }

  @Test func listsServices() throws {
    #expect(try run("services").output.contains("youtube\tembeds\t"))
    #expect(try run("services", "youtube").output.contains("hosts: "))
    #expect(try run("services", "yuotube").status == 1)
  }
}
