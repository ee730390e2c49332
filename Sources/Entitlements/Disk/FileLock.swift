#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A lock that one program at a time has, until it ends or the last reference goes.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of a file, made if missing; `nil` if another program has it.
  init?(_ path: String) throws(Failure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("write", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK
      let failure = Failure.system("lock", path)
      close(descriptor)
      if isTaken { return nil }
      throw failure
    }
  }

  /// Takes the lock of a file, made if missing, once no other program has it.
  init(waitingFor path: String) throws(Failure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("write", path) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .system("lock", path) }
    }
  }

  deinit {
    // A program that is being started may hold the same lock for a moment longer.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
