import ArgumentParser
import Files
import PreviewServer

/// The options that say where a service listens.
struct ListeningOptions: ParsableArguments {
  @Option(help: "The port, in place of the usual one; 0 takes a free one and prints it.")
  var port: Int?

  @Option(help: "The address of this machine to listen on.")
  var host = "127.0.0.1"

  @Flag(
    help:
      "Listen on an address that other machines reach. There is no encryption: put a web server in front."
  )
  var allowOtherHosts = false

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
    guard host.utf8.allSatisfy({ "0123456789abcdefABCDEF.:".utf8.contains($0) }) else {
      throw ValidationError("--host takes an address in numbers, such as 127.0.0.1 or ::1.")
    }
    guard isLoopback || allowOtherHosts else {
      throw ValidationError(
        "\(host) can be reached from other machines: give --allow-other-hosts if that is meant.")
    }
  }

  private var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

  /// Listens.
  func server(port standard: Int, terminal: Terminal) throws(FileError) -> LoopbackServer {
    if !isLoopback {
      terminal.complain(
        "warning: \(host) can be reached from other machines, and nothing is encrypted")
    }
    return try LoopbackServer(host: host, port: port ?? standard)
  }

  /// The address of a server that listens.
  func address(of server: LoopbackServer) -> String {
    "http://\(host.contains(":") ? "[\(host)]" : host):\(server.port)"
  }
}
