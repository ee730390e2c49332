import Foundation
import Synchronization

/// SIGINT and SIGTERM as something to ask for, so that what was begun is cleared away before the program ends.
///
/// The same signal once more ends the program at once. One that whoever started the program had ignored, as shells do for
/// what a script runs in the background, stays ignored.
final class Interruption: Sendable {
  private let signalNumber = Atomic<Int32>(0)

  /// Hears the signals from now on.
  init() {
    let hearing = DispatchGroup()
    for number in Interruption.signals where !Interruption.ignore(number) {
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      // The source lives as long as its handler, which is until a signal comes.
      source.setEventHandler { [self] in
        signalNumber.store(number, ordering: .relaxed)
        source.cancel()
        signal(number, SIG_DFL)
      }
      // Until then the signal is ignored.
      hearing.enter()
      source.setRegistrationHandler { hearing.leave() }
      source.resume()
    }
    hearing.wait()
  }

  private static let signals = [SIGINT, SIGTERM]

  /// Ignores a signal, and tells whether it was ignored before.
  private static func ignore(_ number: Int32) -> Bool {
    let former = signal(number, SIG_IGN)
    return former.map { unsafeBitCast($0, to: Int.self) } == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Whether the program was told to end.
  var hasCome: Bool { signalNumber.load(ordering: .relaxed) != 0 }

  /// Ends the program as the signal would have, if one has come.
  func passOn() {
    let number = signalNumber.load(ordering: .relaxed)
    guard number != 0 else { return }
    signal(number, SIG_DFL)
    // A program that was started by another one's worker thread holds signals back.
    var held = sigset_t()
    sigemptyset(&held)
    sigaddset(&held, number)
    pthread_sigmask(SIG_UNBLOCK, &held, nil)
    raise(number)
  }
}
