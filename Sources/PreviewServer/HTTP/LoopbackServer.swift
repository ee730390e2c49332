import Bytes
package import Files
import FlyingSocks
import Foundation
import Synchronization

/// A small HTTP server behind another one: a request a connection, each of bounded size and time.
package struct LoopbackServer: Sendable {
  /// What a stranger may take of the machine.
  package struct Limits: Sendable {
    /// The greatest size of a request's head, in bytes.
    package var head = 96 << 10
    /// The greatest size of a request's body, in bytes.
    package var body = 256 << 10
    /// How long a request may take to arrive, and an answer to be taken.
    package var time = Duration.seconds(10)
    /// How many connections may be open at once.
    package var connections = 200

    /// The limits that suit both of the program's services.
    package init() {}
  }

  /// The port that it listens on.
  package let port: Int

  private let socket: Socket
  private let limits: Limits

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - host: An address of this machine, such as `127.0.0.1` or `::1`.
  ///   - port: The port; 0 takes a free one.
  ///   - limits: What a request may take.
  /// - Throws: ``FileError`` if the address cannot be had.
  package init(host: String, port: Int, limits: Limits = Limits()) throws(FileError) {
    let place = "\(host):\(port)"
    guard let number = UInt16(exactly: port) else {
      throw FileError("listen on", path: place, cause: "there is no such port")
    }
    do {
      if host.contains(":") {
        socket = try LoopbackServer.listen(on: sockaddr_in6.inet6(ip6: host, port: number))
      } else {
        socket = try LoopbackServer.listen(on: sockaddr_in.inet(ip4: host, port: number))
      }
      switch try socket.sockname() {
      case .ip4(_, let port), .ip6(_, let port): self.port = Int(port)
      case .unix: self.port = port
      }
    } catch {
      throw FileError("listen on", path: place, cause: LoopbackServer.cause(of: error))
    }
    self.limits = limits
  }

  private static func listen(on address: some SocketAddress) throws -> Socket {
    let socket = try Socket(domain: Int32(address.family))
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
    return socket
  }

  private static func cause(of error: any Error) -> String {
    if case .failed(_, _, let message) = error as? SocketError { message } else { "\(error)" }
  }

  /// Answers requests until the task is cancelled.
  ///
  /// - Parameter answer: What a request is answered with.
  /// - Throws: ``FileError`` if the machine no longer lets it listen.
  package func run(
    _ answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
  ) async throws(FileError) {
    try await run(answering: { .response(await answer($0)) })
  }

  /// Answers requests, some of them with events, until the task is cancelled.
  ///
  /// - Parameter answer: What a request is answered with.
  /// - Throws: ``FileError`` if the machine no longer lets it listen.
  package func run(
    answering answer: @escaping @Sendable (HTTPRequest) async -> HTTPAnswer
  ) async throws(FileError) {
    do {
      let pool = SocketPool.make()
      try await pool.prepare()
      let listener = try AsyncSocket(socket: socket, pool: pool)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await pool.run() }
        group.addTask { await accept(on: listener, answer) }
        try await group.next()
        group.cancelAll()
      }
    } catch {
      if Task.isCancelled { return }
      throw FileError("listen on", path: "port \(port)", cause: LoopbackServer.cause(of: error))
    }
  }

  private func accept(
    on listener: AsyncSocket, _ answer: @escaping @Sendable (HTTPRequest) async -> HTTPAnswer
  ) async {
    let open = OpenConnections()
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        guard let connection = try? await listener.accept() else {
          // No descriptor is left, or the client is gone: the next one may have more luck.
          try? await Task.sleep(for: .milliseconds(20))
          continue
        }
        let isOverloaded = open.add(1) > limits.connections
        group.addTask {
          defer {
            _ = open.add(-1)
            try? connection.close()
          }
          if isOverloaded {
            try? await connection.write(Data(HTTPResponse(.unavailable).bytes))
          } else {
            await serve(connection, answer)
          }
        }
      }
    }
    try? listener.close()
  }

  private func serve(
    _ connection: AsyncSocket, _ answer: @Sendable (HTTPRequest) async -> HTTPAnswer
  ) async {
    let response: HTTPResponse
    do {
      let request = try await within(limits.time) { try await read(from: connection) }
      switch await answer(request) {
      case .response(let whole): response = whole
      case .events(let events): return await send(events, to: connection)
      }
    } catch let status as HTTPStatus {
      response = HTTPResponse(status)
    } catch { return }
    var bytes = response.bytes
    do {
      for piece in response.pieces {
        try await within(limits.time) { [bytes] in try await connection.write(Data(bytes)) }
        bytes = try piece.read()
      }
    } catch { return }
    _ = try? await within(limits.time) { [bytes] in
      try await connection.write(Data(bytes))
      // What was not read would make the system throw the answer away.
      shutdown(connection.socket.file.rawValue, Int32(SHUT_WR))
      for _ in 0..<256 { _ = try await connection.read(atMost: 4_096) }
    }
  }

  private func send(_ events: AsyncStream<[UInt8]>, to connection: AsyncSocket) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await connection.write(Data(HTTPResponse.headOfEvents))
          for await event in events { try await connection.write(Data(event)) }
        } catch { return }
      }
      // A page that is left closes its connection.
      group.addTask { while (try? await connection.read(atMost: 4_096)) != nil {} }
      await group.next()
      group.cancelAll()
    }
  }

  private func read(from connection: AsyncSocket) async throws -> HTTPRequest {
    var bytes: [UInt8] = []
    var end: Int?
    while end == nil {
      guard bytes.count <= limits.head else { throw HTTPStatus.headerTooLarge }
      let searched = max(0, bytes.count - 3)
      bytes += try await connection.read(atMost: 4_096)
      end = LoopbackServer.emptyLine(in: bytes, from: searched)
    }
    guard let end, end <= limits.head else { throw HTTPStatus.headerTooLarge }
    let head = try HTTPRequestHead(Array(bytes[..<end]))
    guard head.bodySize <= limits.body else { throw HTTPStatus.contentTooLarge }
    var request = head.request
    request.body = Array(bytes[(end + 4)...].prefix(head.bodySize))
    while request.body.count < head.bodySize {
      request.body += try await connection.read(atMost: head.bodySize - request.body.count)
    }
    return request
  }

  /// Where the empty line after the head begins.
  private static func emptyLine(in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (start...bytes.count - 4).first { bytes[$0..<$0 + 4].equals("\r\n\r\n") }
  }
}

/// How many connections are open.
private final class OpenConnections: Sendable {
  private let count = Mutex(0)

  func add(_ number: Int) -> Int {
    count.withLock { count in
      count += number
      return count
    }
  }
}

/// Runs what must not take longer; ``HTTPStatus/timeout`` is thrown if it does.
private func within<Result: Sendable>(
  _ time: Duration, _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result?.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: time)
      return nil
    }
    defer { group.cancelAll() }
    guard let result = try await group.next(), let result else { throw HTTPStatus.timeout }
    return result
  }
}
