import Bytes

/// Why a text is not parsed: cmark-gfm would need time or memory that grows with the square of it.
///
/// cmark-gfm 0.29.0.gfm.6 looks again and again through the same bytes where markup is begun many
/// times and never ended. One pass over the source adds up what that would cost, in bytes looked
/// at; texts that people write stay far below what is allowed.
package struct MarkdownLimit: Hashable, Sendable {
  /// What there is too much of.
  package enum Kind: Hashable, Sendable {
    /// Quotes and lists inside each other.
    case nesting
    /// Table cells, or lines that look like the one under a table's header.
    case cells
    /// `<?` and `<!` without an end.
    case declarations
    /// Brackets without an end.
    case brackets
    /// Parentheses after an address.
    case parentheses
  }

  package let kind: Kind
  /// The line where it became too much, or where its paragraph ends, counted from 1.
  package let line: Int

  /// Names a limit and the line where it was exceeded.
  package init(kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }

  /// The most quotes and list markers that a line may begin with.
  package static let nesting = 100

  /// Texts up to this size cost little, whatever they hold, in bytes.
  private static let harmlessSize = 8 << 10

  /// What a text of `size` bytes may cost, in bytes looked at; about a nanosecond each.
  private static func budget(size: Int) -> Int { 50_000_000 + 100 * size }

  /// The limit that a text exceeds, if it does.
  package static func exceeded(by source: [UInt8]) -> MarkdownLimit? {
    source.withUnsafeBufferPointer { exceeded(by: $0) }
  }

  static func exceeded(by source: UnsafeBufferPointer<UInt8>) -> MarkdownLimit? {
    guard source.count > harmlessSize else { return nil }
    var survey = MarkdownSurvey(source, budget: budget(size: source.count))
    return survey.run()
  }
}

/// Adds up, line by line, what parsing a text may cost.
private struct MarkdownSurvey {
  private let source: UnsafeBufferPointer<UInt8>
  private let budget: Int
  private var line = 0
  private var depth = 0
  private var costs = Costs()
  private var paragraph = Paragraph()

  /// What was spent on each kind of markup.
  private struct Costs {
    var cells = 0
    var declarations = 0
    var brackets = 0
    var parentheses = 0
  }

  /// The lines since the last blank one.
  private struct Paragraph {
    var byteCount = 0
    var lines = 0
    var declarations = 0
    var rulers = 0
    var widestRow = 0
    var openBrackets = 0
  }

  init(_ source: UnsafeBufferPointer<UInt8>, budget: Int) {
    self.source = source
    self.budget = budget
  }

  mutating func run() -> MarkdownLimit? {
    var start = 0
    while start < source.count {
      line += 1
      var end = start
      while end < source.count, source[end] != UInt8(ascii: "\n") { end += 1 }
      if let kind = read(UnsafeBufferPointer(rebasing: source[start..<end])) ?? kindOverBudget {
        return MarkdownLimit(kind: kind, line: line)
      }
      start = end + 1
    }
    endParagraph()
    // A blank line is compared with every list that is open.
    if depth * line > budget { return MarkdownLimit(kind: .nesting, line: line) }
    return kindOverBudget.map { MarkdownLimit(kind: $0, line: line) }
  }

  private var kindOverBudget: MarkdownLimit.Kind? {
    if costs.cells > budget { return .cells }
    if costs.declarations > budget { return .declarations }
    if costs.brackets > budget { return .brackets }
    if costs.parentheses > budget { return .parentheses }
    return nil
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> MarkdownLimit.Kind? {
    let prefix = ContainerPrefix(of: text)
    if prefix.markers > MarkdownLimit.nesting { return .nesting }
    if prefix.markers > 0 { depth = max(depth, prefix.markers + prefix.columns / 2) }
    if prefix.isBlank {
      endParagraph()
      return nil
    }
    paragraph.byteCount += text.count + 1
    paragraph.lines += 1
    readInlines(text)
    if text.contains(UInt8(ascii: "-")), text.allSatisfy({ " \t>-:|\r".utf8.contains($0) }) {
      paragraph.rulers += 1
    }
    return nil
  }

  private mutating func readInlines(_ text: UnsafeBufferPointer<UInt8>) {
    var pipes = 0
    var wordStart = 0
    var parentheses = 0
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "["): paragraph.openBrackets += 1
      case UInt8(ascii: "]"):
        costs.brackets += paragraph.openBrackets
        paragraph.openBrackets = max(0, paragraph.openBrackets - 1)
      case UInt8(ascii: "<"):
        let rest = text[(index + 1)...]
        let isDeclaration = rest.first == UInt8(ascii: "!") && !rest.hasPrefix("!--")
        if rest.first == UInt8(ascii: "?") || isDeclaration { paragraph.declarations += 1 }
      case UInt8(ascii: ")"): parentheses += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        costs.parentheses += parentheses * (index - wordStart)
        wordStart = index
        parentheses = 0
      default: break
      }
    }
    costs.parentheses += parentheses * (text.count - wordStart)
    costs.cells += pipes * pipes
    paragraph.widestRow = max(paragraph.widestRow, pipes)
  }

  private mutating func endParagraph() {
    costs.declarations += paragraph.declarations * paragraph.byteCount
    // Where the line under the header does not fit it, all lines before it are read again.
    costs.cells += 4 * max(0, paragraph.rulers - 1) * paragraph.byteCount
    // Rows that are shorter than the header are filled up, at about as much as a hundred bytes a
    // cell.
    let cells = paragraph.rulers == 0 ? 0 : paragraph.widestRow * paragraph.lines
    costs.cells += 100 * max(0, cells - paragraph.byteCount)
    paragraph = Paragraph()
  }
}

/// The marks of quotes and lists that a line begins with.
private struct ContainerPrefix {
  var markers = 0
  /// The width of the white space among them.
  var columns = 0
  /// Whether nothing but quote marks and white space is on the line.
  var isBlank = true

  init(of line: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: "\r"): break
      case UInt8(ascii: ">"): markers += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        isBlank = false
        guard ContainerPrefix.isSpace(line, at: index + 1) else { return }
        markers += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        isBlank = false
        let end = line[index...].firstIndex { !$0.isASCIIDigit } ?? line.count
        guard end - index <= 9, end < line.count, ".)".utf8.contains(line[end]),
          ContainerPrefix.isSpace(line, at: end + 1)
        else { return }
        markers += 1
        index = end
      default:
        isBlank = false
        return
      }
      index += 1
    }
    // A line of `- - -` is a rule across the page.
    let marks = line.lazy.filter { !$0.isASCIIWhitespace }
    let isRule =
      marks.allSatisfy { $0 == UInt8(ascii: "-") } || marks.allSatisfy { $0 == UInt8(ascii: "*") }
    if isRule { markers = 0 }
  }

  private static func isSpace(_ line: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index >= line.count || line[index].isASCIIWhitespace
  }
}
