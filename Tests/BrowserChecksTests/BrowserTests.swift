import BrowserChecks
import Files
import Synchronization
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Programs in a browser's place that do what no browser should.
@Suite struct BrowserTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Starts a shell script as the browser, which must be refused; gives the reason.
  private func refusal(
    of script: String, patience: Duration = .seconds(60),
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws -> String {
    folder.write("#!/bin/sh\n\(script)\n", to: "chromium")
    chmod(folder.path + "/chromium", 0o755)
    folder.makeFolder("home")
    let program = try ChromiumProgram(named: folder.path + "/chromium", environment: [:])
    let error = #expect(throws: FileError.self) {
      try Browser(
        program, in: folder.path + "/home", home: PortalHome(port: 1, url: nil),
        patience: patience, isInterrupted: isInterrupted)
    }
    let start = "cannot run \(folder.path)/chromium: "
    let text = error?.description ?? ""
    #expect(text.hasPrefix(start))
    return String(text.dropFirst(start.count))
  }

  @Test(arguments: [
    ("exit 3", "it ended by itself"),
    ("echo first >&2; echo 'no display' >&2; exit 1", "it ended by itself and said: no display"),
    ("kill -9 $$", "it ended by itself"),
    ("printf 'hello\\0' >&4; sleep 100", "it sent what is no JSON: a value is missing at byte 0"),
    ("printf '{\"id\":1}\\0' >&4; sleep 100", "it sent an answer without a result"),
    (
      "printf '{\"id\":1,\"result\":{}}\\0' >&4; sleep 100",
      "it did not say which browser it is"
    ),
    (
      "printf '{\"id\":1,\"error\":{\"message\":\"not today\"}}\\0' >&4; sleep 100",
      "it refused Browser.getVersion: not today"
    ),
  ])
  func tellsWhatABrowserDidWrong(script: String, reason: String) throws {
    #expect(try refusal(of: script) == reason)
  }

  @Test func waitsForNoBrowserForEver() throws {
    let reason = try refusal(of: "sleep 1000", patience: .milliseconds(300))
    #expect(reason == "it did not answer Browser.getVersion within 0.3 seconds")
  }

  @Test func endsAllThatABrowserStartedAlsoWhatIsDeafToSignals() throws {
    let script = """
      trap '' TERM INT HUP
      echo $$ > \(folder.path)/pids
      (trap '' TERM INT HUP; while :; do sleep 1; done) &
      echo $! >> \(folder.path)/pids
      while :; do sleep 1; done
      """
    let pids = { @Sendable [folder] in
      folder.read("pids")?.split(separator: "\n").compactMap { pid_t($0) } ?? []
    }
    let reason = try refusal(of: script) { pids().count == 2 }
    #expect(reason == "it was interrupted")
    let lines = pids()
    #expect(lines.count == 2)
    for process in lines {
      #expect(waitUntil { !isAlive(process) })
    }
  }

  /// Whether a process still runs; one that only waits to be buried does not.
  private func isAlive(_ process: pid_t) -> Bool {
    guard kill(process, 0) == 0 else { return false }
    guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
    defer { fclose(file) }
    var line: [UInt8] = []
    while case let byte = getc(file), byte != EOF { line.append(UInt8(truncatingIfNeeded: byte)) }
    return !String(decoding: line, as: UTF8.self).contains(") Z ")
  }

  @Test func endsWhenItIsInterrupted() throws {
    let asked = Atomic(0)
    let reason = try refusal(of: "sleep 1000") {
      asked.add(1, ordering: .relaxed).newValue > 3
    }
    #expect(reason == "it was interrupted")
  }

  @Test func givesNoSecretsAndNoDescriptorsAway() throws {
    let script = """
      env > \(folder.path)/variables
      ls /proc/self/fd > \(folder.path)/descriptors
      exit 1
      """
    setenv("CLEVIO_TEST_SECRET", "s3cret", 1)
    defer { unsetenv("CLEVIO_TEST_SECRET") }
    _ = try refusal(of: script)
    let variables = folder.read("variables") ?? ""
    #expect(variables.contains("HOME=\(folder.path)/home"))
    #expect(!variables.contains("s3cret"))
    let numbers = folder.read("descriptors")?.split(separator: "\n").compactMap { Int($0) } ?? []
    // The listing itself has the folder open.
    #expect(Set([0, 1, 2, 3, 4]).isSubset(of: numbers) && numbers.count == 6, "\(numbers)")
  }
}
