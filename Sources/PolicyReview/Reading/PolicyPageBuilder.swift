import Bytes

/// Makes a ``PolicyPage`` of the pieces that a reader finds.
struct PolicyPageBuilder {
  private(set) var blocks: [PolicyBlock] = []

  private var block: PolicyBlock?
  private var word: PolicyWord?
  private var link: (start: Int, destination: String)?
  private var place = (line: 1, column: 1)

  /// Begins a piece, and ends the one before.
  mutating func begin(_ kind: PolicyBlock.Kind) {
    end()
    block = PolicyBlock(kind)
  }

  /// Ends a piece; one without words is none.
  mutating func end() {
    closeWord()
    recordLink()
    // A link around several pieces is a link in each of them.
    link?.start = 0
    if var ended = block, !ended.words.isEmpty {
      ended.sentences = PolicyPageBuilder.sentences(of: ended.words)
      blocks.append(ended)
    }
    block = nil
  }

  mutating func openLink(to destination: String) {
    closeWord()
    closeLink()
    link = (block?.words.count ?? 0, destination)
  }

  mutating func closeLink() {
    closeWord()
    recordLink()
    link = nil
  }

  private mutating func recordLink() {
    guard let link, let end = block?.words.count, link.start < end else { return }
    block?.links.append((link.start..<end, link.destination))
  }

  /// Adds text as it stands in the source; outside of a piece it begins a paragraph.
  mutating func add(_ text: some Collection<UInt8>, line: Int, column: Int) {
    add(text, line: line, column: column, isVerbatim: true)
  }

  /// Adds text that follows in the source what was added last.
  mutating func add(following text: some Collection<UInt8>) {
    add(text, line: place.line, column: place.column, isVerbatim: true)
  }

  /// Adds text that stands for something else at a place.
  mutating func add(replacement text: some Collection<UInt8>, line: Int, column: Int) {
    add(text, line: line, column: column, isVerbatim: false)
  }

  private mutating func add(
    _ text: some Collection<UInt8>, line: Int, column: Int, isVerbatim: Bool
  ) {
    var (line, column) = (line, column)
    for scalar in String(utf8: text).unicodeScalars {
      let length = isVerbatim ? UTF8.width(scalar) : 0
      if scalar.isPartOfWord {
        append(scalar, length: length, line: line, column: column)
      } else if !scalar.isInvisible {
        closeWord()
        appendToGap(scalar)
      }
      column += length
      if isVerbatim, scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    place = (line, column)
  }

  private mutating func append(_ scalar: Unicode.Scalar, length: Int, line: Int, column: Int) {
    if block == nil { block = PolicyBlock(.paragraph) }
    var current = word ?? PolicyWord(line: line, column: column)
    current.text.unicodeScalars.append(scalar)
    current.folded += scalar.properties.lowercaseMapping
    if current.line == line {
      current.length = max(current.length, column + length - current.column)
    }
    word = current
  }

  private mutating func appendToGap(_ scalar: Unicode.Scalar) {
    guard let count = block?.words.count else { return }
    if count == 0 {
      if block?.opening.utf8.count ?? 16 < 16 { block?.opening.unicodeScalars.append(scalar) }
    } else if block?.words[count - 1].gap.utf8.count ?? 16 < 16 {
      block?.words[count - 1].gap.unicodeScalars.append(scalar)
    }
  }

  private mutating func closeWord() {
    if let word { block?.words.append(word) }
    word = nil
  }

  private static let abbreviations: Set = [
    "abs", "art", "co", "dr", "gem", "inc", "lit", "ltd", "mr", "mrs", "ms", "no", "nr", "sec",
    "st", "str",
  ]

  /// Cuts words after a full stop, an exclamation mark or a question mark that a capital follows.
  private static func sentences(of words: [PolicyWord]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in words.indices.dropLast() {
      let gap = words[index].gap.unicodeScalars
      guard let mark = gap.firstIndex(where: { ".!?".unicodeScalars.contains($0) }),
        gap[mark...].contains(where: \.properties.isWhitespace),
        let next = words[index + 1].text.unicodeScalars.first, !next.properties.isLowercase,
        next.properties.numericType == nil,
        words[index].text.utf8.count > 1, !abbreviations.contains(words[index].folded)
      else { continue }
      sentences.append(start..<(index + 1))
      start = index + 1
    }
    sentences.append(start..<words.count)
    return sentences
  }
}

extension Unicode.Scalar {
  /// A letter, a mark on one, or a digit.
  fileprivate var isPartOfWord: Bool {
    if isASCII { return UInt8(truncatingIfNeeded: value).isASCIIAlphanumeric }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// A soft hyphen, or what joins and separates letters without being seen.
  fileprivate var isInvisible: Bool {
    value == 0xAD || value == 0xFEFF || (0x200B...0x200D).contains(value)
  }
}
