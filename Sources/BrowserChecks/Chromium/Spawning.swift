#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How a program is started: in a process group of its own, with chosen descriptors and nothing else of ours.
struct Spawning {
  /// The program's path and what it is called with.
  let arguments: [String]
  /// Its environment, as `NAME=value`.
  let variables: [String]
  /// The file that takes its standard error; input and output lead nowhere.
  let errors: String
  /// Descriptors of this program by the numbers that they have in the other; all are above these numbers.
  let descriptors: [Int32: Int32]

  #if canImport(Glibc)
  private typealias Actions = posix_spawn_file_actions_t
  private typealias Attributes = posix_spawnattr_t
  #else
  private typealias Actions = posix_spawn_file_actions_t?
  private typealias Attributes = posix_spawnattr_t?
  #endif

  /// Starts the program.
  ///
  /// - Returns: 0 or the number of an error, and the process, which leads its group.
  func run() -> (status: Int32, identifier: pid_t) {
    var actions = Spawning.empty(Actions.self)
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT, 0o600)
    for (theirs, ours) in descriptors { posix_spawn_file_actions_adddup2(&actions, ours, theirs) }
    // What another thread is just opening, or somebody handed to this program, is not the other's.
    let first = (descriptors.keys.max() ?? STDERR_FILENO) + 1
    for other in first..<min(getdtablesize(), 1_024) {
      posix_spawn_file_actions_addclose(&actions, other)
    }

    var attributes = Spawning.empty(Attributes.self)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    // What this program ignores or holds back would be ignored there, too.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGPIPE, SIGTERM] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var identifier: pid_t = 0
    let status = withCStrings(arguments) { texts in
      withCStrings(variables) { variables in
        posix_spawn(&identifier, arguments[0], &actions, &attributes, texts, variables)
      }
    }
    return (status, identifier)
  }

  #if canImport(Glibc)
  private static func empty(_: Actions.Type) -> Actions { Actions() }
  private static func empty(_: Attributes.Type) -> Attributes { Attributes() }
  #else
  private static func empty<Value>(_: Value?.Type) -> Value? { nil }
  #endif
}

/// A pipe whose ends no other program inherits, and whose descriptors are above 9.
struct Pipe {
  let reading: Int32
  let writing: Int32

  /// Makes a pipe; `nil` if the machine has none left (`errno`).
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    reading = fcntl(ends[0], F_DUPFD_CLOEXEC, 10)
    writing = fcntl(ends[1], F_DUPFD_CLOEXEC, 10)
    for end in ends { close(end) }
    guard reading >= 0, writing >= 0 else { return nil }
  }
}

/// Calls `body` with texts as C takes them, ended by a null pointer.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
