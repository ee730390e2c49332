import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct InterruptionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes 500 lessons that say `words`.
  private func writeLessons(_ words: String, in portal: String = "portal") {
    for number in 0..<500 {
      folder.write(
        "# Lesson \(number)\n\n\(words) \(number)\n\n## More\n\n- a\n- b\n",
        to: "\(portal)/courses/c\(number % 5)/s\(number / 50)/l\(number).md")
    }
    folder.write("title: \(words)\n", to: "\(portal)/clevio.yml")
  }

  /// Puts the lessons of `next` in the place of the portal's, which go back to `last`.
  private func exchange(_ last: String?, for next: String) throws {
    let back = last.map { "mv portal/courses portal/clevio.yml \($0)/ && " } ?? "mkdir portal && "
    let outcome = try Program.shell(
      back + "mv \(next)/courses \(next)/clevio.yml portal/", in: folder.path)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  private func build(_ output: String) throws -> RunningProgram {
    try RunningProgram([Program.path, "build", "portal", "-o", output, "-q"], in: folder.path)
  }

  /// Whether a build is writing the output.
  private func isStaging() -> Bool { access("\(folder.path)/out/.clevio-staging", F_OK) == 0 }

  @Test func leavesWholeFilesWheneverItIsKilled() throws {
    writeLessons("Old words", in: "old-portal")
    writeLessons("New words", in: "new-portal")
    try exchange(nil, for: "old-portal")
    #expect(try build("old").wait().status == 0)
    let old = folder.bytes(of: "old")
    try exchange("old-portal", for: "new-portal")
    let start = Date.now
    #expect(try build("new").wait().status == 0)
    var duration = Date.now.timeIntervalSince(start)
    let new = folder.bytes(of: "new")
    #expect(old.count > 520 && Set(old.keys) == Set(new.keys))

    var random = SplitMix(seed: 20)
    var seen: Set<String> = []
    // More than twenty where the machine's load changed, and all were too early or too late.
    for round in 0..<100 where round < 20 || seen.count < 2 {
      let (last, next) =
        round % 2 == 0 ? ("new-portal", "old-portal") : ("old-portal", "new-portal")
      try exchange(last, for: next)
      let running = try build("out")
      // Half of them late, when files are moved to their places.
      let share =
        round % 4 < 2
        ? Double.random(in: 0...1, using: &random)
        : Double.random(in: 0.85...1.1, using: &random)
      usleep(UInt32(duration * share * 1_000_000))
      running.send(SIGKILL)
      duration *= running.wait().status == 0 ? 0.9 : 1.1
      var states: Set<String> = []
      for (path, text) in folder.bytes(of: "out") where !path.hasPrefix(".clevio-staging/") {
        let state = text == old[path] ? "old" : text == new[path] ? "new" : "torn"
        if old[path] != new[path] { states.insert(state) }
        #expect(state != "torn", "\(path) in round \(round)")
      }
      seen.insert(states.sorted().joined(separator: "+"))
    }
    #expect(seen.count > 1, "\(seen)")

    #expect(try build("out").wait().status == 0)
    #expect(folder.bytes(of: "out") == new)
    #expect(try Program.shell("test -e out/.clevio-staging", in: folder.path).status == 1)
  }

  @Test(arguments: [(SIGINT, true), (SIGTERM, false)])
  func leavesTheFolderAsItWasWhenItIsToldToEnd(signal: Int32, isFirst: Bool) throws {
    if !isFirst {
      writeLessons("Old words")
      #expect(try build("out").wait().status == 0)
    }
    var before: [String: Data] = [:]
    var outcome = Program.Outcome(status: 0, output: "", errors: "")
    // More than once where the machine was busy with something else until the build was done.
    for round in 0..<20 where outcome.status == 0 {
      if round > 0, isFirst { #expect(try Program.shell("rm -r out", in: folder.path).status == 0) }
      before = folder.bytes(of: "out")
      writeLessons("New words \(round)")
      let running = try build("out")
      waitUntil(within: .seconds(10), isStaging)
      running.send(signal)
      outcome = running.wait()
    }
    #expect(outcome.status == 128 + signal)
    #expect(outcome.errors == "")
    #expect(folder.bytes(of: "out") == before)
    let left = isFirst ? "out" : "out/.clevio-staging"
    #expect(try Program.shell("test -e \(left)", in: folder.path).status == 1)
    #expect(try build("out").wait().status == 0)
  }

  @Test func goesOnWhereTheSignalWasIgnoredBefore() throws {
    writeLessons("Words")
    let line = "trap '' INT TERM; exec \"$@\""
    let running = try RunningProgram(
      ["/bin/sh", "-c", line, "sh", Program.path, "build", "portal", "-o", "out", "-q"],
      in: folder.path)
    var tries = 0
    while access("\(folder.path)/out/.clevio-staging", F_OK) != 0, tries < 100_000 {
      usleep(100)
      tries += 1
    }
    for signal in [SIGINT, SIGTERM, SIGINT] { running.send(signal) }
    #expect(running.wait().status == 0)
    #expect(folder.bytes(of: "out").count > 520)
  }

  @Test func letsOneBuildAtATimeWriteAFolder() throws {
    writeLessons("Words")
    let first = try build("out")
    #expect(waitUntil(isStaging))
    first.send(SIGSTOP)
    let second = try build("out").wait()
    #expect(second.status == 74)
    #expect(
      second.errors
        == "clevio: cannot write into out: another build is writing it; wait until it is done\n")
    let other = try build("elsewhere").wait()
    #expect(other.status == 0)
    first.send(SIGCONT)
    #expect(first.wait().status == 0)
    #expect(folder.contents(of: "out") == folder.contents(of: "elsewhere"))
  }

  @Test(arguments: ["", "trap '' XFSZ; "])
  func keepsTheOldPortalWhenTheDiskIsFull(trap: String) throws {
    folder.writePortal()
    #expect(try build("out").wait().status == 0)
    let before = folder.contents(of: "out")
    let words = String(repeating: "Many words of a long lesson. ", count: 20_000)
    folder.writePortal([
      "courses/knots/reef.md": "# Reef\n\n\(words)", "courses/knots/a.md": "# A\n",
    ])
    // 100 KB for each file.
    let full = try Program.shell(
      trap + "ulimit -f 200; exec $CLEVIO build portal -o out", in: folder.path)
    #expect(full.status == 74)
    #expect(full.errors.contains("courses/knots/reef.html: File too large"))
    #expect(folder.contents(of: "out") == before)
    #expect(try build("out").wait().status == 0)
    #expect(folder.read("out/courses/knots/reef.html")?.contains("Many words") == true)
  }
}
