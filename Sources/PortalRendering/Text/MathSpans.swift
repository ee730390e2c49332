import Bytes

/// The formulas of a Markdown text, hidden from the Markdown parser, which would take their `_` and `\`
/// for its own.
///
/// Each formula's bytes are exchanged for as many others that Markdown does not know: one private-use
/// character that tells the formula's number, and fillers. Every position in the text stays what it was.
struct MathSpans {
  /// A formula in the text.
  struct Span {
    /// The TeX between the dollar signs, in bytes of the text.
    let tex: Range<Int>
    /// The formula with its dollar signs.
    let whole: Range<Int>
    let isDisplay: Bool
  }

  /// The text with its formulas hidden.
  private(set) var masked: [UInt8]
  private(set) var spans: [Span] = []
  private let source: [UInt8]

  private static let dollar = UInt8(ascii: "$")
  private static let filler: UInt8 = 0x1F
  /// U+E000, the first private-use character, in UTF-8 is EE 80 80; 6,400 follow.
  private static let maximumSpans = 6_400

  /// Hides the formulas of `text`.
  ///
  /// A `$` opens a formula if no letter or digit stands before it and no space after it, and one closes it
  /// if no space stands before it and no letter or digit after it, so that prices stay prices.
  init(_ text: [UInt8]) {
    source = text
    masked = text
    guard text.contains(MathSpans.dollar), !MathSpans.holdsPrivateUse(text) else { return }
    var scanner = MathScanner(text)
    spans = Array(scanner.spans().prefix(MathSpans.maximumSpans))
    for (number, span) in spans.enumerated() {
      for index in span.whole where masked[index] != UInt8(ascii: "\n") {
        masked[index] = MathSpans.filler
      }
      let start = span.whole.lowerBound
      masked[start] = 0xEE | UInt8(number >> 12)
      masked[start + 1] = 0x80 | UInt8(number >> 6 & 0x3F)
      masked[start + 2] = 0x80 | UInt8(number & 0x3F)
    }
  }

  /// The TeX of a span.
  func tex(of span: Span) -> ArraySlice<UInt8> { source[span.tex] }

  /// Calls `text` and `formula` for the parts of a literal of the masked text, in order.
  func forEachPart(
    of literal: UnsafeBufferPointer<UInt8>, text: (UnsafeBufferPointer<UInt8>.SubSequence) -> Void,
    formula: (Span) -> Void
  ) {
    var start = 0
    var index = 0
    while index < literal.count {
      if literal[index] == MathSpans.filler {
        if start < index { text(literal[start..<index]) }
        index += 1
        start = index
      } else if let span = span(at: index, of: literal) {
        if start < index { text(literal[start..<index]) }
        formula(span)
        index += 3
        start = index
      } else {
        index += 1
      }
    }
    if start < literal.count { text(literal[start...]) }
  }

  /// A literal with its formulas as the author wrote them, for code and for HTML.
  func restored(_ literal: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard !spans.isEmpty else { return Array(literal) }
    var restored: [UInt8] = []
    forEachPart(of: literal, text: { restored.append(contentsOf: $0) }) { span in
      restored.append(contentsOf: source[span.whole])
    }
    return restored
  }

  private func span(at index: Int, of literal: UnsafeBufferPointer<UInt8>) -> Span? {
    guard literal[index] & 0xFE == 0xEE, index + 2 < literal.count, literal[index + 1] & 0xC0 == 0x80
    else { return nil }
    let number =
      Int(literal[index] & 1) << 12 | Int(literal[index + 1] & 0x3F) << 6
      | Int(literal[index + 2] & 0x3F)
    return number < spans.count ? spans[number] : nil
  }

  private static func holdsPrivateUse(_ text: [UInt8]) -> Bool {
    for index in text.indices.dropLast(2) where text[index] & 0xFE == 0xEE {
      if text[index] == 0xEE ? text[index + 1] >= 0x80 : text[index + 1] < 0xA4 { return true }
    }
    return text.contains(filler)
  }
}

/// Finds formulas in Markdown, passing over code.
private struct MathScanner {
  private let text: [UInt8]
  private var index = 0
  private var found: [MathSpans.Span] = []
  /// The runs of backticks that were looked for and are not in the rest of the paragraph, by length.
  private var missingRuns: Set<Int> = []
  private var paragraphEnd = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func spans() -> [MathSpans.Span] {
    while index < text.count {
      if index == 0 || text[index - 1] == UInt8(ascii: "\n") {
        if skipFence() { continue }
        if index >= paragraphEnd { beginParagraph() }
      }
      switch text[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): skipCode()
      case UInt8(ascii: "$"): takeFormula()
      default: index += 1
      }
    }
    return found
  }

  /// Passes over a fenced code block that begins on this line.
  private mutating func skipFence() -> Bool {
    guard let (mark, length) = fence(from: index) else { return false }
    var line = endOfLine(from: index)
    while line < text.count {
      if let (other, otherLength) = fence(from: line), other == mark, otherLength >= length { break }
      line = endOfLine(from: line)
    }
    index = line < text.count ? endOfLine(from: line) : text.count
    return true
  }

  private func fence(from start: Int) -> (mark: UInt8, length: Int)? {
    var position = start
    while position < text.count, " \t>-*+0123456789.)".utf8.contains(text[position]) {
      position += 1
    }
    guard position < text.count, text[position] == UInt8(ascii: "`") || text[position] == UInt8(ascii: "~")
    else { return nil }
    let run = text[position...].prefix { $0 == text[position] }
    return run.count >= 3 ? (text[position], run.count) : nil
  }

  private func endOfLine(from start: Int) -> Int {
    (text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count - 1) + 1
  }

  private mutating func beginParagraph() {
    missingRuns = []
    paragraphEnd = index
    while paragraphEnd < text.count {
      let end = endOfLine(from: paragraphEnd)
      if text[paragraphEnd..<end].allSatisfy(\.isASCIIWhitespace) { return paragraphEnd = end }
      paragraphEnd = end
    }
  }

  /// Passes over a code span, or over backticks that begin none.
  private mutating func skipCode() {
    let length = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
    let start = index + length
    index = start
    guard !missingRuns.contains(length) else { return }
    var position = start
    while position < paragraphEnd {
      guard text[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let run = text[position...].prefix { $0 == UInt8(ascii: "`") }.count
      position += run
      if run == length { return index = position }
    }
    missingRuns.insert(length)
  }

  private mutating func takeFormula() {
    let start = index
    let isDisplay = start + 1 < text.count && text[start + 1] == UInt8(ascii: "$")
    let width = isDisplay ? 2 : 1
    index = start + width
    guard start == 0 || !isWord(text[start - 1]), index < paragraphEnd,
      isDisplay || !text[index].isASCIIWhitespace, let end = close(from: index, width: width)
    else { return }
    found.append(
      MathSpans.Span(tex: index..<end, whole: start..<end + width, isDisplay: isDisplay))
    index = end + width
  }

  /// Where the formula that begins at `start` is closed within its paragraph.
  private func close(from start: Int, width: Int) -> Int? {
    var position = start
    while position < paragraphEnd {
      switch text[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "$"):
        let run = text[position..<paragraphEnd].prefix { $0 == UInt8(ascii: "$") }.count
        let isClose =
          run >= width && position > start
          && (width == 2 || !text[position - 1].isASCIIWhitespace)
          && (position + width >= text.count || !isWord(text[position + width]))
        // Only the nearest `$` may close, so that a text full of them is read once.
        return isClose ? position : nil
      case UInt8(ascii: "`") where width == 1: return nil
      default: position += 1
      }
    }
    return nil
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\")
  }
}
