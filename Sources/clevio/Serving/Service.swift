import Files
import Foundation
import PreviewServer
import Synchronization

/// A service that runs until the program is told to end.
enum Service {
  /// Seconds in which open requests may still be answered after the program was told to end.
  private static let grace = 5.0

  /// Answers requests until SIGTERM or SIGINT.
  ///
  /// - Parameters:
  ///   - server: Where it listens.
  ///   - address: The address, which is printed as soon as a signal would be heard.
  ///   - terminal: Where it is printed.
  ///   - work: What is done beside it, on a thread of its own.
  ///   - answer: What a request is answered with.
  /// - Throws: ``FileError`` if the machine no longer lets it listen, or what the work throws.
  static func run(
    _ server: LoopbackServer, at address: String, printedTo terminal: Terminal,
    beside work: (@Sendable () throws(FileError) -> Void)? = nil,
    _ answer: @escaping @Sendable (HTTPRequest) async -> HTTPAnswer
  ) throws(FileError) {
    signal(SIGPIPE, SIG_IGN)
    let outcome = Mutex<FileError?>(nil)
    let ended = DispatchSemaphore(value: 0)
    let task = Task {
      do throws(FileError) {
        try await server.run(answering: answer)
      } catch { outcome.withLock { $0 = error } }
      ended.signal()
    }
    let hearing = DispatchGroup()
    let sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        task.cancel()
        // A connection may hang, and nothing is lost by leaving it: files are written whole.
        DispatchQueue.global().asyncAfter(deadline: .now() + grace) { ended.signal() }
      }
      // Until then the signal is ignored.
      hearing.enter()
      source.setRegistrationHandler { hearing.leave() }
      source.resume()
      return source
    }
    hearing.wait()
    try terminal.output(Array("\(address)\n".utf8))
    if let work {
      Thread.detachNewThread {
        do throws(FileError) {
          try work()
        } catch {
          outcome.withLock { $0 = error }
          ended.signal()
        }
      }
    }
    ended.wait()
    for source in sources { source.cancel() }
    if let error = outcome.withLock({ $0 }) { throw error }
  }

  /// Does something that takes a while, where nothing else is to be done.
  static func wait<Result: Sendable>(
    for body: @escaping @Sendable () async -> Result
  ) -> Result? {
    let result = Mutex<Result?>(nil)
    let ended = DispatchSemaphore(value: 0)
    Task {
      let value = await body()
      result.withLock { $0 = value }
      ended.signal()
    }
    ended.wait()
    return result.withLock { $0 }
  }
}
