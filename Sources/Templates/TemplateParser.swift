import Bytes

/// Cuts a template into tokens.
///
/// White space follows the Mustache specification: a tag that has a line for itself takes the line
/// with it. One pass, linear in the size of the text.
struct TemplateParser {
  let source: TemplateSource
  var bytes: [UInt8] { source.bytes }

  var tokens: [TemplateToken] = []
  var errors: [TemplateError] = []
  var opens: [Open] = []

  /// The indices in `opens` of the blocks, for measuring their indentation.
  var openBlocks: [Int] = []

  /// The next byte to read.
  var position = 0

  /// Where the current line begins, as long as it has shown nothing but white space.
  var lineStart: Int? = 0

  private var opener: [UInt8] = Array("{{")
  private var closer: [UInt8] = Array("}}")

  /// A template with more mistakes than this is given up.
  static let mostErrors = 50

  /// A section, block or parent that waits for its end.
  struct Open {
    let token: Int
    let kind: TemplateToken.Kind
    /// The token of the white space before a parent, which goes if the parent stands alone.
    var lineStartToken: Int?
    /// Whether a block's lines move into a parent.
    var isArgument = false
    /// The least white space that a line of the block begins with.
    var leastIndentation: Range<Int>?
  }

  private init(_ source: TemplateSource) { self.source = source }

  /// The tokens of a template and the mistakes in it.
  static func parse(_ source: TemplateSource) -> ParsedTemplate {
    var parser = Self(source)
    parser.parse()
    return ParsedTemplate(source: source, tokens: parser.tokens, errors: parser.errors)
  }

  private mutating func parse() {
    guard bytes.count < Int32.max else { return fail(.tooLarge, at: 0..<0) }
    if let offset = bytes.firstIllFormedUTF8 { return fail(.invalidUTF8, at: offset..<offset) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      lineStart = 3
    }
    while position < bytes.count, errors.count < Self.mostErrors {
      let tag = bytes.firstRange(of: opener, from: position)?.lowerBound ?? bytes.count
      readText(upTo: tag)
      if tag < bytes.count { readTag(at: tag) }
    }
    flushLineStart(as: .text)
    for open in opens { failUnclosed(open) }
  }

  // MARK: Text

  /// Whether the position is directly within a parent, where only blocks count.
  var isWithinParent: Bool { opens.last?.kind == .parent }

  private mutating func readText(upTo end: Int) {
    while position < end {
      let newline = bytes.firstIndex(of: UInt8(ascii: "\n"), in: position..<end)
      let lineEnd = newline.map { $0 + 1 } ?? end
      readLine(position..<lineEnd, isWhole: newline != nil)
      position = lineEnd
    }
  }

  private mutating func readLine(_ range: Range<Int>, isWhole: Bool) {
    var text = range
    if let start = lineStart {
      let visible = bytes.firstVisible(in: range)
      if !isWhole, visible == range.upperBound { return }
      let isBlank = isWhole && isLineEnd(visible)
      if !isBlank {
        emitLineStart(start..<visible)
        text = visible..<range.upperBound
      }
    }
    if !isWithinParent, !text.isEmpty { tokens.append(.init(kind: .text, content: text.narrowed)) }
    lineStart = isWhole ? range.upperBound : nil
  }

  /// Emits white space that has turned out to begin a visible line.
  mutating func flushLineStart(as kind: TemplateToken.Kind = .lineStart) {
    guard let start = lineStart else { return }
    if kind == .text {
      guard !isWithinParent, start < position else { return }
      tokens.append(.init(kind: .text, content: (start..<position).narrowed))
    } else {
      emitLineStart(start..<position)
    }
    lineStart = nil
  }

  private mutating func emitLineStart(_ range: Range<Int>) {
    guard !isWithinParent else { return }
    measure(range)
    tokens.append(.init(kind: .lineStart, content: range.narrowed))
  }

  /// Takes a line's white space into account for the block that the line is in.
  mutating func measure(_ indentation: Range<Int>) {
    guard let block = openBlocks.last else { return }
    if let least = opens[block].leastIndentation, least.count <= indentation.count { return }
    opens[block].leastIndentation = indentation
  }

  /// Where the next line begins, if only white space is left on this one.
  func endOfBlankLine(from start: Int) -> Int? {
    let visible = bytes.firstVisible(in: start..<bytes.count)
    if visible == bytes.count { return visible }
    guard isLineEnd(visible) else { return nil }
    return visible + (bytes[visible] == UInt8(ascii: "\n") ? 1 : 2)
  }

  private func isLineEnd(_ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "\n") { return true }
    return bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count
      && bytes[index + 1] == UInt8(ascii: "\n")
  }

  // MARK: Tags

  private mutating func readTag(at start: Int) {
    let contentStart = start + opener.count
    let sigil = contentStart < bytes.count ? bytes[contentStart] : 0
    let end: [UInt8] =
      switch sigil {
      case UInt8(ascii: "{"): Array("}") + closer
      case UInt8(ascii: "="): Array("=") + closer
      default: closer
      }
    let hasSigil = Tag.sigils.contains(sigil)
    let from = contentStart + (hasSigil ? 1 : 0)
    guard let close = bytes.firstRange(of: end, from: from) else {
      fail(.unclosedTag, at: start..<contentStart)
      position = bytes.count
      lineStart = nil
      return
    }
    let tag = Tag(
      sigil: hasSigil ? sigil : 0, start: start, content: from..<close.lowerBound,
      end: close.upperBound)
    switch sigil {
    case UInt8(ascii: "!"): skipStandalone(tag)
    case UInt8(ascii: "="): setDelimiters(tag)
    default: readNamedTag(tag)
    }
  }

  private mutating func setDelimiters(_ tag: Tag) {
    let words = bytes[tag.content].split(whereSeparator: \.isASCIIWhitespace)
    let fits = words.allSatisfy { $0.count <= 16 && !$0.contains(UInt8(ascii: "=")) }
    if words.count == 2, fits {
      opener = Array(words[0])
      closer = Array(words[1])
    } else {
      fail(.malformedDelimiters, at: tag.start..<tag.end)
    }
    skipStandalone(tag)
  }

  /// Passes a tag that shows nothing, together with its line if it has one for itself.
  @discardableResult
  mutating func skipStandalone(_ tag: Tag) -> Bool {
    guard let start = lineStart, let next = endOfBlankLine(from: tag.end) else {
      if !isWithinParent { flushLineStart() }
      lineStart = nil
      position = tag.end
      return false
    }
    if !isWithinParent, tag.sigil != UInt8(ascii: "!") { measure(start..<tag.start) }
    position = next
    lineStart = next
    return true
  }

  // MARK: Mistakes

  mutating func fail(_ reason: TemplateError.Reason, at range: Range<Int>) {
    errors.append(source.error(reason, at: range))
  }

  mutating func failUnclosed(_ open: Open) {
    guard errors.count < Self.mostErrors else { return }
    let token = tokens[open.token]
    let name = String(utf8: bytes[token.content.widened])
    fail(.unclosedSection(name), at: token.tag.widened)
  }

  /// A tag whose ends have been found.
  struct Tag {
    /// The character after the opening delimiter, or 0 for a plain name.
    let sigil: UInt8
    let start: Int
    let content: Range<Int>
    let end: Int

    static let sigils: [UInt8] = Array("!={&#^/></$")
  }
}
