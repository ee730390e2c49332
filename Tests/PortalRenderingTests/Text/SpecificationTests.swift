import Bytes
import CourseModel
import Files
import HTMLTree
import Testing

@testable import PortalRendering

@Suite struct SpecificationTests {
  @Test func rendersTheExamplesOfCommonMarkAndGFM() throws {
    guard let examples = try SpecificationExample.all() else { return }
    var tally = Tally()
    for example in examples { try compare(example, &tally) }
    print(tally.description)
    #expect(tally.compared > 700)
    #expect(tally.equal + tally.intended == tally.compared)
  }

  private struct Tally: CustomStringConvertible {
    var compared = 0
    var equal = 0
    var intended = 0
    var outdated = 0
    var withMoreExtensions = 0
    var reasons: [IntendedDifference: Int] = [:]

    var description: String {
      var lines = ["\(compared) examples, \(equal) equal, \(intended) differ by intent"]
      lines.append("\(outdated) not compared: this cmark-gfm renders them otherwise itself")
      lines.append("\(withMoreExtensions) compared with all extensions on, which Clevio always has")
      for reason in IntendedDifference.allCases {
        lines.append("\(reasons[reason] ?? 0): \(reason.rawValue)")
      }
      return lines.joined(separator: "\n")
    }
  }

  private func compare(_ example: SpecificationExample, _ tally: inout Tally) throws {
    guard try tree(example.asAsked) == tree(example.expected) else {
      tally.outdated += 1
      return
    }
    // The program has no footnotes, and Clevio always has.
    if example.markdown.contains("[^") { return }
    tally.compared += 1
    if example.asAsked != example.withAll { tally.withMoreExtensions += 1 }
    var canonical = CanonicalHTML()
    let theirs = try canonical.theirs(example.withAll, of: example.markdown)
    let ours = try canonical.ours(try render(example))
    #expect(
      ours == theirs,
      "\(example.name)\n\(example.markdown)\n--- cmark-gfm\n\(example.withAll)--- Clevio")
    guard ours == theirs else { return }
    for reason in canonical.differences { tally.reasons[reason, default: 0] += 1 }
    if canonical.differences.isEmpty { tally.equal += 1 } else { tally.intended += 1 }
  }

  private func tree(_ html: String) throws -> String {
    CanonicalHTML.dump(try HTMLFragment(parsing: Array(html.utf8)).nodes)
  }

  /// Renders an example in a folder that has all files it links to.
  private func render(_ example: SpecificationExample) throws -> [UInt8] {
    var files: [String: [UInt8]] = [:]
    for element in try HTMLFragment(parsing: Array(example.withAll.utf8)).nodes.allElements {
      for name in ["href", "src"] {
        guard let url = element[name] else { continue }
        let file = SpecificationFile(url)
        if !file.path.isEmpty { files[file.path] = [0x20] }
      }
    }
    return try RenderedText(example.markdown, files: files) {
      $0.file = RelativePath("text.md")
      $0.output = RelativePath("text.html")
      $0.readsMath = false
    }.text.html
  }
}
