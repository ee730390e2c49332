/// The formulas of a Markdown text, hidden from the Markdown parser, which would take their `_` and
/// `\` for its own.
///
/// Each formula's bytes are exchanged for as many others that mean nothing to Markdown: a mark of
/// two or three control characters that tells which formula it is, and fillers. Line ends stay, so
/// that every position in the text stays what it was. The text itself must hold none of these
/// characters, see ``PlainSource``.
struct MathSpans {
  /// A formula in the text.
  struct Span {
    /// The TeX between the dollar signs, in bytes of the text.
    let tex: Range<Int>
    /// The formula with its dollar signs.
    let whole: Range<Int>
    let isDisplay: Bool
    /// The marks and white space at the beginning of its lines that belong to quotes and lists.
    var margins: [Range<Int>] = []
  }

  /// The text with its formulas hidden.
  private(set) var masked: [UInt8]
  private(set) var spans: [Span] = []
  /// The first formula for which there was no mark left; it and those after it stay text.
  private(set) var firstOverLimit: Span?
  private let source: [UInt8]
  /// The formulas by their marks.
  private var spansByMark: [Int: Span] = [:]

  private static let filler: UInt8 = 0x1F
  /// The characters that marks are made of; none is white space to Markdown.
  private static let digits: [UInt8] = Array(0x01...0x08) + Array(0x0E...0x1E)
  /// Marks of two characters begin with one of the first of these, for formulas whose first line
  /// has no more; marks of three begin with one of the others.
  private static let shortMarks = 10

  /// Hides the formulas of `text`.
  ///
  /// A `$` opens a formula if no letter or digit stands before it and no space after it, and one
  /// closes it if no space stands before it and no letter or digit after it, so that prices stay
  /// prices.
  init(_ text: [UInt8]) {
    source = text
    masked = text
    guard text.withUnsafeBufferPointer(MathScanner.mayFindFormulas) else { return }
    let base = MathSpans.digits.count
    var nextShort = 0
    var nextLong = MathSpans.shortMarks * base * base
    let found = text.withUnsafeBufferPointer { text in
      var scanner = MathScanner(text)
      return scanner.spans()
    }
    for span in found {
      let isShort = text[span.whole.lowerBound + 2] == UInt8(ascii: "\n")
      guard isShort ? nextShort < MathSpans.shortMarks * base : nextLong < base * base * base else {
        firstOverLimit = firstOverLimit ?? span
        continue
      }
      spans.append(span)
      let mark =
        isShort
        ? [nextShort / base, nextShort % base]
        : [nextLong / base / base, nextLong / base % base, nextLong % base]
      spansByMark[isShort ? nextShort : nextLong] = span
      mask(span, with: mark)
      if isShort { nextShort += 1 } else { nextLong += 1 }
    }
  }

  private mutating func mask(_ span: Span, with mark: [Int]) {
    var margins = span.margins[...]
    for index in span.whole where masked[index] != UInt8(ascii: "\n") {
      while let margin = margins.first, margin.upperBound <= index { margins.removeFirst() }
      if margins.first?.contains(index) != true { masked[index] = MathSpans.filler }
    }
    for (place, digit) in mark.enumerated() {
      masked[span.whole.lowerBound + place] = MathSpans.digits[digit]
    }
  }

  /// The TeX of a span; marks of quotes in it are spaces.
  func tex(of span: Span) -> [UInt8] {
    var tex = Array(source[span.tex])
    for margin in span.margins {
      for index in margin { tex[index - span.tex.lowerBound] = UInt8(ascii: " ") }
    }
    return tex
  }

  /// Calls `text` and `formula` for the parts of a literal of the masked text, in order.
  func forEachPart(
    of literal: UnsafeBufferPointer<UInt8>, text: (UnsafeBufferPointer<UInt8>.SubSequence) -> Void,
    formula: (Span) -> Void
  ) {
    var start = 0
    var index = 0
    while index < literal.count {
      let isFiller = literal[index] == MathSpans.filler
      let marked = isFiller ? nil : span(at: index, of: literal)
      guard isFiller || marked != nil else {
        index += 1
        continue
      }
      if start < index { text(literal[start..<index]) }
      if let (span, length) = marked {
        formula(span)
        index = end(of: span, from: index + length, in: literal)
      } else {
        index += 1
      }
      start = index
    }
    if start < literal.count { text(literal[start...]) }
  }

  /// Where a formula ends in a literal, which may hold only some of its lines.
  private func end(
    of span: Span, from start: Int, in literal: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var index = start
    var lines = span.margins.count
    while index < literal.count {
      switch literal[index] {
      case MathSpans.filler: index += 1
      case UInt8(ascii: "\n") where lines > 0:
        lines -= 1
        index += 1
        while index < literal.count, literal[index] == UInt8(ascii: " ") { index += 1 }
      default: return index
      }
    }
    return index
  }

  /// A literal with its formulas as the author wrote them, for code and for HTML.
  func restored(_ literal: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard !spans.isEmpty else { return Array(literal) }
    var restored: [UInt8] = []
    forEachPart(
      of: literal, text: { restored.append(contentsOf: $0) },
      formula: { restored.append(contentsOf: written($0)) })
    return restored
  }

  /// A formula as the author wrote it, without the marks of quotes in it.
  private func written(_ span: Span) -> [UInt8] {
    var bytes: [UInt8] = []
    var start = span.whole.lowerBound
    for margin in span.margins {
      bytes.append(contentsOf: source[start..<margin.lowerBound])
      start = margin.upperBound
    }
    return bytes + source[start..<span.whole.upperBound]
  }

  /// Bytes of the masked text with their formulas as the author wrote them.
  func restored(_ bytes: [UInt8]) -> [UInt8] {
    spans.isEmpty ? bytes : bytes.withUnsafeBufferPointer { restored($0) }
  }

  private func span(
    at index: Int, of literal: UnsafeBufferPointer<UInt8>
  ) -> (span: Span, length: Int)? {
    guard let first = MathSpans.digit(literal[index]) else { return nil }
    let length = first < MathSpans.shortMarks ? 2 : 3
    var mark = first
    for byte in literal[index...].prefix(length).dropFirst() {
      guard let digit = MathSpans.digit(byte) else { return nil }
      mark = mark * MathSpans.digits.count + digit
    }
    return spansByMark[mark].map { ($0, length) }
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x01...0x08: Int(byte) - 1
    case 0x0E...0x1E: Int(byte) - 6
    default: nil
    }
  }
}
