import Bytes
import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A running browser without a window, in a process group and with a profile of its own.
///
/// It is driven over two pipes, so that nobody else on the machine can reach it, and it ends itself when they close.
final class ChromiumProcess {
  /// What the browser reads commands from.
  let input: Int32
  /// What the browser writes answers and events to.
  let output: Int32

  private let program: ChromiumProgram
  private let folder: String
  private let identifier: pid_t
  private var isRunning = true

  /// Starts a browser.
  ///
  /// - Parameters:
  ///   - program: The browser.
  ///   - folder: An empty folder for all that it writes.
  /// - Throws: ``FileError`` if it cannot be started.
  init(_ program: ChromiumProgram, in folder: String) throws(FileError) {
    let failure = { (cause: Int32) in
      FileError("start", path: program.path, cause: String(cString: strerror(cause)))
    }
    // A browser may end while it is written to, which the writer learns without that.
    signal(SIGPIPE, SIG_IGN)
    guard let commands = Pipe(), let answers = Pipe() else { throw failure(errno) }
    let spawning = Spawning(
      arguments: [program.path] + ChromiumProcess.arguments(profile: folder + "/profile"),
      variables: ChromiumProcess.variables(home: folder), errors: folder + "/errors",
      descriptors: [3: commands.reading, 4: answers.writing])
    let (status, identifier) = spawning.run()
    close(commands.reading)
    close(answers.writing)
    guard status == 0 else {
      close(commands.writing)
      close(answers.reading)
      throw failure(status)
    }
    self.program = program
    self.folder = folder
    self.identifier = identifier
    input = commands.writing
    output = answers.reading
    // A browser that hangs must not hold up who writes to it.
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
  }

  deinit { end() }

  /// An error about this browser.
  func failure(_ cause: String) -> FileError { FileError("run", path: program.path, cause: cause) }

  /// Why it ended, in its own words if it said any.
  var lastWords: String {
    var errors: [UInt8] = []
    do throws(FileError) { errors = try DiskFile.read(folder + "/errors") } catch {}
    let lines = errors.split(separator: UInt8(ascii: "\n"))
    guard let last = lines.last(where: { !$0.trimmingASCIIWhitespace.isEmpty }) else {
      return "it ended by itself"
    }
    // Others read this on a terminal.
    let visible = last.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(200)
    return "it ended by itself and said: \(String(utf8: visible))"
  }

  /// Ends the browser with all processes that it started, and waits for its own end.
  func end() {
    guard isRunning else { return }
    isRunning = false
    close(input)
    close(output)
    // It ends when its pipes do, and then clears away its own processes; what hangs is ended hard.
    if !hasEnded(within: .seconds(2)) {
      kill(-identifier, SIGKILL)
      _ = hasEnded(within: .seconds(10))
    }
    kill(-identifier, SIGKILL)
  }

  private func hasEnded(within limit: Duration) -> Bool {
    let end = ContinuousClock.now + limit
    var status: Int32 = 0
    while waitpid(identifier, &status, WNOHANG) == 0 {
      if ContinuousClock.now > end { return false }
      usleep(5_000)
    }
    return true
  }

  /// No request finds another host, whatever page asks for it: no name and no address but this machine's is resolved.
  private static func arguments(profile: String) -> [String] {
    let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
    return sandbox + [
      "--headless=new", "--remote-debugging-pipe", "--user-data-dir=\(profile)",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
      "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--no-proxy-server",
      "--disable-background-networking", "--disable-breakpad", "--disable-component-update",
      "--disable-default-apps", "--disable-dev-shm-usage", "--disable-domain-reliability",
      "--disable-extensions", "--disable-gpu", "--disable-sync", "--metrics-recording-only",
      "--mute-audio", "--no-default-browser-check", "--no-first-run", "--password-store=basic",
      "--use-mock-keychain", "about:blank",
    ]
  }

  /// The browser writes into its own folder only, and learns none of this program's secrets.
  private static func variables(home: String) -> [String] {
    let kept = ["LANG", "LC_ALL", "PATH", "TZ"].compactMap { (name: String) in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    return kept + ["HOME=\(home)", "TMPDIR=\(home)"]
  }
}
