import CommonMark
import Diagnostics

/// A heading goes down one level at a time (WCAG 2.2, 1.3.1).
enum HeadingJump: TextRule {
  static func findings(in root: MarkdownNode, of text: CheckedText) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let headings = root.children.filter { $0.kind == .heading }
    // Pages show the highest level of a text as the second, wherever it stands.
    let highest = headings.map(\.headingLevel).min() ?? 1
    var above = highest - 1
    for heading in headings {
      let level = heading.headingLevel
      if level > above + 1 {
        findings.append(
          Diagnostic(
            "heading-jump", .warning,
            above < highest
              ? "a heading of level \(level) stands before one of level \(highest)"
              : "a heading of level \(level) stands below one of level \(above)",
            at: text.position(of: heading, length: level),
            help: "write \(String(repeating: "#", count: above + 1))"))
      }
      above = level
    }
    return findings
  }
}
