#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The streams that a shell gives a program.
enum StandardStream {
  /// Makes sure that they are open and that a full disk is told of by an error.
  ///
  /// A closed one would take the number of the first page that is opened, and messages would go there.
  static func prepare() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes all bytes; `errno` tells why not.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while let start = rest.baseAddress, !rest.isEmpty {
        let count = systemWrite(descriptor, start, rest.count)
        if count < 0, errno != EINTR { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
      }
      return true
    }
  }
}

/// `write`, which the method of that name hides.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, start, count)
}
