import ArgumentParser
import Bytes
import Diagnostics
import Entitlements
import Files

/// `clevio entitlement issue`.
struct EntitlementIssue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Issue an entitlement for an order, or one for each of a table.",
    discussion: """
      For one order: --course, --label or --order, and --out. For many: --csv with the columns \
      order,course,label,expires, and --out a folder; an order of several courses takes a line for each, and \
      nothing is issued if any line is wrong; an order whose entitlement was revoked is passed over. An order \
      that is issued again gives the same file.
      """)

  @Option(name: .customLong("course"), help: "A course; may be repeated.")
  var courses: [Identifier] = []

  @Option(help: "What the reader shows, such as \"order 1001\"; take no e-mail address.")
  var label: String?

  @Option(help: "The order's number; the same number gives the same entitlement again.")
  var order: String?

  @Option(help: "Where orders' numbers come from, so that two shops may have the same.")
  var provider: Identifier?

  @Option(help: "The entitlement's name (default: made of the order, or random).")
  var id: Identifier?

  @Option(help: "From when on it is refused, such as 365d or 2028-01-31 (default: never).")
  var expires: EntitlementTime?

  @Option(help: "A table of orders.", completion: .file(extensions: ["csv"]))
  var csv: String?

  @Option(
    name: .shortAndLong,
    help:
      "The file to make (default: the entitlement's name and .clevio), or the folder for --csv.",
    completion: .file())
  var out: String?

  @Flag(help: "Write entitlement.js for an offline copy, in place of a file for the buyer.")
  var js = false

  @OptionGroup var issuing: IssuingOptions

  func validate() throws {
    if csv != nil {
      guard courses.isEmpty, label == nil, order == nil, id == nil, expires == nil, !js else {
        throw ValidationError(
          "With --csv, the table says what is issued: give only --link and --out.")
      }
      guard out != nil else {
        throw ValidationError("Say which folder to write into: --out FOLDER.")
      }
      return
    }
    guard !courses.isEmpty, Set(courses).count == courses.count else {
      throw ValidationError("Name each course once: --course NAME.")
    }
    guard let label = label.map({ Array($0.utf8) }) ?? order.map({ Order.label(of: $0.utf8) }),
      (1...Entitlement.labelLimit).contains(label.count)
    else {
      throw ValidationError(
        "Give a --label of 1 to \(Entitlement.labelLimit) bytes, or an --order.")
    }
    guard order.map({ Order.isNumber($0.utf8) }) ?? true, order == nil || id == nil else {
      throw ValidationError("--order takes letters, digits and #._:/-, and no --id beside it.")
    }
    guard !js || issuing.link == nil else { throw ValidationError("Choose --js or --link.") }
    guard !issuing.json || issuing.link == nil || out != nil else {
      throw ValidationError("The report holds no link: name a file for it with --out.")
    }
    let now = Clock.now
    guard expires.map({ $0.time(now: now) > now }) ?? true else {
      throw ValidationError("The entitlement would be over at once.")
    }
  }

  func run() throws {
    let portal = try issuing.portal.name()
    try reporting(asJSON: issuing.json) {
      if let csv, let out { return try issueTable(csv, into: out, portal) }
      return try issueOne(portal)
    }
  }

  private func issueOne(_ portal: Identifier) throws -> SigningReport {
    let now = Clock.now
    let folder = try issuing.keys.open()
    if let out { try IssuedFolder.checkIsFree(out) }
    let keys = try folder.unlock(
      passphrase: try issuing.passphrase.read(), courses: courses, now: now)
    let events = try folder.ledger.events()
    let orders = OrderNames(keys: keys, provider: provider, issued: IssuedOrders(events))
    let sold = order.map { orders.order(Array($0.utf8)) }
    let name = try sold.map { try orders.name(of: $0, courses) } ?? id ?? .random()
    let issued = sold == nil ? now : events.firstIssue(of: name) ?? now
    let issuance = Issuance(
      portal: portal, id: name,
      label: label.map { Array($0.utf8) } ?? Order.label(of: (order ?? "").utf8),
      courses: courses, issued: issued, expires: expires?.time(now: issued), order: sold)
    let path = out ?? (js ? "entitlement.js" : "\(name).clevio")
    let addresses = try issuing.readerLink?.addresses(for: courses)
    let isPrinted = addresses != nil && out == nil
    if !isPrinted { try IssuedFolder.checkIsFree(path) }
    let token = try keys.issue([issuance], now: now)[0]
    let text =
      addresses.map { ReaderLink.links(to: $0, opening: token).flatMap { $0 + [UInt8]("\n") } }
      ?? EntitlementFile.text(of: token, as: js ? .script : .token)
    if !isPrinted { try EntitlementFile.create(path, text) }
    let found = issuing.portal.sold(courses, of: portal)
    return SigningReport(
      facts: issuance.facts + [("file", isPrinted ? .null : .text(path)), found.fact],
      result: isPrinted ? [String(utf8: text.dropLast())] : [],
      messages: found.messages + [
        "\(isPrinted ? "" : "\(path): ")entitlement \(name) for "
          + courses.sorted().map(\.description).joined(separator: ", ")
      ])
  }
}

extension EntitlementIssue {
  private func issueTable(
    _ csv: String, into out: String, _ portal: Identifier
  ) throws -> SigningReport {
    let now = Clock.now
    let folder = try issuing.keys.open()
    let text = try DiskFile.read(csv)
    guard text.count <= OrderTable.greatestSize else {
      throw Failure.refused(.tooLarge, "\(csv) is too large", help: "cut the table into several")
    }
    let table = OrderTable(parsing: text, path: csv, courses: try folder.courses(), now: now)
    guard table.diagnostics.isEmpty else { return mistakes(of: table, in: text) }
    let keys = try folder.unlock(passphrase: try issuing.passphrase.read(), now: now)
    let events = try folder.ledger.events()
    let names = OrderNames(keys: keys, provider: provider, issued: IssuedOrders(events))
    let (first, revoked) = (events.firstIssues, Set(events.revoked))
    var issuances: [Issuance] = []
    var numbers: [[UInt8]] = []
    var passedOver: [RevokedOrder] = []
    for order in table.orders {
      let number = names.order(order.number)
      let name = try names.name(of: number, order.courses)
      guard !revoked.contains(name) else {
        passedOver.append(RevokedOrder(order: order, entitlement: name))
        continue
      }
      numbers.append(order.number)
      issuances.append(
        Issuance(
          portal: portal, id: name, label: order.label, courses: order.courses,
          issued: first[name] ?? now, expires: order.expires, order: number))
    }
    // Nothing is written down as issued that has no place to go to.
    let batch = IssuedBatch(folder: try IssuedFolder(out), link: issuing.readerLink)
    try batch.checkLinks(of: issuances)
    let tokens = try keys.issue(issuances, now: now)
    try batch.write(
      zip(issuances, tokens).map { ($0, $1) }, numbers: numbers, headed: "order",
      as: "issued.csv")
    let sold = issuing.portal.sold(issuances.flatMap(\.courses), of: portal)
    return SigningReport(
      facts: [
        ("issued", .integer(tokens.count)), ("folder", .text(out)),
        ("entitlements", .list(issuances.map { .text($0.id.bytes) })),
        ("passed_over", .list(passedOver.map(\.fact))), sold.fact,
      ],
      messages: sold.messages + passedOver.map { "\(csv):\($0.notice)" } + [
        "\(out): \(counted(tokens.count, "entitlement")), listed in issued.csv"
      ])
  }

  private func mistakes(of table: OrderTable, in text: [UInt8]) -> SigningReport {
    var report = SigningReport(
      [Refusal(.badOrders, "the table has \(TextReport.summary(of: table.diagnostics))")],
      facts: [
        ("issued", .integer(0)), ("diagnostics", .list(table.diagnostics.map(\.fact))),
      ])
    let lines = TextReport(usesColour: false) { _ in text }.text(of: table.diagnostics)
    report.details = String(utf8: lines)
    return report
  }
}

/// An order of a table that is not issued again, such as one that was refunded.
private struct RevokedOrder {
  let order: Order
  let entitlement: Identifier

  var notice: String {
    "\(order.line): order \(String(utf8: order.number)) is passed over: its entitlement "
      + "\(entitlement) was revoked"
  }

  var fact: SignedValue {
    .object([
      "line": .integer(order.line), "order": .text(order.number),
      "entitlement": .text(entitlement.bytes),
    ])
  }
}

extension Diagnostic {
  fileprivate var fact: SignedValue {
    .object([
      "id": .text(id.description), "message": .text(message), "line": .integer(position.line),
      "column": .integer(position.column), "help": help.map { .text($0) },
    ])
  }
}

extension Issuance {
  /// What programs are told of an issuance.
  var facts: [(String, SignedValue)] {
    [
      ("portal", .text(portal.bytes)), ("entitlement", .text(id.bytes)), ("label", .text(label)),
      ("courses", .list(courses.sorted().map { .text($0.bytes) })), ("issued", .integer(issued)),
      ("expires", expires.map { .integer($0) } ?? .null),
    ]
  }
}
