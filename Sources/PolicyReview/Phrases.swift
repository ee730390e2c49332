import Bytes

/// Forms of words that say one thing, of which a text need only have one.
///
/// A form is words in lower case: `*` stands for the rest of a word on either side, `|` between words for a choice,
/// `…` for up to twelve words of the same sentence, `#` for a number, `##` and more for one of as many digits, and
/// `@` for a mail address.
struct Phrases: Sendable {
  private let forms: [[Part]]
  /// For each byte whether the first word of a form may begin with it, since most words begin no form.
  private let beginnings: [Bool]

  private enum Part: Sendable {
    case word([Word])
    case gap
  }

  private enum Word: Sendable {
    case exact([UInt8])
    case beginning([UInt8])
    case ending([UInt8])
    case middle([UInt8])
    case number(digits: Int?)
    case mailAddress

    init(_ text: Substring) {
      let bytes = Array(text.utf8.filter { $0 != UInt8(ascii: "*") })
      switch (text, text.hasPrefix("*"), text.hasSuffix("*")) {
      case ("#", _, _): self = .number(digits: nil)
      case (_, _, _) where text.hasPrefix("##"): self = .number(digits: bytes.count)
      case ("@", _, _): self = .mailAddress
      case (_, true, true): self = .middle(bytes)
      case (_, true, false): self = .ending(bytes)
      case (_, false, true): self = .beginning(bytes)
      default: self = .exact(bytes)
      }
    }

    /// The bytes that such a word may begin with.
    var beginnings: [UInt8] {
      switch self {
      case .exact(let bytes), .beginning(let bytes): Array(bytes.prefix(1))
      case .number: Array(UInt8(ascii: "0")...UInt8(ascii: "9"))
      case .ending, .middle, .mailAddress: Array(0...255)
      }
    }

    func matches(_ word: PolicyWord) -> Bool {
      let text = word.folded.utf8
      switch self {
      case .exact(let bytes): return text.count == bytes.count && text.elementsEqual(bytes)
      case .beginning(let bytes): return text.starts(with: bytes)
      case .ending(let bytes):
        return text.count >= bytes.count && text.suffix(bytes.count).elementsEqual(bytes)
      case .middle(let bytes):
        return text.count >= bytes.count && Array(text).contains(bytes: bytes)
      case .number(let digits):
        return text.allSatisfy(\.isASCIIDigit) && text.count == digits ?? text.count
      case .mailAddress: return word.gap == "@"
      }
    }
  }

  private static let longestGap = 12

  /// Reads forms.
  init(_ forms: [String]) {
    self.forms = forms.map { form in
      form.split(separator: " ").map { part in
        part == "…" ? .gap : .word(part.split(separator: "|").map(Word.init))
      }
    }
    var beginnings = [Bool](repeating: false, count: 256)
    for case .word(let choice)? in self.forms.map(\.first) {
      for byte in choice.flatMap(\.beginnings) { beginnings[Int(byte)] = true }
    }
    self.beginnings = beginnings
  }

  private func canBegin(with word: PolicyWord) -> Bool {
    word.folded.utf8.first.map { beginnings[Int($0)] } ?? false
  }

  /// Where the forms stand in a block, the first one that fits at each word, in order.
  func matches(in block: PolicyBlock) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for sentence in block.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard canBegin(with: block.words[index]),
          let end = end(in: block, at: index, before: sentence.upperBound)
        else {
          index += 1
          continue
        }
        found.append(index..<end)
        index = max(end, index + 1)
      }
    }
    return found
  }

  /// Whether a form stands in some words of a block.
  func occur(in block: PolicyBlock, within words: Range<Int>) -> Bool {
    words.contains { index in
      canBegin(with: block.words[index])
        && end(in: block, at: index, before: words.upperBound) != nil
    }
  }

  /// The end of the first form that fits at a word.
  private func end(in block: PolicyBlock, at start: Int, before end: Int) -> Int? {
    for form in forms {
      if let found = match(form[...], in: block, at: start, before: end) { return found }
    }
    return nil
  }

  /// The first place in a page.
  func first(in page: PolicyPage) -> (block: PolicyBlock, words: Range<Int>)? {
    for block in page.blocks {
      if let words = matches(in: block).first { return (block, words) }
    }
    return nil
  }

  /// The end of a form that begins at a word.
  private func match(
    _ form: ArraySlice<Part>, in block: PolicyBlock, at start: Int, before end: Int
  ) -> Int? {
    var index = start
    var form = form
    while let part = form.popFirst() {
      switch part {
      case .word(let choice):
        guard index < end, choice.contains(where: { $0.matches(block.words[index]) }) else {
          return nil
        }
        index += 1
      case .gap:
        for next in index..<min(index + Phrases.longestGap + 1, end) {
          if let last = match(form, in: block, at: next, before: end) { return last }
        }
        return nil
      }
    }
    return index
  }
}
