import Foundation
import TestSupport

/// The program as users run it.
enum Program {
  /// Beside the tests' own bundle.
  static let path: String = {
    let folder = Bundle.main.bundleURL
    let places = [folder, folder.deletingLastPathComponent()].map {
      $0.appendingPathComponent("clevio")
    }
    return (places.first { access($0.path, X_OK) == 0 } ?? places[0]).path
  }()

  /// Runs the program and waits for its end.
  static func run(
    _ arguments: String..., in folder: String = "/", environment: [String: String] = [:]
  ) throws -> Outcome {
    try RunningProgram([path] + arguments, in: folder, environment: environment).wait()
  }

  /// Runs a line of a shell, in which `$CLEVIO` is the program.
  static func shell(_ line: String, in folder: String = "/") throws -> Outcome {
    try RunningProgram(["/bin/sh", "-c", line], in: folder, environment: ["CLEVIO": path]).wait()
  }

  /// What a program left.
  struct Outcome {
    /// The exit code, or 128 and the signal's number.
    var status: Int32
    /// What it wrote to standard output.
    var output: String
    /// What it wrote to standard error.
    var errors: String
  }
}

/// A program that was started.
final class RunningProgram {
  let identifier: pid_t
  private let folder: TemporaryFolder

  /// Starts a program with its streams in files, so that no full pipe holds it up.
  init(
    _ arguments: [String], in workingFolder: String = "/", environment: [String: String] = [:]
  ) throws {
    folder = try TemporaryFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for (descriptor, name) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "errors")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "\(folder.path)/\(name)", O_WRONLY | O_CREAT, 0o600)
    }
    let all = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"]) { $1 }
      .merging(environment) { $1 }
    let variables = all.map { "\($0.key)=\($0.value)" }
    // Not every system can start a program in another folder; a shell can, and becomes the program.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", workingFolder]
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What runs in the background of a script ignores Control-C, and so would what it starts.
    var heard = sigset_t()
    sigemptyset(&heard)
    sigaddset(&heard, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &heard)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var identifier: pid_t = 0
    let status = withCStrings(shell + arguments) { arguments in
      withCStrings(variables) { variables in
        posix_spawn(&identifier, "/bin/sh", &actions, &attributes, arguments, variables)
      }
    }
    guard status == 0 else {
      throw CannotStart(program: arguments[0], cause: String(cString: strerror(status)))
    }
    self.identifier = identifier
  }

  func send(_ signal: Int32) { kill(identifier, signal) }

  /// Waits for the end; what takes longer than two minutes is killed.
  func wait() -> Program.Outcome {
    var status: Int32 = 0
    var tries = 0
    while waitpid(identifier, &status, WNOHANG) == 0 {
      usleep(2_000)
      tries += 1
      if tries == 60_000 { kill(identifier, SIGKILL) }
    }
    let signal = status & 0x7F
    return Program.Outcome(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      output: folder.read("output") ?? "", errors: folder.read("errors") ?? "")
  }
}

struct CannotStart: Error {
  let program: String
  let cause: String
}

/// Calls `body` with texts as C takes them, ended by a null pointer.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}

extension TemporaryFolder {
  /// Runs the program in this folder, and waits for its end.
  func clevio(_ arguments: String...) throws -> Program.Outcome { try clevio(arguments) }

  /// Runs the program in this folder, and waits for its end.
  func clevio(_ arguments: [String]) throws -> Program.Outcome {
    try RunningProgram([Program.path] + arguments, in: path).wait()
  }

  /// Writes a small portal into a folder of this one.
  func writePortal(_ texts: [String: String] = [:], in folder: String = "portal") {
    let files = [
      "clevio.yml": "title: Harbour\nurl: https://harbour.example/\noperator: Ada Harbour\n",
      "courses/knots/index.md": "# Knots\n",
      "courses/knots/reef.md": "# Reef\n\nLeft over right.\n",
    ]
    for (path, text) in files.merging(texts, uniquingKeysWith: { $1 }) {
      write(text, to: "\(folder)/\(path)")
    }
  }

  /// All files below a folder with their texts.
  func contents(of folder: String) -> [String: String] {
    bytes(of: folder).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// All files below a folder with their bytes.
  func bytes(of folder: String) -> [String: Data] {
    var contents: [String: Data] = [:]
    let root = path + "/" + folder
    for file in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
      var status = stat()
      guard lstat(root + "/" + file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
        continue
      }
      contents[file] = FileManager.default.contents(atPath: root + "/" + file)
    }
    return contents
  }
}
