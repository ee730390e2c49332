import Files
import PortalBuild
import TestSupport
import Testing

@Suite struct SameBytesTests {
  /// What one thread makes of the example courses, which the tests hold others' against.
  private static let expected = Result {
    let sources = try PortalBuild.exampleCourses()
    let made = try PortalBuild.of(sources, threads: 1).tree()
    return (sources: sources, findings: made.1, files: try made.0.contents())
  }

  @Test func buildsTheSameBytesOnAnyNumberOfThreadsAndTwiceInARow() throws {
    let (sources, findings, files) = try Self.expected.get()
    #expect(files.count > 100)
    for _ in 1...2 {
      let again = try PortalBuild.of(sources, threads: 4).tree()
      #expect(again.1 == findings)
      #expect(try again.0.contents() == files)
    }
  }

  @Test func doesNotDependOnTheOrderInWhichFilesAreFound() throws {
    let (sources, _, files) = try Self.expected.get()
    for seed: UInt64 in 1...2 {
      var random = SplitMix(seed: seed)
      var shuffled = FileTree()
      for path in sources.paths.shuffled(using: &random) {
        shuffled[path] = .bytes(try sources[path]?.read() ?? [])
      }
      #expect(try PortalBuild.of(shuffled).tree().0.contents() == files)
    }
  }

  @Test func tellsFindingsInTheSameOrderOnAnyNumberOfThreads() throws {
    var texts: [String: String] = [:]
    for course in 1...12 {
      texts["courses/c\(course)/a.md"] = "[x](gone.md) ![y](gone.png)\n\n[z](#nowhere)\n"
      texts["courses/c\(course)/b.md"] = "---\nprice: 3\n---\n<script>x</script>\n"
    }
    let sources = FileTree(texts: texts)
    let first = try PortalBuild.of(sources, threads: 1).tree().1
    #expect(first.count >= 48)
    #expect(first == first.sorted())
    for _ in 1...4 { #expect(try PortalBuild.of(sources, threads: 4).tree().1 == first) }
  }
}
