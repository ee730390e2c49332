import Bytes
import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A conversation with a browser: one command after the other, each answered within a bounded time.
final class DevToolsConnection {
  /// Told of everything that happens, while a command or ``wait(atMost:until:)`` waits.
  var onEvent: (DevToolsEvent) throws(FileError) -> Void = { _ in }

  private let process: ChromiumProcess
  private let patience: Duration
  private let isInterrupted: @Sendable () -> Bool
  private var frames = DevToolsFrames()
  private var messages: [[UInt8]] = []
  private var lastID = 0

  /// Talks with a browser.
  ///
  /// - Parameters:
  ///   - process: The browser; whoever started it ends it.
  ///   - patience: How long an answer may take.
  ///   - isInterrupted: Asked several times a second; `true` ends every wait.
  init(
    with process: ChromiumProcess, patience: Duration,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.process = process
    self.patience = patience
    self.isInterrupted = isInterrupted
  }

  /// Has a command carried out.
  ///
  /// - Throws: ``FileError`` if the browser refuses it, dies, hangs or talks nonsense.
  @discardableResult func call(
    _ method: String, _ parameters: JSONValue = [:], in session: String? = nil
  ) throws(FileError) -> ForeignJSON {
    switch try answer(to: method, parameters, in: session) {
    case .success(let result): return result
    case .failure(let refusal): throw failure("it refused \(method): \(refusal.reason)")
    }
  }

  /// Has a command carried out that a page may make impossible; `nil` where the browser refuses it.
  @discardableResult func attempt(
    _ method: String, _ parameters: JSONValue = [:], in session: String? = nil
  ) throws(FileError) -> ForeignJSON? {
    if case .success(let result) = try answer(to: method, parameters, in: session) { return result }
    return nil
  }

  /// Sends a command and does not wait for what becomes of it.
  @discardableResult func send(
    _ method: String, _ parameters: JSONValue = [:], in session: String? = nil
  ) throws(FileError) -> Int {
    lastID += 1
    try put(DevToolsMessage.command(method, parameters, id: lastID, session: session))
    return lastID
  }

  /// Waits until something is so that events may change.
  ///
  /// - Parameters:
  ///   - limit: How long it may take; the connection's patience where none is given.
  ///   - isDone: Asked after each event.
  /// - Returns: `false` if it takes longer.
  /// - Throws: ``FileError`` if the browser dies or talks nonsense.
  func wait(atMost limit: Duration? = nil, until isDone: () -> Bool) throws(FileError) -> Bool {
    let end = ContinuousClock.now + (limit ?? patience)
    while !isDone() {
      guard let message = try next(before: end) else { return false }
      if case .event(let event) = message { try onEvent(event) }
    }
    return true
  }

  /// An error about this browser.
  func failure(_ cause: String) -> FileError { process.failure(cause) }

  private struct Refusal: Error { let reason: String }

  private func answer(
    to method: String, _ parameters: JSONValue, in session: String?
  ) throws(FileError) -> Result<ForeignJSON, Refusal> {
    let sent = try send(method, parameters, in: session)
    let end = ContinuousClock.now + patience
    while let message = try next(before: end) {
      switch message {
      case .result(sent, let result): return .success(result)
      case .refusal(sent, let reason): return .failure(Refusal(reason: reason))
      case .result, .refusal: continue
      case .event(let event): try onEvent(event)
      }
    }
    throw failure("it did not answer \(method) within \(patience)")
  }

  /// The next message; `nil` if none comes in time.
  private func next(before end: ContinuousClock.Instant) throws(FileError) -> DevToolsMessage? {
    while messages.isEmpty {
      guard try isReady(process.output, POLLIN, before: end) else { return nil }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = read(process.output, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(process.lastWords) }
      do throws(DevToolsNonsense) {
        messages += try frames.take(buffer[..<count])
      } catch { throw failure(error.problem) }
    }
    do throws(DevToolsNonsense) {
      return try DevToolsMessage(parsing: messages.removeFirst())
    } catch { throw failure(error.problem) }
  }

  private func put(_ bytes: [UInt8]) throws(FileError) {
    let end = ContinuousClock.now + patience
    var rest = bytes[...]
    while !rest.isEmpty {
      guard try isReady(process.input, POLLOUT, before: end) else {
        throw failure("it did not take a command within \(patience)")
      }
      let count = rest.withUnsafeBytes { write(process.input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count >= 0 else { throw failure(process.lastWords) }
      rest = rest.dropFirst(count)
    }
  }

  private func isReady(
    _ descriptor: Int32, _ events: Int32, before end: ContinuousClock.Instant
  ) throws(FileError) -> Bool {
    while true {
      guard !isInterrupted() else { throw failure("it was interrupted") }
      var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
      if poll(&entry, 1, 50) > 0 { return true }
      if ContinuousClock.now > end { return false }
    }
  }
}
