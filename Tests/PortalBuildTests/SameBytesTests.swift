import Files
import PortalBuild
import TestSupport
import Testing

@Suite struct SameBytesTests {
  @Test func buildsTheSameBytesOnAnyNumberOfThreadsAndTwiceInARow() throws {
    let sources = try PortalBuild.exampleCourses()
    let first = try PortalBuild.of(sources, threads: 1).tree()
    #expect(first.0.paths.count > 100)
    let expected = try first.0.contents()
    for threads in [4, 4, 1] {
      let again = try PortalBuild.of(sources, threads: threads).tree()
      #expect(again.1 == first.1)
      #expect(try again.0.contents() == expected, "\(threads) threads")
    }
  }

  @Test func doesNotDependOnTheOrderInWhichFilesAreFound() throws {
    let sources = try PortalBuild.exampleCourses()
    let expected = try PortalBuild.of(sources).tree().0.contents()
    for seed: UInt64 in 1...2 {
      var random = SplitMix(seed: seed)
      var shuffled = FileTree()
      for path in sources.paths.shuffled(using: &random) {
        shuffled[path] = .bytes(try sources[path]?.read() ?? [])
      }
      #expect(try PortalBuild.of(shuffled).tree().0.contents() == expected)
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
