import CommonMark
import CourseLoading
import CourseModel
import Diagnostics
import Files

/// A Markdown text that rules look at.
struct CheckedText {
  /// The file.
  let file: RelativePath
  /// The lesson whose text it is, if it is one.
  let lesson: Lesson?
  /// How long texts and files may be.
  let budgets: CheckBudgets
  /// The text below the front matter.
  let body: [UInt8]

  private let firstLine: Int

  /// Reads a file; `nil` where it cannot be read, which the build tells.
  init?(_ file: MarkdownFile, of lesson: Lesson?, budgets: CheckBudgets) {
    guard let bytes = try? file.content.read() else { return nil }
    let frontMatter = FrontMatter(of: bytes)
    self.file = file.path
    self.lesson = lesson
    self.budgets = budgets
    body = Array(bytes[frontMatter.bodyOffset...])
    firstLine = frontMatter.bodyLine
  }

  /// What is wrong with the text by all rules; a text that exceeds Markdown's limits is left to the build.
  var findings: [Diagnostic] {
    let rules: [any TextRule.Type] = [
      HeadingJump.self, TableHeader.self, TableCells.self, EmptyLesson.self, LongLesson.self,
    ]
    return MarkdownDocument.read(body) { root in
      rules.flatMap { $0.findings(in: root, of: self) }
    } ?? []
  }

  /// The place of a node in the file.
  func position(of node: MarkdownNode, length: Int = 0) -> SourcePosition {
    SourcePosition(
      path: file.text, line: firstLine + node.line - 1, column: max(1, node.column), length: length)
  }

  /// The file as a whole.
  var position: SourcePosition { SourcePosition(path: file.text) }
}

/// A rule that looks at one text.
protocol TextRule {
  /// What is wrong with a text, in the order of its lines.
  static func findings(in root: MarkdownNode, of text: CheckedText) -> [Diagnostic]
}
