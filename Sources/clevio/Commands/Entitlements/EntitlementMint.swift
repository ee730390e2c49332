import ArgumentParser
import Entitlements

/// `clevio entitlement mint`.
struct EntitlementMint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mint", abstract: "Make a stock of entitlements for a shop to hand out.",
    discussion: """
      For shops that sell files or codes from a list: no server and no key on the network is needed. The folder \
      gets a file for each, and vouchers.csv, which lists them. If it was cut off, run it again: it goes on.
      """)

  @Option(name: .customLong("course"), help: "A course; may be repeated.")
  var courses: [Identifier]

  @Option(help: "How many.")
  var count: Int

  @Option(help: "What the reader shows, before the voucher's number.")
  var label = "voucher"

  @Option(help: "From when on they are refused, such as 365d or 2028-01-31 (default: never).")
  var expires: EntitlementTime?

  @Option(
    name: .shortAndLong, help: "The folder to write into, made if missing.", completion: .directory)
  var out: String

  @OptionGroup var issuing: IssuingOptions

  private static let greatestCount = 100_000

  func validate() throws {
    guard (1...EntitlementMint.greatestCount).contains(count) else {
      throw ValidationError("--count takes a number from 1 to \(EntitlementMint.greatestCount).")
    }
    guard Set(courses).count == courses.count else {
      throw ValidationError("Name each course once.")
    }
    guard (1...Entitlement.labelLimit - 10).contains(label.utf8.count) else {
      throw ValidationError("The label has 1 to \(Entitlement.labelLimit - 10) bytes.")
    }
    let now = Clock.now
    guard expires.map({ $0.time(now: now) > now }) ?? true else {
      throw ValidationError("The entitlements would be over at once.")
    }
  }

  func run() throws {
    let portal = try issuing.portal.name()
    try reporting(asJSON: issuing.json) {
      let now = Clock.now
      let keyFolder = try issuing.keys.open()
      let keys = try keyFolder.unlock(
        passphrase: try issuing.passphrase.read(), courses: courses, now: now)
      let folder = try IssuedFolder(out)
      try folder.checkIsFree("vouchers.csv")
      let batch = IssuedBatch(folder: folder, link: issuing.readerLink)
      try batch.checkLink(for: courses)
      let stock = UnfinishedStock(folder: folder)
      let names = try stock.names(count, courses: courses)
      let first = try keyFolder.ledger.events().firstIssues
      let numbers = (1...count).map { Array(String($0).utf8) }
      let issuances = zip(names, numbers).map { name, number in
        let issued = first[name] ?? now
        return Issuance(
          portal: portal, id: name, label: Array("\(label) ".utf8) + number, courses: courses,
          issued: issued, expires: expires?.time(now: issued))
      }
      let tokens = try keys.issue(issuances, now: now)
      try batch.write(
        zip(issuances, tokens).map { ($0, $1) }, numbers: numbers, headed: "voucher",
        as: "vouchers.csv")
      try stock.finish()
      let sold = issuing.portal.sold(courses, of: portal)
      return SigningReport(
        facts: [
          ("issued", .integer(count)), ("folder", .text(out)),
          ("entitlements", .list(issuances.map { .text($0.id.bytes) })), sold.fact,
        ],
        messages: sold.messages + [
          "\(out): \(counted(count, "entitlement")), listed in vouchers.csv"
        ])
    }
  }
}
