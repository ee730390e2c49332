import Bytes
import CommonMark
import CourseModel
import Diagnostics

/// A lesson has something to learn from below its title.
enum EmptyLesson: TextRule {
  static func findings(in root: MarkdownNode, of text: CheckedText) -> [Diagnostic] {
    guard let matter = text.lesson?.frontMatter, matter.video == nil, matter.downloads.isEmpty,
      root.children.allSatisfy(saysNothing)
    else { return [] }
    return [
      Diagnostic(
        "lesson-empty", .warning, "the lesson has no text",
        at: root.firstChild.map { text.position(of: $0) } ?? text.position,
        help: "write it, or keep it back with visibility: draft")
    ]
  }

  private static func saysNothing(_ block: MarkdownNode) -> Bool {
    switch block.kind {
    case .heading, .thematicBreak: true
    case .htmlBlock: block.literal.trimmingASCIIWhitespace.hasPrefix("<!--")
    default: false
    }
  }
}
