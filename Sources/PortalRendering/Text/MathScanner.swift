import Bytes

/// Finds formulas in Markdown, passing over code.
struct MathScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var found: [MathSpans.Span] = []
  private var paragraphStart = 0
  private var paragraphEnd = 0
  /// Where in the paragraph the last run of so many backticks begins; found when first needed.
  private var lastRuns: [Int: Int]?
  /// How many quote marks the line at hand begins with.
  private var quotes = 0

  /// - Parameter text: A text that outlives the scanner.
  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Whether there are two dollar signs that might begin and end a formula; whether they are code is not looked at.
  static func mayFindFormulas(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scanner = MathScanner(text)
    let places = text.places(of: UInt8(ascii: "$"))
    return zip(places, places.dropFirst()).contains { start, end in
      // What a backslash takes away leaves another sign as the nearest one.
      if text[end - 1] == UInt8(ascii: "\\") || end == start + 1 { return true }
      return scanner.mayOpen(at: start, width: 1) && scanner.mayClose(at: end, width: 1)
        && !scanner.holdsEmptyLine(start..<end)
    }
  }

  private func holdsEmptyLine(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound + 1
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "\n"), text[index - 1] == UInt8(ascii: "\n") { return true }
      index += 1
    }
    return false
  }

  mutating func spans() -> [MathSpans.Span] {
    while index < text.count {
      if index == 0 || text[index - 1] == UInt8(ascii: "\n") {
        let margin = LineMargin(of: text, from: index)
        quotes = margin.quotes
        if skipFence(margin) { continue }
        if index >= paragraphEnd || isHeading(margin) { beginParagraph(margin) }
      }
      switch text[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): skipCode()
      case UInt8(ascii: "$"): takeFormula()
      default: skipPlain()
      }
    }
    return found
  }

  /// Passes over what means nothing here, up to the next line.
  private mutating func skipPlain() {
    var index = index
    defer { self.index = index }
    while index < text.count {
      let byte = text[index]
      // Small letters and spaces are nearly all.
      if byte > UInt8(ascii: "`") || byte == UInt8(ascii: " ") {
        index += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "$"): return
      case UInt8(ascii: "\n"):
        index += 1
        return
      default: index += 1
      }
    }
  }

  // MARK: Blocks

  /// Passes over a fenced code block that begins on this line.
  private mutating func skipFence(_ margin: LineMargin) -> Bool {
    guard let opening = fence(margin, isOpening: true) else { return false }
    var line = endOfLine(from: index)
    while line < text.count {
      let margin = LineMargin(of: text, from: line)
      // A fence ends with the quote that it stands in.
      if margin.quotes < opening.quotes { break }
      let next = endOfLine(from: line)
      if let end = fence(margin, isOpening: false), end.mark == opening.mark,
        end.length >= opening.length
      {
        line = next
        break
      }
      line = next
    }
    index = line
    paragraphEnd = line
    return true
  }

  private func fence(
    _ margin: LineMargin, isOpening: Bool
  ) -> (mark: UInt8, length: Int, quotes: Int)? {
    guard margin.end < text.count, !margin.isIndented else { return nil }
    let mark = text[margin.end]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = text[margin.end...].prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    let info = text[(margin.end + length)...].prefix { $0 != UInt8(ascii: "\n") }
    if isOpening {
      if mark == UInt8(ascii: "`"), info.contains(mark) { return nil }
    } else {
      guard info.allSatisfy(\.isASCIIWhitespace) else { return nil }
    }
    return (mark, length, margin.quotes)
  }

  private func isHeading(_ margin: LineMargin) -> Bool {
    let marks = text[margin.end...].prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    let next = margin.end + marks
    return (1...6).contains(marks) && (next >= text.count || text[next].isASCIIWhitespace)
  }

  private mutating func beginParagraph(_ margin: LineMargin) {
    lastRuns = nil
    paragraphStart = index
    paragraphEnd = endOfLine(from: index)
    if !isHeading(margin) {
      while paragraphEnd < text.count {
        let margin = LineMargin(of: text, from: paragraphEnd)
        if margin.end >= text.count || text[margin.end].isASCIIWhitespace || isHeading(margin) {
          break
        }
        paragraphEnd = endOfLine(from: paragraphEnd)
      }
    }
  }

  private func runsOfBackticks() -> [Int: Int] {
    var lastRuns: [Int: Int] = [:]
    var position = paragraphStart
    while position < paragraphEnd {
      guard text[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let start = position
      while position < paragraphEnd, text[position] == UInt8(ascii: "`") { position += 1 }
      lastRuns[position - start] = start
    }
    return lastRuns
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    return min(end + 1, text.count)
  }

  // MARK: Inlines

  /// Passes over a code span, or over backticks that begin none.
  private mutating func skipCode() {
    let length = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
    index += length
    let runs = lastRuns ?? runsOfBackticks()
    lastRuns = runs
    guard let last = runs[length], last >= index else { return }
    var position = index
    while position < paragraphEnd {
      guard text[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let run = text[position...].prefix { $0 == UInt8(ascii: "`") }.count
      position += run
      if run == length {
        index = position
        return
      }
    }
  }

  private mutating func takeFormula() {
    let start = index
    if start + 1 < text.count, text[start + 1] == UInt8(ascii: "`"), takeQuotedFormula() { return }
    let isDisplay = start + 1 < text.count && text[start + 1] == UInt8(ascii: "$")
    let width = isDisplay ? 2 : 1
    index = start + width
    guard index < paragraphEnd, mayOpen(at: start, width: width),
      let end = close(from: index, width: width)
    else { return }
    found.append(
      MathSpans.Span(
        tex: index..<end, whole: start..<end + width, isDisplay: isDisplay,
        margins: margins(in: index..<end)))
    index = end + width
  }

  /// Takes a formula between `` $` `` and `` `$ ``, if one begins here.
  private mutating func takeQuotedFormula() -> Bool {
    let start = index
    let tex = start + 2
    guard tex < paragraphEnd, mayOpen(at: start, width: 1),
      let end = text[tex..<paragraphEnd].firstIndex(of: UInt8(ascii: "`")), end > tex,
      end + 1 < paragraphEnd, text[end + 1] == UInt8(ascii: "$"), mayClose(at: end + 1, width: 1)
    else { return false }
    found.append(
      MathSpans.Span(
        tex: tex..<end, whole: start..<end + 2, isDisplay: false, margins: margins(in: tex..<end)))
    index = end + 2
    return true
  }

  /// Where the formula that begins at `start` is closed within its paragraph.
  private func close(from start: Int, width: Int) -> Int? {
    var position = start
    while position < paragraphEnd {
      switch text[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "$"):
        let run = text[position..<paragraphEnd].prefix(width).prefix { $0 == UInt8(ascii: "$") }
        let isClose = run.count == width && position > start && mayClose(at: position, width: width)
        // Only the nearest `$` may close, so that a text full of them is read once.
        return isClose ? position : nil
      case UInt8(ascii: "`") where width == 1: return nil
      default: position += 1
      }
    }
    return nil
  }

  /// Whether what stands around dollar signs lets them begin a formula.
  private func mayOpen(at start: Int, width: Int) -> Bool {
    (start == 0 || !isWord(text[start - 1]))
      && (width == 2 || start + 1 < text.count && !text[start + 1].isASCIIWhitespace)
  }

  /// Whether what stands around dollar signs lets them end a formula.
  private func mayClose(at position: Int, width: Int) -> Bool {
    (width == 2 || !text[position - 1].isASCIIWhitespace)
      && (position + width >= text.count || !isWord(text[position + width]))
  }

  /// What the lines of a formula begin with because of the quotes around it.
  private func margins(in formula: Range<Int>) -> [Range<Int>] {
    var margins: [Range<Int>] = []
    for end in formula where text[end] == UInt8(ascii: "\n") {
      var index = end + 1
      var marks = 0
      while index < formula.upperBound {
        if text[index] == UInt8(ascii: ">"), marks < quotes {
          marks += 1
        } else if text[index] != UInt8(ascii: " ") {
          break
        }
        index += 1
      }
      margins.append(end + 1..<index)
    }
    return margins
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\")
  }
}

/// What a line begins with: white space and the marks of quotes, lists and their items.
private struct LineMargin {
  /// Where the line's own text begins.
  private(set) var end: Int
  private(set) var quotes = 0
  /// Whether the white space before the text makes it indented code.
  private(set) var isIndented = false

  init(of text: UnsafeBufferPointer<UInt8>, from start: Int) {
    end = start
    var spaces = 0
    // List items hold their text at any indentation; without one, four spaces begin code.
    while end < text.count {
      switch text[end] {
      case UInt8(ascii: " "): spaces += 1
      case UInt8(ascii: "\t"): spaces += 4
      case UInt8(ascii: ">"):
        quotes += 1
        spaces = -1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard LineMargin.isSpace(text, at: end + 1) else { return }
        spaces = -1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digits = text[end...].prefix(10).prefix(while: \.isASCIIDigit)
        guard digits.count < 10, digits.endIndex < text.count,
          text[digits.endIndex] == UInt8(ascii: ".") || text[digits.endIndex] == UInt8(ascii: ")"),
          LineMargin.isSpace(text, at: digits.endIndex + 1)
        else { return }
        end = digits.endIndex
        spaces = -1
      default:
        isIndented = spaces > 12
        return
      }
      end += 1
    }
  }

  private static func isSpace(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index < text.count && (text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t"))
  }
}
