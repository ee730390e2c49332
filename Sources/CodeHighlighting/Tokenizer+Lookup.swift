import Bytes

/// What stands around a position.
extension Tokenizer {
  /// The byte at an index, or zero outside of the region.
  @inline(__always)
  func byte(at index: Int) -> UInt8 {
    index >= 0 && index < limit ? code[index] : 0
  }

  /// Where the line ends, before its line feed or carriage return.
  func endOfLine(from start: Int) -> Int {
    var end = start
    while end < limit, code[end] != 0x0A, code[end] != 0x0D { end += 1 }
    return end
  }

  /// Where the blanks end that begin at `start`.
  @inline(__always)
  func endOfBlanks(from start: Int) -> Int {
    var end = start
    while end < limit, code[end] == 0x20 || code[end] == 0x09 { end += 1 }
    return end
  }

  /// Where letters, digits and `_` end that begin at `start`.
  func endOfWord(from start: Int) -> Int {
    var end = start
    while end < limit, Self.isWordByte(code[end]) { end += 1 }
    return end
  }

  /// Where a run of one byte ends, at most `count` bytes long.
  func endOfRun(of byte: UInt8, from start: Int, atMost count: Int = .max) -> Int {
    var end = start
    while end < limit, end - start < count, code[end] == byte { end += 1 }
    return end
  }

  /// Where the character at `start` ends; a line feed after a carriage return belongs to it.
  func endOfCharacter(at start: Int) -> Int {
    guard start < limit else { return limit }
    if code[start] == 0x0D, byte(at: start + 1) == 0x0A { return start + 2 }
    var end = start + 1
    while code[start] >= 0xC0, end < limit, end < start + 4, code[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || CompiledWords.isLetter(byte)
  }

  /// Whether `start` follows the end of a line or begins the code.
  func isLineStart(_ start: Int) -> Bool {
    start == 0 || code[start - 1] == 0x0A || code[start - 1] == 0x0D
  }

  /// The last index before `start` whose byte is not white space, or -1.
  func lastByte(before start: Int, overLines: Bool = true) -> Int {
    var index = start - 1
    while index >= 0, code[index].isASCIIWhitespace {
      if !overLines, code[index] == 0x0A || code[index] == 0x0D { break }
      index -= 1
    }
    return index
  }

  /// Whether a condition holds at the position, where an opener stands that ends at `end`.
  func holds(_ condition: Rule.Condition, before end: Int) -> Bool {
    switch condition {
    case .anywhere: true
    case .lineStart: isLineStart(position)
    case .firstOnLine: isLineStart(lastByte(before: position, overLines: false) + 1)
    case .wordStart: isWordStart
    case .operand: isOperandExpected
    case .beforeLetter: CompiledWords.isLetter(byte(at: end))
    case .operandBeforeMarkup:
      (CompiledWords.isLetter(byte(at: end)) || byte(at: end) == UInt8(ascii: ">"))
        && isOperandExpected
    case .numberStart:
      byte(at: end).isASCIIDigit
        && !(position > 0
          && (code[position - 1] == UInt8(ascii: ".") || Self.isWordByte(code[position - 1])
            || endsValue(position - 1)))
    }
  }

  private var isWordStart: Bool {
    guard position > 0 else { return true }
    switch code[position - 1] {
    case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      return true
    case let byte: return byte.isASCIIWhitespace
    }
  }

  /// Whether an expression may begin at the position, judged by what stands before it.
  private var isOperandExpected: Bool {
    let last = lastByte(before: position)
    guard last >= 0 else { return true }
    if Self.isWordByte(code[last]) {
      return last + 1 == lastWordEnd && !lastWord.isValue
    }
    return !endsValue(last)
  }

  private func endsValue(_ index: Int) -> Bool {
    switch code[index] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "$"):
      true
    case UInt8(ascii: "/"): index > 0 && code[index - 1] == UInt8(ascii: "*")
    case UInt8(ascii: "+"), UInt8(ascii: "-"): index > 0 && code[index - 1] == code[index]
    default: false
    }
  }
}
