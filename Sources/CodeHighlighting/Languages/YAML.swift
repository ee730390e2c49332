import Bytes

extension CodeLanguage {
  static let yaml = CodeLanguage("YAML", "yaml", "yml") { .yaml }
}

extension Grammar {
  fileprivate static let yaml = Grammar([
    Mode(
      name: "document",
      rules: [
        .line("#", when: .wordStart),
        .mark("---", .heading, when: .lineStart),
        .mark("...", .heading, when: .lineStart),
        .line("%", .heading, when: .lineStart),
        .scan("\"", Scanner.keyOrString(before: colon, isMultiLine: true), as: .string),
        .scan(
          "'",
          Scanner.keyOrString(
            before: colon, hasEscapes: false, doublesQuote: true, isMultiLine: true),
          as: .string),
        .scan(anyOf: "|>", readBlock, as: .string),
        .scan(anyOf: "-?:", readIndicator, as: .plain),
        .scan(anyOf: "&*!", readNodeProperty, as: .attribute),
        .open("["), .open("{"), .close("]"), .close("}"), .mark(",", .plain),
        Rule(
          opener: Array(0x21...0xFF), isSet: true, tokenClass: .string, action: .scan,
          scan: readScalar),
      ])
  ])

  private static let colon = UInt8(ascii: ":")

  /// `-`, `?` or `:` alone.
  private static let readIndicator: Rule.ScanFunction = { tokenizer, target in
    guard endsWord(tokenizer.byte(at: tokenizer.position + 1)) else { return false }
    tokenizer.colour(upTo: tokenizer.position + 1, as: target.tokenClass)
    return true
  }

  /// `&anchor`, `*alias` or `!tag`.
  private static let readNodeProperty: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 1
    while end < tokenizer.limit, !tokenizer.code[end].isASCIIWhitespace,
      ![UInt8]("[]{},").contains(tokenizer.code[end])
    { end += 1 }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }

  /// A scalar without quotes: a key if a colon follows.
  private static let readScalar: Rule.ScanFunction = { tokenizer, target in
    let start = tokenizer.position
    let isInFlow = tokenizer.frame.depth > 0
    var end = start
    var isKey = false
    scan: while end < tokenizer.limit {
      let byte = tokenizer.code[end]
      switch byte {
      case 0x0A, 0x0D: break scan
      case UInt8(ascii: "#") where end > start && tokenizer.code[end - 1] == 0x20: break scan
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        if isInFlow { break scan }
      case colon:
        isKey = endsWord(tokenizer.byte(at: end + 1))
        if isKey { break scan }
      default: break
      }
      end += 1
    }
    end = max(tokenizer.lastByte(before: end) + 1, start + 1)
    let scalar = tokenizer.code[start..<end]
    tokenizer.colour(upTo: end, as: isKey ? .property : valueClass(of: scalar))
    return true
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == 0 || byte.isASCIIWhitespace
  }

  private static func valueClass(of scalar: Slice<UnsafeBufferPointer<UInt8>>) -> TokenClass {
    if constants.value(of: UnsafeBufferPointer(rebasing: scalar), ignoringCase: true) != nil {
      return .keyword
    }
    return isNumber(scalar) ? .number : .string
  }

  private static let constants = WordTable(
    ["true", "false", "null", "yes", "no", "on", "off", "~"].map { (Array($0.utf8), 0) })

  /// Whether a scalar is a number, date or time; `1.2.3` is neither.
  private static func isNumber(_ scalar: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let unsigned = scalar.first == 0x2B || scalar.first == 0x2D ? scalar.dropFirst() : scalar
    let isPrefixed = unsigned.hasPrefix("0x") || unsigned.hasPrefix("0o")
    guard
      unsigned.first?.isASCIIDigit == true
        || unsigned.first == 0x2E && unsigned.dropFirst().first?.isASCIIDigit == true
    else { return false }
    var points = 0
    return (isPrefixed ? unsigned.dropFirst(2) : unsigned).allSatisfy { byte in
      if byte == 0x2E { points += 1 }
      let isOther = isPrefixed ? (byte | 0x20) &- 0x61 < 6 : [UInt8](".+-:eTtZz_").contains(byte)
      return points < 2 && (byte.isASCIIDigit || isOther)
    }
  }
}

extension Grammar {
  /// `|` or `>` with its indicators, and the lines that are indented more than what they belong to.
  fileprivate static let readBlock: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 1
    while [UInt8]("+-123456789").contains(tokenizer.byte(at: end)), end < tokenizer.position + 3 {
      end += 1
    }
    let rest = tokenizer.endOfBlanks(from: end)
    let isComment = rest > end && tokenizer.byte(at: rest) == UInt8(ascii: "#")
    guard isComment || rest == tokenizer.endOfLine(from: rest), tokenizer.frame.depth == 0 else {
      return false
    }
    let indentation = parentIndentation(tokenizer)
    tokenizer.colour(upTo: end, as: target.tokenClass)
    if isComment {
      tokenizer.colour(upTo: rest, as: .plain)
      tokenizer.colour(upTo: tokenizer.endOfLine(from: rest), as: .comment)
    }
    tokenizer.colour(upTo: endOfBlock(tokenizer, deeperThan: indentation), as: target.tokenClass)
    return true
  }

  /// The column of the key, or of the dash, whose value begins at the position; -1 for a document.
  private static func parentIndentation(_ tokenizer: Tokenizer) -> Int {
    var start = tokenizer.position
    while !tokenizer.isLineStart(start) { start -= 1 }
    var column = start
    var parent = -1
    while column < tokenizer.position {
      let byte = tokenizer.code[column]
      if byte == 0x20 {
        column += 1
      } else if byte == UInt8(ascii: "-"), tokenizer.byte(at: column + 1) == 0x20 {
        parent = column - start
        column += 1
      } else {
        let isDocument = tokenizer.code[column...].hasPrefix("---")
        return isDocument ? -1 : column - start
      }
    }
    return parent
  }

  /// The end of the lines that are blank or begin beyond a column, without blank lines at the end.
  private static func endOfBlock(_ tokenizer: Tokenizer, deeperThan column: Int) -> Int {
    var end = tokenizer.position
    var line = end
    while line < tokenizer.limit {
      line += tokenizer.code[line] == 0x0D && tokenizer.byte(at: line + 1) == 0x0A ? 2 : 1
      let text = tokenizer.endOfRun(of: 0x20, from: line)
      let lineEnd = tokenizer.endOfLine(from: text)
      if text < lineEnd {
        guard text - line > column else { return end }
        end = lineEnd
      }
      line = lineEnd
    }
    return end
  }
}
