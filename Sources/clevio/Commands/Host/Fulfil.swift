import ArgumentParser
import Entitlements
import Files
import Foundation
import Fulfilment
import PreviewServer

/// `clevio fulfil`.
struct Fulfil: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fulfil",
    abstract: "Issue entitlements when Stripe, Paddle or Lemon Squeezy tell of orders.",
    discussion: """
      Listens on port \(standardPort) for the providers' webhooks behind a web server, writes an entitlement for \
      each paid order into the outbox, and hands mails to a mail program. The secrets of the signatures come from \
      files that only you can read, or from CLEVIO_STRIPE_SECRET, CLEVIO_PADDLE_SECRET and \
      CLEVIO_LEMONSQUEEZY_SECRET. See the manual's page "Fulfil orders automatically", and what it says of a \
      machine that holds keys.
      """)

  @Argument(help: "The settings: what is sold, for what.", completion: .file(extensions: ["yml"]))
  var settings = "fulfil.yml"

  @OptionGroup var keys: KeyFolderOptions

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var listening: ListeningOptions

  @Flag(help: "Check the settings, the secrets' files and the mail program, and end.")
  var check = false

  @Option(
    name: .customLong("gumroad-csv"),
    help: "Take the orders of a file of sales that Gumroad exported, send the mails, and end.",
    completion: .file(extensions: ["csv"]))
  var export: String?

  @Option(
    name: .customLong("mail-retry"),
    help: ArgumentHelp("After how long mails are tried again.", valueName: "seconds"))
  var retry = 300

  static let standardPort = 8_041

  func validate() throws {
    guard (1...86_400).contains(retry) else {
      throw ValidationError("--mail-retry takes 1 to 86400 seconds.")
    }
  }

  func run() throws {
    let terminal = Terminal(isQuiet: false)
    try exiting {
      guard let shop = try ShopFile(settings, terminal: terminal) else { return .failure }
      let secrets = try shop.secrets()
      if check {
        try shop.checkMail()
        let products = counted(shop.settings.products.count, "product")
        terminal.say("\(settings): \(products), nothing is wrong")
        return .success
      }
      let desk = OrderDesk(
        settings: shop.settings, keys: try unlocked(for: shop.settings), secrets: secrets,
        outbox: try Outbox(shop.path(shop.settings.outbox)), now: { Clock.now })
      do throws(FileError) { try shop.checkMail() } catch {
        // Orders are fulfilled all the same.
        terminal.complain("warning: mails will wait: \(error)")
      }
      let queue = shop.queue(for: desk.outbox) { terminal.complain($0) }
      if let export {
        try take(export, desk, queue, terminal)
      } else {
        try serve(desk, queue, secrets, terminal)
      }
      return .success
    }
  }

  private func unlocked(for settings: FulfilmentSettings) throws -> UnlockedKeys {
    let folder = try keys.open()
    let courses = Set(settings.products.flatMap(\.courses)).sorted()
    return try folder.unlock(passphrase: try passphrase.read(), courses: courses, now: Clock.now)
  }

  private func serve(
    _ desk: OrderDesk, _ queue: MailQueue?, _ secrets: [Provider: [[UInt8]]], _ terminal: Terminal
  ) throws {
    let server = try listening.server(port: Fulfil.standardPort, terminal: terminal)
    let (wakes, waking) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    if let queue { Task { for await _ in wakes { _ = await queue.sendAll(now: Clock.now) } } }
    let retry = retry
    Task {
      while true {
        waking.yield()
        try await Task.sleep(for: .seconds(retry))
      }
    }
    let endpoint = WebhookEndpoint(
      providers: Set(secrets.keys), report: { terminal.complain($0) },
      receive: { provider, signature, body in
        let receipt = await desk.receive(provider, signature: signature, body: body)
        if receipt.verdict == .fulfilled { waking.yield() }
        return receipt
      })
    let address = listening.address(of: server)
    try Service.run(server, at: address, printedTo: terminal) {
      .response(await endpoint.respond(to: $0))
    }
  }

  private func take(
    _ export: String, _ desk: OrderDesk, _ queue: MailQueue?, _ terminal: Terminal
  ) throws {
    let bytes = try DiskFile.read(export)
    let rows: [GumroadExport.Row]
    do throws(EventRefusal) {
      rows = try GumroadExport.read(bytes)
    } catch {
      terminal.complain("\(export): \(error.message)")
      throw ExitCode.failure
    }
    var refused = 0
    for row in rows {
      let receipt = Service.wait {
        switch row.event {
        case .success(let event): await desk.take(event, from: .gumroad)
        case .failure(let refusal): Receipt(refusal, of: .gumroad)
        }
      }
      guard let receipt else { continue }
      if receipt.isProblem { refused += 1 }
      terminal.complain("\(export):\(row.line): \(receipt.message)")
    }
    if let queue { _ = Service.wait { await queue.sendAll(now: Clock.now) } }
    if refused > 0 { throw ExitCode.failure }
  }
}
