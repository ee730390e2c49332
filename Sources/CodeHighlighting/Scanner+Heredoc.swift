import Bytes

/// Strings that a word of the author's choice ends.
extension Scanner {
  /// `<<WORD` and its kin: the text begins on the next line.
  ///
  /// `isQuoted` is for words in single quotes, whose text is literal. One of `indentMarks` before
  /// the word allows blanks before the closing word. With `needsCapital` a bare word begins with a
  /// capital, as `<<` is an operator too.
  static func openHeredoc(
    _ opener: StaticString, isQuoted: Bool, indentMarks: StaticString, needsCapital: Bool = false,
    mayAlwaysBeIndented: Bool = false
  ) -> Rule.ScanFunction {
    let length = opener.utf8CodeUnitCount
    let marks = [UInt8](indentMarks)
    return { tokenizer, target in
      var start = tokenizer.position + length
      let isMarked = marks.contains(tokenizer.byte(at: start))
      if isMarked { start += 1 }
      if !needsCapital { start = tokenizer.endOfBlanks(from: start) }
      let quote = tokenizer.byte(at: start)
      let hasQuote = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
      guard isQuoted == (quote == UInt8(ascii: "'")) else { return false }
      if hasQuote { start += 1 }
      let first = tokenizer.byte(at: start)
      // In brackets `x << y` is more likely a shift.
      if needsCapital, !hasQuote, Tokenizer.isWordByte(tokenizer.byte(at: tokenizer.position - 1)) {
        return false
      }
      let mayBeSmall = hasQuote || !needsCapital && tokenizer.frame.depth == 0
      guard CompiledWords.isLetter(first), mayBeSmall || first &- 0x41 < 26 else { return false }
      let end = tokenizer.endOfWord(from: start)
      guard !hasQuote || tokenizer.byte(at: end) == quote else { return false }
      tokenizer.colour(upTo: hasQuote ? end + 1 : end, as: target.tokenClass)
      if tokenizer.heredocs.count < Tokenizer.maximumDepth {
        tokenizer.heredocs.append(
          .init(
            tag: start..<end, mayBeIndented: isMarked || mayAlwaysBeIndented, mode: target.mode))
      }
      return true
    }
  }

  /// The end of a line after which a heredoc may begin.
  static let startHeredoc: Rule.ScanFunction = { tokenizer, _ in
    tokenizer.colour(upTo: tokenizer.position + 1, as: .plain)
    tokenizer.startNextHeredoc()
    return true
  }

  /// The end of a line in a heredoc, after which the closing word may stand.
  static let endHeredoc: Rule.ScanFunction = { tokenizer, target in
    tokenizer.colour(upTo: tokenizer.position + 1, as: target.tokenClass)
    tokenizer.endHeredocIfClosed()
    return true
  }

  /// A string between two copies of a tag, such as `$body$`; the tag is part of the delimiter.
  static let openTagged: Rule.ScanFunction = { tokenizer, target in
    let start = tokenizer.position
    let end = tokenizer.endOfWord(from: start + 1)
    guard tokenizer.byte(at: end) == tokenizer.code[start], end - start < 64,
      !tokenizer.byte(at: start + 1).isASCIIDigit
    else { return false }
    tokenizer.colour(upTo: end + 1, as: target.tokenClass)
    if tokenizer.enter(target.mode, target.tokenClass) { tokenizer.frame.tag = start..<end + 1 }
    return true
  }

  /// The tag that closes what ``openTagged`` opened.
  static let closeTagged: Rule.ScanFunction = { tokenizer, target in
    let tag = tokenizer.frame.tag
    guard tokenizer.hasBytes(of: tag, at: tokenizer.position) else { return false }
    tokenizer.colour(upTo: tokenizer.position + tag.count, as: target.tokenClass)
    tokenizer.leave()
    return true
  }
}

extension Tokenizer {
  /// Whether the code at `start` repeats the code of `range`.
  func hasBytes(of range: Range<Int>, at start: Int) -> Bool {
    start + range.count <= limit
      && range.indices.allSatisfy { code[$0] == code[start + $0 - range.lowerBound] }
  }

  fileprivate mutating func startNextHeredoc() {
    guard !heredocs.isEmpty else { return }
    let heredoc = heredocs.removeFirst()
    guard enter(heredoc.mode, .string) else { return }
    frame.tag = heredoc.tag
    frame.tagMayBeIndented = heredoc.mayBeIndented
    endHeredocIfClosed()
  }

  /// Pops the heredoc if the line at the position is its closing word.
  fileprivate mutating func endHeredocIfClosed() {
    let start = frame.tagMayBeIndented ? endOfBlanks(from: position) : position
    let end = start + frame.tag.count
    guard hasBytes(of: frame.tag, at: start), !Self.isWordByte(byte(at: end)) else { return }
    colour(upTo: end, as: .string)
    leave()
    startNextHeredoc()
  }
}
