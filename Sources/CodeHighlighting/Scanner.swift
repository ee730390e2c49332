import Bytes

/// Functions for what a fixed text cannot open or close, shared by several languages.
enum Scanner {
  /// Opens a string by a number of quotes, after any number of `#` if `hasHashes`.
  static func openQuote(count: Int, hasHashes: Bool = false) -> Rule.ScanFunction {
    { tokenizer, target in
      var start = tokenizer.position
      if hasHashes {
        guard tokenizer.byte(at: start - 1) != UInt8(ascii: "#") else { return false }
        start = tokenizer.endOfRun(of: UInt8(ascii: "#"), from: start)
      }
      return open(&tokenizer, target, quotesAt: start, count, hashes: start - tokenizer.position)
    }
  }

  /// Opens a string by one quote or by three, after a prefix of letters.
  static func openPrefixed(
    letters: StaticString, required: StaticString, count: Int
  ) -> Rule.ScanFunction {
    let letters = [UInt8](letters)
    let required = [UInt8](required)
    return { tokenizer, target in
      var start = tokenizer.position
      while letters.contains(tokenizer.byte(at: start) | 0x20), start < tokenizer.position + 3 {
        start += 1
      }
      let prefix = tokenizer.code[tokenizer.position..<start]
      let isFitting = required.allSatisfy { letter in prefix.contains { $0 | 0x20 == letter } }
      return isFitting && open(&tokenizer, target, quotesAt: start, count)
    }
  }

  /// Takes what opens a string, up to and including its quotes, and enters it.
  static func open(
    _ tokenizer: inout Tokenizer, _ target: Rule.Target, quotesAt start: Int, _ count: Int,
    hashes: Int = 0
  ) -> Bool {
    let quote = tokenizer.byte(at: start)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      tokenizer.endOfRun(of: quote, from: start, atMost: count) == start + count
    else { return false }
    tokenizer.colour(upTo: start + count, as: target.tokenClass)
    if tokenizer.enter(target.mode, target.tokenClass) {
      tokenizer.frame.quote = quote
      tokenizer.frame.quotes = count
      tokenizer.frame.hashes = hashes
    }
    return true
  }

  /// Closes a string by the quotes and `#` that opened it.
  ///
  /// The string may end in `extraQuotes` more quotes, as its last content.
  static func closeQuote(extraQuotes: Int) -> Rule.ScanFunction {
    { tokenizer, target in
      let frame = tokenizer.frame
      guard tokenizer.byte(at: tokenizer.position) == frame.quote else { return false }
      let most = frame.quotes > 1 && frame.hashes == 0 ? frame.quotes + extraQuotes : frame.quotes
      let quotesEnd = tokenizer.endOfRun(of: frame.quote, from: tokenizer.position, atMost: most)
      let hash = UInt8(ascii: "#")
      let end = tokenizer.endOfRun(of: hash, from: quotesEnd, atMost: frame.hashes)
      let isWhole =
        quotesEnd - tokenizer.position >= frame.quotes && end - quotesEnd == frame.hashes
      tokenizer.colour(upTo: end, as: target.tokenClass)
      if isWhole { tokenizer.leave() }
      return true
    }
  }

  /// A character in quotes, if it is one: `'x'`, `'\n'`, `'\u{1F600}'`; not a lifetime.
  static let character: Rule.ScanFunction = { tokenizer, target in
    let start = tokenizer.position + 1
    guard start < tokenizer.limit, tokenizer.code[start] != UInt8(ascii: "'") else { return false }
    var end = tokenizer.endOfCharacter(at: start)
    if tokenizer.code[start] == UInt8(ascii: "\\") {
      end = tokenizer.endOfCharacter(at: end)
      while end < tokenizer.limit, end < start + 12, tokenizer.code[end] != UInt8(ascii: "'") {
        end += 1
      }
    }
    guard tokenizer.byte(at: end) == UInt8(ascii: "'") else { return false }
    tokenizer.colour(upTo: end + 1, as: target.tokenClass)
    return true
  }

  /// The slash that ends a regular expression, with the letters after it.
  static let closeRegex: Rule.ScanFunction = { tokenizer, target in
    let end = tokenizer.endOfWord(from: tokenizer.position + 1)
    tokenizer.colour(upTo: end, as: target.tokenClass)
    tokenizer.leave()
    return true
  }

  /// A string that is a key if `follower` comes after it.
  static func keyOrString(
    before follower: UInt8, hasEscapes: Bool = true, doublesQuote: Bool = false,
    isMultiLine: Bool = false
  ) -> Rule.ScanFunction {
    { tokenizer, target in
      let quote = tokenizer.code[tokenizer.position]
      var end = tokenizer.position + 1
      while end < tokenizer.limit {
        let byte = tokenizer.code[end]
        if !isMultiLine, byte == 0x0A || byte == 0x0D { break }
        end =
          hasEscapes && byte == UInt8(ascii: "\\") ? tokenizer.endOfCharacter(at: end + 1) : end + 1
        guard byte == quote else { continue }
        guard doublesQuote, tokenizer.byte(at: end) == quote else { break }
        end += 1
      }
      let isKey = tokenizer.byte(at: tokenizer.endOfBlanks(from: end)) == follower
      tokenizer.colour(upTo: end, as: isKey ? .property : target.tokenClass)
      return true
    }
  }
}
