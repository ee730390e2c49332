import CommonMark
import Diagnostics

/// A heading goes down one level at a time (WCAG 2.2, 1.3.1).
enum HeadingJump: TextRule {
  static func findings(in root: MarkdownNode, of text: CheckedText) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var above: Int?
    for heading in root.children where heading.kind == .heading {
      let level = heading.headingLevel
      if let above, level > above + 1 {
        findings.append(
          Diagnostic(
            "heading-jump", .warning,
            "a heading of level \(level) stands below one of level \(above)",
            at: text.position(of: heading, length: level),
            help: "write \(String(repeating: "#", count: above + 1))"))
      }
      above = level
    }
    return findings
  }
}
