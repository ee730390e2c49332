import ArgumentParser
import Files
import PreviewServer

/// `clevio serve`.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the portal in a browser, and follow what is written.",
    discussion: """
      Nothing is written to disk. Drafts are shown and marked, paid courses open by themselves. A mistake is \
      shown on the page with its place, and the last good portal stays. It ends with Control-C.
      """)

  @OptionGroup var portal: PortalOptions

  @Option(help: "The port; without it, the first free one from \(Serve.firstPort) on.")
  var port: Int?

  @Flag(help: "Let other devices of the network look, such as a phone.")
  var lan = false

  @Flag(help: "Open the portal in a browser.")
  var open = false

  @Flag(help: "Look at all files now and then, where the system does not tell of changes.")
  var poll = false

  @Flag(help: "Leave drafts out, and what is not yet published.")
  var published = false

  private static let firstPort = 4_600
  private static let portCount = 20

  func validate() throws {
    if portal.json { throw ValidationError("serve reports to people: leave --json out.") }
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
    if published, portal.drafts {
      throw ValidationError("--drafts and --published are opposites: name one.")
    }
  }

  func run() throws {
    let terminal = Terminal(isQuiet: portal.quiet)
    try exiting {
      // A folder that is not there is told before anything listens.
      _ = try portal.build(excluding: portal.defaultOutput)
      let server = try listen()
      let address = "http://127.0.0.1:\(server.port)/"
      let preview = LivePreview(run: String(Clock.now, radix: 36))
      let folder = PreviewedFolder(
        options: portal, includesDrafts: !published, isPolling: poll, address: address,
        preview: preview, terminal: terminal)
      if lan {
        terminal.complain(
          "warning: everybody in your network can read this portal, with its drafts")
        for other in NetworkAddress.all {
          terminal.say("on other devices: http://\(other):\(server.port)/")
        }
      }
      if open { WebBrowser.open(address) }
      try Service.run(
        server, at: address, printedTo: terminal,
        beside: { () throws(FileError) in try folder.follow() }
      ) { preview.answer(to: $0) }
      return .success
    }
  }

  private func listen() throws(FileError) -> LoopbackServer {
    let host = lan ? "0.0.0.0" : "127.0.0.1"
    if let port { return try LoopbackServer(host: host, port: port) }
    for port in Serve.firstPort..<Serve.firstPort + Serve.portCount {
      do throws(FileError) { return try LoopbackServer(host: host, port: port) } catch { continue }
    }
    return try LoopbackServer(host: host, port: 0)
  }
}
