import ArgumentParser
import Bytes
import Entitlements
import Foundation
import TestSupport
import Testing

@testable import clevio

/// The commands, run inside the test.
@Suite(.serialized) struct SigningCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.write("correct horse battery\n", to: "passphrase")
    folder.write("<p>Knots", to: "site/index.html")
    folder.write("<p>Reef", to: "site/courses/knots/reef.html")
  }

  /// Runs a command; the words `@x` mean the file or folder `x` of the test.
  private func run(
    _ command: any ParsableCommand.Type, _ words: String, passphrase: String? = "passphrase"
  ) throws -> Int32 {
    var arguments = words.split(separator: " ").map { word in
      word.hasPrefix("@") ? folder.path + "/" + word.dropFirst() : String(word)
    }
    var descriptor: Int32 = -1
    if let passphrase {
      descriptor = open(folder.path + "/" + passphrase, O_RDONLY)
      arguments += ["--passphrase-fd", String(descriptor)]
    }
    defer { if descriptor >= 0 { close(descriptor) } }
    do {
      var parsed = try command.parseAsRoot(arguments)
      try parsed.run()
      return 0
    } catch {
      return command.exitCode(for: error).rawValue
    }
  }

  /// Makes keys as the commands do, but for the time that guessing a passphrase is to take.
  private func makeKeys() throws {
    let passphrase = Array("correct horse battery".utf8)
    try KeyFolder.create(
      folder.path + "/keys", author: try Example.name("ada"), passphrase: passphrase, rounds: 1,
      now: 1
    ).addCourse(try Example.name("knots"), passphrase: passphrase, rounds: 1, now: 1)
  }

  private func sign() throws -> Int32 {
    try run(Sign.self, "@site --portal harbour --keys @keys")
  }

  private func verify(_ more: String = "--key @keys/author.pub.pem") throws -> Int32 {
    try run(Verify.self, "@site \(more)", passphrase: nil)
  }

  @Test func signsAndVerifiesAPortal() throws {
    #expect(try run(KeyNew.self, "--author ada --keys @keys") == 0)
    #expect(try run(KeyCourse.self, "knots --keys @keys") == 0)
    #expect(try sign() == 0)
    #expect(try verify() == 0)
    #expect(try verify("--keys @keys --leaks") == 0)
    #expect(try verify("--key @keys/author.jwk --portal harbour --state @state --json") == 0)
    #expect(folder.read("state")?.contains("\"ver\":1") == true)
    folder.write("x", to: "site/extra")
    #expect(try verify() == 1)
  }

  @Test func looksAheadAndRemembersNothingOfIt() throws {
    try makeKeys()
    #expect(try sign() == 0)
    #expect(try verify("--key @keys/author.jwk --at +399d --state @state") == 0)
    #expect(folder.read("state") == nil)
    #expect(try verify("--key @keys/author.jwk --at +400d") == 1)
    #expect(try verify("--key @keys/author.jwk --at 2001-01-01") == 1)
  }

  @Test func refusesWrongUse() throws {
    try makeKeys()
    #expect(try verify("--key @keys/author.pub.pem --at soon") == 64)
    #expect(try verify("--key @keys/author.pub.pem --portal Not/Good") == 64)
    #expect(try run(Sign.self, "@site --portal harbour --passphrase secret", passphrase: nil) == 64)
    #expect(try run(Sign.self, "@site --portal harbour --head-version 0 --keys @keys") == 64)
    #expect(try run(Sign.self, "@site --keys @keys") == 64)
    folder.write("short\n", to: "short")
    #expect(try run(KeyNew.self, "--author eve --keys @other", passphrase: "short") == 64)
    folder.write("\n", to: "empty")
    #expect(try run(Sign.self, "@site --portal harbour --keys @keys", passphrase: "empty") == 64)
    folder.write(String(repeating: "x", count: 5_000), to: "long")
    #expect(try run(Sign.self, "@site --portal harbour --keys @keys", passphrase: "long") == 64)
    #expect(!folder.files.contains { $0.hasPrefix("other/") })
  }

  @Test func tellsARefusalFromAMachineThatRefused() throws {
    try makeKeys()
    #expect(try run(Sign.self, "@nothing --portal harbour --keys @keys") == 74)
    #expect(try run(Verify.self, "@nothing --keys @keys", passphrase: nil) == 74)
    #expect(try run(Verify.self, "@site --keys @keys", passphrase: nil) == 1)
    #expect(try run(Verify.self, "@site --key @no.pem", passphrase: nil) == 74)
    folder.write("wrong horse battery\n", to: "wrong")
    #expect(try run(Sign.self, "@site --portal harbour --keys @keys", passphrase: "wrong") == 1)
    #expect(try run(KeyNew.self, "--author ada --keys @keys") == 1)
  }

  @Test func issuesChecksAndRevokesAnEntitlement() throws {
    try makeKeys()
    #expect(try sign() == 0)
    let issue = "--course knots --label order-1001 --portal harbour --id e-1 --keys @keys -o @e"
    #expect(try run(EntitlementIssue.self, issue) == 0)
    #expect(try run(EntitlementIssue.self, issue) == 1)
    var status = stat()
    #expect(lstat(folder.path + "/e", &status) == 0 && status.st_mode & 0o777 == 0o600)
    func check(_ more: String) throws -> Int32 {
      try run(EntitlementCheckCommand.self, "@e --keys @keys \(more)", passphrase: nil)
    }
    #expect(try check("--site @site") == 0)
    #expect(try check("--site @site --course knots --json") == 0)
    #expect(try check("--site @site --course rope") == 1)
    #expect(try check("--portal harbour") == 0)
    #expect(try check("--portal other") == 1)
    #expect(try check("") == 64)
    #expect(try check("--site @site --at 2001-01-01") == 1)
    #expect(try run(EntitlementInspect.self, "@e", passphrase: nil) == 0)
    #expect(try run(EntitlementInspect.self, "@passphrase", passphrase: nil) == 1)
    #expect(try run(EntitlementRevoke.self, "e-2 --keys @keys", passphrase: nil) == 1)
    #expect(try run(EntitlementRevoke.self, "e-2 --unknown --keys @keys", passphrase: nil) == 0)
    #expect(try run(EntitlementRevoke.self, "e-1 --keys @keys", passphrase: nil) == 0)
    #expect(try run(EntitlementRevoke.self, "e-1 --keys @keys", passphrase: nil) == 0)
    #expect(try check("--portal harbour") == 1)
    #expect(try check("--site @site") == 0)
    #expect(try sign() == 0)
    #expect(try check("--site @site") == 1)
    #expect(try run(EntitlementIssue.self, issue.replacing("@e", with: "@f")) == 1)
  }

  @Test(
    arguments: [
      "--course knots --course knots --label x --portal harbour", "--label x --portal harbour",
      "--course ../knots --label x --portal harbour", "--course knots --portal harbour",
      "--course knots --label x --portal harbour --js --link https://a.example/",
      "--course knots --label x --portal harbour --link http://a.example/",
      "--course knots --label x --portal harbour --expires 2001-01-01",
      "--course knots --label x --portal harbour --expires 0d",
    ])
  func issuesNothingWhenUsedWrongly(arguments: String) throws {
    #expect(try run(EntitlementIssue.self, arguments + " --keys @keys -o @e") == 64)
    #expect(folder.read("e") == nil)
  }

  @Test func handsSigningOverWithoutAnybodyTrustingAnotherKey() throws {
    try makeKeys()
    #expect(try sign() == 0)
    #expect(try verify("--key @keys/author.pub.pem --state @state") == 0)
    #expect(try run(KeyRotate.self, "--keys @keys --overlap 0d") == 0)
    #expect(try sign() == 0)
    #expect(try verify("--key @keys/author.pub.pem --state @state") == 0)
    #expect(try run(KeyRenew.self, "--keys @keys --expires 10d") == 1)
    #expect(try run(KeyRenew.self, "--keys @keys --expires 500d") == 0)
    #expect(try sign() == 0)
    #expect(try verify("--key @keys/author.pub.pem --at +501d") == 1)
    #expect(try run(KeyRevoke.self, "nonsense --keys @keys") == 64)
    #expect(try run(KeyListing.self, "--keys @keys --json", passphrase: nil) == 0)
    #expect(try run(KeyExport.self, "--keys @keys --form signify", passphrase: nil) == 0)
    #expect(try run(KeyExport.self, "--keys @keys --kid nobody", passphrase: nil) == 1)
  }

  @Test func reportsRefusalsToPrograms() throws {
    let refusal = Refusal(.fileExtra, "\"a\" was not signed", path: "a", help: "h")
    #expect(
      String(utf8: SigningReport([refusal], facts: [("version", .integer(3))]).json)
        == "{\"accepted\":false,\"reason\":\"file-extra\",\"refusals\":[{\"help\":\"h\","
        + "\"message\":\"\\\"a\\\" was not signed\",\"path\":\"a\",\"reason\":\"file-extra\"}],"
        + "\"version\":3}\n")
    #expect(
      String(utf8: SigningReport([]).json)
        == "{\"accepted\":true,\"reason\":null,\"refusals\":[]}\n")
  }

  @Test(
    arguments: [
      ("+30d", 2_592_000), ("30d", 2_592_000), ("0d", 0), ("1970-01-01", -1_000_000),
      ("2000-02-29", 950_782_400), ("2038-01-20", 2_146_558_400),
    ])
  func readsTimes(text: String, afterNow: Int) {
    #expect(EntitlementTime(argument: text)?.time(now: 1_000_000) == 1_000_000 + afterNow)
  }

  @Test(arguments: ["", "d", "+d", "-1d", "30", "30h", "1e3d", "2027-02-30", "999999999d", "+ 3d"])
  func readsNothingElseAsATime(text: String) { #expect(EntitlementTime(argument: text) == nil) }
}
