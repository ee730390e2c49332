#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Waits until something holds.
///
/// - Parameters:
///   - patience: For how long; far longer than it takes on a busy machine, so that only what never comes ends here.
///   - condition: What is waited for; asked some thousand times in a second.
/// - Returns: Whether it came.
@discardableResult
package func waitUntil(
  within patience: Duration = .seconds(60), _ condition: () throws -> Bool
) rethrows -> Bool {
  let end = ContinuousClock.now + patience
  while try !condition() {
    guard ContinuousClock.now < end else { return false }
    usleep(200)
  }
  return true
}
