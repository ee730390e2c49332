import Bytes

/// Words and numbers.
extension Tokenizer {
  /// Takes the word at the position.
  mutating func readWord() {
    let words = tables.words[Int(tables.modes[Int(frame.mode)].wordsIndex)]
    let start = position
    var end = start + 1
    while end < limit, tables.goesOn[words.goesOnOffset + Int(code[end])] { end += 1 }
    let value = classify(start, end, words)
    colour(upTo: end, as: value.tokenClass)
    // In `func Type.name` the name is what is declared.
    let isPrefix = value.declares != .plain && byte(at: end) == UInt8(ascii: ".")
    lastWord = value
    lastWordEnd = isPrefix ? end + 1 : end
  }

  private func classify(_ start: Int, _ end: Int, _ words: CompiledWords) -> CompiledWords.Value {
    let isMember =
      start > 0 && code[start - 1] == UInt8(ascii: ".")
      && !(start > 1 && code[start - 2] == UInt8(ascii: "."))
    if end - start <= words.maximumLength, !isMember || words.keepsKeywordsAfterPoint,
      let found = listed(start, end, words)
    {
      let isPrefix =
        lastWord.declares == .function && found.isValue && byte(at: end) == UInt8(ascii: ".")
      return isPrefix ? CompiledWords.Value(found.tokenClass, declares: .function) : found
    }
    if lastWord.declares != .plain, lastByte(before: start) == lastWordEnd - 1 {
      let isPrefix = byte(at: end) == UInt8(ascii: ".")
      return isPrefix
        ? CompiledWords.Value(shape(start, end, words, isMember), declares: lastWord.declares)
        : CompiledWords.Value(lastWord.declares)
    }
    return CompiledWords.Value(shape(start, end, words, isMember))
  }

  private func listed(_ start: Int, _ end: Int, _ words: CompiledWords) -> CompiledWords.Value? {
    let found = WordTable.value(
      of: code[start..<end], words.ignoresCase,
      UnsafeBufferPointer(rebasing: tables.slots[words.slots]),
      UnsafeBufferPointer(rebasing: tables.tails[words.tails]))
    guard let found else { return nil }
    let value = CompiledWords.Value(rawValue: found)
    return value.isSoft && !softKeywordFits(before: end) ? nil : value
  }

  /// Whether what follows goes on as after a keyword rather than as after a name.
  private func softKeywordFits(before end: Int) -> Bool {
    let next = byte(at: endOfBlanks(from: end))
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "@"), UInt8(ascii: "$"):
      return end < limit && code[end].isASCIIWhitespace
    default: return Self.isWordByte(next)
    }
  }

  /// The class of a word by its form and by what follows it.
  private func shape(
    _ start: Int, _ end: Int, _ words: CompiledWords, _ isMember: Bool
  ) -> TokenClass {
    let next = byte(at: end)
    let isCall = next == UInt8(ascii: "(")
    if isCall, isMember || words.callsMayBeCapitalized { return words.call }
    if words.capitalized != .none, namesType(start, end, words.capitalized) { return .type }
    if isCall { return words.call }
    if words.follower != 0, CompiledWords.isLetter(code[start]) {
      let index = words.followerMayBeSpaced ? endOfBlanks(from: end) : end
      let second = byte(at: index + 1)
      if byte(at: index) == words.follower, second != UInt8(ascii: "="), second != words.follower {
        return words.followedClass
      }
    }
    return words.otherwise
  }

  private func namesType(
    _ start: Int, _ end: Int, _ capitalized: Words.CapitalizedTypes
  ) -> Bool {
    guard code[start] &- 0x41 < 26 else { return false }
    if end - start == 1 { return true }
    let rest = code[start + 1..<end]
    if capitalized == .any { return !rest.contains(UInt8(ascii: "_")) }
    return rest.contains { $0 &- 0x61 < 26 }
  }

  /// Takes the number at the position.
  mutating func readNumber() {
    let extra = tables.modes[Int(frame.mode)].numberByte
    let isPrefixed = code[position] == 0x30 && byte(at: position + 1).isASCIILetter
    let exponent =
      isPrefixed && byte(at: position + 1) | 0x20 == UInt8(ascii: "x")
      ? UInt8(ascii: "p") : UInt8(ascii: "e")
    var end = position + 1
    while end < limit {
      let byte = code[end]
      let next = self.byte(at: end + 1)
      let isPart =
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: ".") && next.isASCIIDigit
        || (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
          && code[end - 1] | 0x20 == exponent && next.isASCIIDigit
        || byte == extra && extra != 0
          && (next.isASCIIAlphanumeric || extra == UInt8(ascii: "%"))
      guard isPart else { break }
      end += 1
    }
    colour(upTo: end, as: .number)
    lastWord = CompiledWords.Value(.number)
    lastWordEnd = end
  }
}
