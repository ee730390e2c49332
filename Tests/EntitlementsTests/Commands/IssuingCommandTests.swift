import ArgumentParser
import Bytes
import Entitlements
import Foundation
import TestSupport
import Testing

@testable import clevio

/// The commands that issue many entitlements and pack copies, run as users run them.
@Suite struct IssuingCommandTests {
  private let folder: TemporaryFolder
  private let program: String

  init() throws {
    folder = try TemporaryFolder()
    program = Bundle.main.bundleURL.deletingLastPathComponent().path
    folder.write("id: harbour\ntitle: Harbour\n", to: "portal/clevio.yml")
    folder.write("<p>Knots", to: "portal/public/index.html")
    folder.write("<p>Reader", to: "portal/public/courses/knots/reader.html")
    _ = try KeyFolder.create(
      folder.path + "/keys", author: try Example.name("ada"),
      passphrase: Array("correct horse battery".utf8), rounds: 1, now: 1
    ).addCourse(
      try Example.name("knots"), passphrase: Array("correct horse battery".utf8), rounds: 1, now: 1)
  }

  /// Runs a line of a shell in the portal's folder.
  private func run(_ line: String, passphrase: String = "correct horse battery") throws -> (
    status: Int32, output: String
  ) {
    let places = [Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
    let program = places.map { $0.appendingPathComponent("clevio").path }.first {
      access($0, X_OK) == 0
    }
    let environment = [
      "CLEVIO_KEYS": folder.path + "/keys", "CLEVIO_PASSPHRASE": passphrase,
      "clevio": program ?? "clevio", "LC_ALL": "C.UTF-8",
    ]
    let outcome = try #require(
      try Tool.run(
        "sh", ["-c", "cd '\(folder.path)/portal' && " + line], environment: environment))
    return (outcome.status, outcome.output)
  }

  @Test func sellsACourseFromSigningToABuyersCopy() throws {
    #expect(try run("$clevio sign").status == 0)
    let issue = try run("$clevio entitlement issue --course knots --order 1001 -o ../o.clevio")
    #expect(issue.status == 0, "\(issue.output)")
    let packed = try run(
      "$clevio entitlement pack --for ../o.clevio --keys ../keys -o ../copy.zip")
    #expect(packed.status == 0, "\(packed.output)")
    #expect(packed.output.contains("open courses/knots/reader.html"))
    #expect(try run("cd .. && python3 -m zipfile -e copy.zip out").status == 0)
    let verify = "$clevio verify ../out/copy --key ../keys/author.pub.pem"
    #expect(try run(verify + " --packed").status == 0)
    #expect(try run(verify).output.contains("[file-extra]"))
  }

  @Test func saysWhereNoCourseGetsANewKey() throws {
    let unknown = try run("$clevio entitlement revoke e-9 --rekey --unknown")
    #expect(unknown.status == 0)
    #expect(unknown.output.contains("No course gets a new key"))
    #expect(
      try run("$clevio entitlement issue --course knots --label Ada --id e-1 -o 1.clevio").status
        == 0)
    let known = try run("$clevio entitlement revoke e-1 --rekey")
    #expect(known.output.contains("course knots: epoch 2"))
    #expect(!known.output.contains("No course"))
  }

  @Test func saysWhereTheKeyListEndsBeforeTheSignature() throws {
    // Both end after 400 days, and the list was signed first.
    #expect(try run("$clevio key rotate").status == 0)
    #expect(try !run("sleep 2; $clevio sign").output.contains("key list ends"))
    #expect(try run("$clevio key renew --expires 500d").status == 0)
    #expect(try !run("$clevio sign").output.contains("key list ends"))
    #expect(try run("$clevio key renew --expires 2100-01-31").status == 0)
    let early = try run("$clevio sign --expires 2100-04-01")
    #expect(early.status == 0)
    #expect(early.output.contains("checkers refuse the copy from 2100-01-31 on"))
    #expect(try run("$clevio verify --keys ../keys").output.contains(", to 2100-01-31"))
    #expect(try !run("$clevio sign --expires 2100-01-31").output.contains("key list ends"))
  }

  @Test func keepsTheKeyListsLaterEnd() throws {
    #expect(try run("$clevio key rotate --expires 2100-01-31").output.contains("to 2100-01-31"))
    #expect(try run("$clevio key rotate").output.contains("version 2, to 2100-01-31"))
    let early = try run("$clevio key renew --expires 5d")
    #expect(early.status != 0)
    #expect(early.output.contains("would end earlier than it does: 2100-01-31"))
    #expect(try run("$clevio key renew").output.contains("version 3, to 2100-01-31"))
    let root = try KeyFolder(folder.path + "/keys").root.id
    #expect(try run("$clevio key revoke \(root)").output.contains("version 4, to 2100-01-31"))
  }

  @Test func namesTheSettingsThatAreNotThere() throws {
    let outcome = try run("$clevio sign --in ../harbor")
    #expect(outcome.status == 64)
    #expect(outcome.output.contains("There is no ../harbor/clevio.yml"))
  }

  @Test func saysWhatEndsWithTheOlderKeys() throws {
    #expect(try !run("$clevio key rotate --overlap 3650d").output.contains("refused"))
    for order in [1, 2] {
      let issue = try run(
        "$clevio entitlement issue --course knots --order \(order) -o \(order).clevio")
      #expect(issue.status == 0, "\(issue.output)")
    }
    let rotation = try run("$clevio key rotate --overlap 2100-01-31")
    #expect(rotation.status == 0)
    #expect(rotation.output.contains("refused from 2100-01-31 on"))
    #expect(rotation.output.contains("(2 in the ledger)"))
    let check = "$clevio entitlement check 1.clevio --keys ../keys --portal harbour --at "
    #expect(try run(check + "+3000d").output.contains("[expired]"))
    #expect(try run("$clevio key renew --expires 2110-01-01").status == 0)
    #expect(try run(check + "2100-01-30").status == 0)
    #expect(try run(check + "2100-02-01").output.contains("[key-expired]"))
  }

  @Test func warnsOfACourseThatThePortalLacksOrGivesAway() throws {
    folder.write("---\nprice: 9 EUR\n---\n# Bends\n", to: "portal/courses/bends/index.md")
    folder.write("# Bend\n", to: "portal/courses/bends/01-a.md")
    let issue = "$clevio entitlement issue --course knots --order"
    let lacking = try run("\(issue) 1 -o ../1.clevio")
    #expect(lacking.status == 0)
    #expect(lacking.output.contains("warning: the portal in . publishes no course knots"))
    #expect(lacking.output.contains("its paid courses: bends"))
    folder.write("# Knots\n", to: "portal/courses/knots/01-a.md")
    let free = try run("\(issue) 2 -o ../2.clevio --json")
    #expect(free.output.contains("\"warnings\":[\"the course knots of the portal in . is free"))
    let mint = try run("$clevio entitlement mint --course knots --count 1 -o ../pool")
    #expect(mint.output.contains("warning: the course knots of the portal in . is free"))
    folder.write("order,course\n7,knots\n", to: "portal/o.csv")
    let table = try run("$clevio entitlement issue --csv o.csv --out ../issued")
    #expect(table.output.contains("warning: the course knots of the portal in . is free"))
    // Of another portal's sources nothing can be known.
    let other = try run("\(issue) 3 -o ../3.clevio --portal pier")
    #expect(other.status == 0 && !other.output.contains("warning:"))
    folder.write("---\nprice: 9 EUR\n---\n# Knots\n", to: "portal/courses/knots/index.md")
    let paid = try run("\(issue) 4 -o ../4.clevio --json")
    #expect(paid.status == 0 && paid.output.contains("\"warnings\":[]"))
  }

  @Test func issuesATableAndTheSameFilesAgain() throws {
    folder.write("order,course,label\r\n1001,knots,Ada\r\n1002,knots,\r\n", to: "portal/o.csv")
    let first = try run("$clevio entitlement issue --csv o.csv --out ../issued --json")
    #expect(first.status == 0, "\(first.output)")
    let files = folder.files.filter { $0.hasPrefix("issued/") }
    #expect(files.count == 3)
    let list = folder.read("issued/issued.csv") ?? ""
    #expect(list.hasPrefix("order,entitlement,courses,file\r\n1001,e-"))
    let texts = files.map { folder.read($0) }
    #expect(try run("$clevio entitlement issue --csv o.csv --out ../issued").status == 0)
    #expect(files.map { folder.read($0) } == texts)
    let links = try run(
      "$clevio entitlement issue --csv o.csv --out ../links --link https://a.example/r.html")
    #expect(links.status == 0)
    #expect(
      folder.read("links/issued.csv")?.contains("https://a.example/r.html#unlock=eyJ") == true)
  }

  @Test func linksEachOrderToTheReaderOfItsCourse() throws {
    #expect(try run("$clevio key course rope").status == 0)
    folder.write("order,course\n1001,knots\n1002,rope\n", to: "portal/o.csv")
    let courses = "https://a.example/courses"
    let issue = "$clevio entitlement issue --csv o.csv --out ../links --link \(courses)"
    let wrong = try run("\(issue)/knots/reader.html")
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("the reader of knots, but the entitlement is for rope"))
    #expect(folder.read("keys/ledger.jsonl")?.contains("issued") == false)
    #expect(try run("\(issue)/{course}/reader.html").status == 0)
    let list = (folder.read("links/issued.csv") ?? "").split(separator: "\r\n")
    #expect(list.count == 3)
    #expect(list[1].contains("\(courses)/knots/reader.html#unlock="))
    #expect(list[2].contains("\(courses)/rope/reader.html#unlock="))
    let one = "$clevio entitlement issue --course knots --order 3 --link \(courses)"
    #expect(try run("\(one)/rope/reader.html").output.contains("[wrong-course]"))
    #expect(try run("\(one)/knots/reader.html").status == 0)
  }

  @Test func linksAnOrderOfTwoCoursesToBothReaders() throws {
    #expect(try run("$clevio key course art").status == 0)
    folder.write("order,course\n1001,knots\n1001,art\n", to: "portal/o.csv")
    let reader = "https://a.example/courses/{course}/reader.html"
    let table = try run("$clevio entitlement issue --csv o.csv --out ../links --link '\(reader)'")
    #expect(table.status == 0, "\(table.output)")
    let line = (folder.read("links/issued.csv") ?? "").split(separator: "\r\n").last ?? ""
    let links = line.split(separator: ",").last.map { $0.split(separator: " ") } ?? []
    #expect(links.count == 2, "\(line)")
    #expect(links.first?.hasPrefix("https://a.example/courses/art/reader.html#unlock=eyJ") == true)
    #expect(links.last?.hasPrefix("https://a.example/courses/knots/reader.html#unlock=eyJ") == true)
    let one = try run(
      "$clevio entitlement issue --course knots --course art --order 7 --link '\(reader)'")
    #expect(one.output.components(separatedBy: "reader.html#unlock=").count == 3, "\(one.output)")
  }

  @Test func keepsTheEntitlementOfAnOrderThatGetsAnotherCourse() throws {
    #expect(try run("$clevio key course art").status == 0)
    let issue = "$clevio entitlement issue --order 902 --json"
    func name(_ output: String) -> Substring? {
      output.split(separator: "\"entitlement\":\"").last?.prefix { $0 != "\"" }
    }
    let first = try run("\(issue) --course knots -o ../1.clevio")
    let second = try run("\(issue) --course knots --course art -o ../2.clevio")
    #expect(first.status == 0 && second.status == 0, "\(second.output)")
    #expect(name(first.output)?.hasPrefix("e-") == true)
    #expect(name(second.output) == name(first.output))
    folder.write("order,course\n902,knots\n902,art\n", to: "portal/o.csv")
    #expect(try run("$clevio entitlement issue --csv o.csv --out ../issued").status == 0)
    #expect(folder.read("issued/issued.csv")?.contains(name(first.output) ?? "?") == true)
  }

  @Test func saysThatTheManifestTellsTheAddressesOfUnlistedFiles() throws {
    #expect(try !run("$clevio sign").output.contains("warning"))
    folder.write("film", to: "portal/public/courses/knots/sealed/media/0f.mp4")
    let sign = try run("$clevio sign")
    #expect(sign.status == 0)
    #expect(sign.output.contains("tells everybody the addresses of 1 file of closed lessons"))
    #expect(try run("$clevio sign --json").output.contains("\"unlisted\":1"))
  }

  @Test func issuesATableAgainInPlaceOfWhatOlderKeysSigned() throws {
    folder.write("order,course\n1001,knots\n", to: "portal/o.csv")
    let issue = "$clevio entitlement issue --csv o.csv --out ../issued"
    #expect(try run(issue).status == 0)
    let file = try #require(folder.files.first { $0.hasPrefix("issued/e-") })
    let old = folder.read(file)
    #expect(try run("$clevio key rotate --overlap 0d").status == 0)
    let check = "$clevio entitlement check ../\(file) --keys ../keys --portal harbour"
    #expect(try run(check).output.contains("[key-expired]"))
    folder.write("order,course\n1001,knots\n1002,knots\n", to: "portal/o.csv")
    let again = try run(issue)
    #expect(again.status == 0, "\(again.output)")
    #expect(folder.read(file) != old)
    #expect(try run(check).status == 0)
    #expect(folder.files.count { $0.hasPrefix("issued/e-") } == 2)
    folder.write("mine", to: file)
    #expect(try run(issue).output.contains("[already-there]"))
    #expect(folder.read(file) == "mine")
  }

  @Test func issuesNothingOfATableWithAMistake() throws {
    folder.write("order,course\n1001,knots\n1002,knot\n", to: "portal/o.csv")
    let outcome = try run("$clevio entitlement issue --csv o.csv --out ../issued")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("o.csv:3:6: error: \"knot\" is no course that has a secret"))
    #expect(outcome.output.contains("[bad-orders]"))
    #expect(!folder.files.contains { $0.hasPrefix("issued") })
    #expect(folder.read("keys/ledger.jsonl")?.contains("issued") == false)
    let json = try run("$clevio entitlement issue --csv o.csv --out ../issued --json")
    #expect(json.output.contains("\"column\":6,\"help\":\"did you mean \\\"knots\\\"?\""))
    #expect(json.output.contains("\"reason\":\"bad-orders\""))
  }

  @Test(arguments: [
    ("--csv o.csv -o o.csv", "o.csv: Not a directory"),
    ("--csv o.csv -o no/such/folder", "no/such/folder: No such file or directory"),
    ("--course knots --label Ada -o o.csv/1.clevio", "o.csv: Not a directory"),
    ("--course knots --label Ada -o no/such/1.clevio", "no/such: No such file or directory"),
  ])
  func issuesNothingThatHasNoPlace(arguments: String, cause: String) throws {
    folder.write("order,course\n1001,knots\n", to: "portal/o.csv")
    let outcome = try run("$clevio entitlement issue \(arguments)")
    #expect(outcome.status == 74)
    #expect(outcome.output.contains(" \(cause)"))
    #expect(folder.read("keys/ledger.jsonl")?.contains("issued") == false)
  }

  @Test func passesOverWhatWasRevokedAndIssuesTheRest() throws {
    folder.write("order,course\n1001,knots\n1002,knots\n", to: "portal/o.csv")
    let issue = "$clevio entitlement issue --csv o.csv --out ../issued"
    #expect(try run(issue).status == 0)
    let list = folder.read("issued/issued.csv") ?? ""
    let lines = list.split(separator: "\r\n").map(String.init)
    let refunded = lines[2].split(separator: ",")[1]
    #expect(try run("$clevio entitlement revoke \(refunded)").status == 0)
    folder.write("order,course\n1001,knots\n1002,knots\n1003,knots\n", to: "portal/o.csv")
    let again = try run(issue)
    #expect(again.status == 0, "\(again.output)")
    let notice = "o.csv:3: order 1002 is passed over: its entitlement \(refunded) was revoked"
    #expect(again.output.contains(notice))
    #expect(again.output.contains("2 entitlements"))
    let after = folder.read("issued/issued.csv") ?? ""
    #expect(after.hasPrefix(lines[0] + "\r\n" + lines[1] + "\r\n1003,"))
    #expect(!after.contains(refunded))
    let json = try run(issue + " --json").output
    #expect(json.contains("\"passed_over\":[{\"entitlement\":\"\(refunded)\",\"line\":3"))
  }

  @Test func mintsAStockOnce() throws {
    let mint = "$clevio entitlement mint --course knots --count 20 --out ../pool"
    #expect(try run(mint).status == 0)
    #expect(folder.files.count { $0.hasPrefix("pool/e-") } == 20)
    #expect(folder.read("pool/vouchers.csv")?.split(separator: "\r\n").count == 21)
    #expect(try run(mint).output.contains("[already-there]"))
    for count in ["0", "-1", "100001", "x"] {
      let wrong = mint.replacing("20", with: count).replacing("pool", with: "other")
      #expect(try run(wrong).status == 64, "\(count)")
    }
  }

  @Test func goesOnWithAStockThatWasCutOff() throws {
    let mint = "$clevio entitlement mint --course knots --expires 365d --out ../pool --count "
    // A folder in a file's place stops it, as a full disk would.
    folder.write(
      "entitlement,courses\r\ne-1,knots\r\ne-2,knots\r\n", to: "pool/vouchers-unfinished.csv")
    folder.write("", to: "pool/e-2.clevio/x")
    let stopped = try run(mint + "2")
    #expect(stopped.status != 0, "\(stopped.output)")
    #expect(folder.read("pool/vouchers.csv") == nil)
    let first = try #require(folder.read("pool/e-1.clevio"))
    let ledger = folder.read("keys/ledger.jsonl")

    #expect(try run(mint + "3").output.contains("a stock of 2 that was not finished"))
    #expect(try run("rm -r ../pool/e-2.clevio").status == 0)
    let finished = try run("sleep 1; " + mint + "2")
    #expect(finished.status == 0, "\(finished.output)")
    #expect(folder.read("pool/e-1.clevio") == first)
    #expect(folder.read("keys/ledger.jsonl") == ledger)
    let list = folder.read("pool/vouchers.csv") ?? ""
    #expect(list.contains("1,e-1,knots,e-1.clevio\r\n2,e-2,knots,e-2.clevio\r\n"))
    #expect(folder.read("pool/e-2.clevio") != nil)
    #expect(folder.read("pool/vouchers-unfinished.csv") == nil)
  }

  @Test func tellsNoSecretWhateverItReports() throws {
    #expect(try run("$clevio sign").status == 0)
    var said = ""
    for line in [
      "$clevio entitlement issue --course knots --label x --id e-1 -o ../o.clevio --json",
      "$clevio entitlement inspect ../o.clevio", "$clevio entitlement inspect ../o.clevio --json",
      "$clevio entitlement check ../o.clevio --keys ../keys --site public --json",
      "$clevio key list", "$clevio key list --json", "$clevio key export --json",
      "$clevio entitlement pack --for ../o.clevio --keys ../keys -o ../copy --json",
      "$clevio entitlement revoke e-1 --rekey --json", "$clevio key rotate --json",
      "$clevio entitlement check ../o.clevio --keys ../keys --portal other; true",
      "$clevio sign --json",
    ] {
      let outcome = try run(line)
      #expect(outcome.status == 0, "\(line): \(outcome.output)")
      said += outcome.output
    }
    let token = String(utf8: try EntitlementFile.read(folder.path + "/o.clevio"))
    #expect(!said.contains(token) && !said.contains("eyJ") && !said.contains("correct horse"))
    let payload = String(
      utf8: Base64.url.decoded(Array(token.split(separator: ".")[1].utf8)) ?? [])
    let secrets = payload.split(separator: "\"").filter { $0.utf8.count > 40 }
    #expect(secrets.count == 2)
    for secret in secrets { #expect(!said.contains(secret)) }
  }

  @Test func takesThePassphraseFromADescriptorAndFromNoArgument() throws {
    let sign = "printf 'correct horse battery\\nmore' | $clevio sign --passphrase-fd 0"
    #expect(try run(sign, passphrase: "wrong").status == 0)
    #expect(try run("$clevio sign", passphrase: "wrong").output.contains("[wrong-passphrase]"))
    #expect(try run("$clevio sign --passphrase 'correct horse battery'").status == 64)
    #expect(try run("$clevio sign --passphrase-fd 99").status == 64)
    let nobody = try run("unset CLEVIO_PASSPHRASE; setsid $clevio sign < /dev/null")
    #expect(nobody.status == 64)
    #expect(nobody.output.contains("There is no terminal to ask"))
  }

  @Test func believesNoKeyFromTheFolderThatItChecks() throws {
    #expect(try run("$clevio sign").status == 0)
    #expect(try run("cp ../keys/author.pub.pem public/").status == 0)
    let outcome = try run("$clevio verify public --key public/author.pub.pem")
    #expect(outcome.status == 1 && outcome.output.contains("[unsafe-place]"))
    #expect(try run("$clevio verify public").status == 64)
  }

  @Test func signsTheSameBytesForTheSameInputAndTime() throws {
    let sign = "export SOURCE_DATE_EPOCH=1800000000; $clevio sign --head-version 7"
    #expect(try run(sign).status == 0)
    let first = folder.read("portal/public/clevio-head.jws")
    #expect(first != nil)
    #expect(
      try run(
        "cp -r ../keys ../keys2 && rm ../keys2/ledger.jsonl && " + sign
          + " --keys ../keys2"
      ).status == 0)
    #expect(folder.read("portal/public/clevio-head.jws") == first)
    #expect(try run("SOURCE_DATE_EPOCH=soon $clevio sign").status == 64)
  }
}

@Suite struct TypedLineTests {
  private func typed(_ bytes: [UInt8]) -> TypedLine {
    var line = TypedLine()
    for byte in bytes where !line.take(byte) { break }
    return line
  }

  @Test(
    arguments: [
      ("abc\n", "abc"), ("abc\rd", "abc"), ("ab\u{7F}c\n", "ac"), ("a\u{E9}\u{8}b\n", "ab"),
      ("abc\u{15}d\n", "d"), ("\u{7F}\u{7F}a\n", "a"), ("a\u{4}b", "a"),
    ])
  func editsWhatIsTyped(keys: String, expected: String) {
    #expect(String(utf8: typed(Array(keys.utf8)).bytes) == expected)
  }

  @Test func endsWhenItIsInterrupted() {
    #expect(typed([0x61, 0x03]).isInterrupted)
    #expect(!typed([0x61, 0x0A]).isInterrupted)
  }

  @Test func endsWhenItGrowsTooLong() {
    #expect(typed([UInt8](repeating: 0x61, count: 10_000)).bytes.count == Passphrase.longest + 1)
  }
}
