import Bytes

/// Takes the words of a file.
protocol WordSink {
  /// A word that ends: its folded letters as a number, how much it counts, and where it stands.
  mutating func word(_ hash: UInt64, weight: Int, at range: Range<Int>)
  /// Something that sets words apart on a page: a tag, or the quotes of a string.
  mutating func boundary()
  /// What follows does not continue what was before.
  mutating func reset()
}

/// Reads the words of a file as people see them: in small letters, without markup, references and
/// escapes.
///
/// Words are runs of letters and digits; a sign of a script that writes no spaces is a word of half
/// the weight. Tags within a line such as `<b>` do not part a word, others do. Comments, the words of
/// attributes and scripts are read by themselves, after the text.
struct WordScanner {
  /// How a file is written.
  enum Form {
    /// HTML, XML and SVG.
    case markup
    /// JSON, scripts, style sheets and plain text.
    case data
  }

  /// The number of a word of no letters.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// Whether what our own pages say around quizzes and notes is passed over.
  var omitsInterface = false
  /// Whether only the text is read, and nothing of attributes, comments and scripts.
  var readsOnlyText = false

  private var hash = seed
  private var start = -1
  /// What is read after the text: attributes' values, comments, scripts.
  private var later: [(Range<Int>, Form)] = []
  /// Where no comment ends.
  private var openComments: (start: Int, end: Int)?
  private var folded: [FoldedScalar] = []
  private var folding = FoldingTable()

  /// Reads a file.
  mutating func scan<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, as form: Form, into sink: inout Sink
  ) {
    later = []
    openComments = nil
    sink.reset()
    read(bytes, bytes.indices, form, &sink)
    if readsOnlyText { return }
    // Reading later parts may find more of them: a script that holds HTML.
    var next = 0
    while next < later.count {
      let (range, form) = later[next]
      next += 1
      sink.reset()
      read(bytes, range, form, &sink)
    }
  }

  /// The number of some letters and digits of ASCII, as a word.
  static func hash(of word: StaticString) -> UInt64 {
    word.withUTF8Buffer { $0.reduce(seed) { ($0 ^ UInt64($1.asciiLowercased)) &* prime } }
  }

  private mutating func read<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ form: Form, _ sink: inout Sink
  ) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      if byte.isASCIIAlphanumeric {
        if start < 0 { start = index }
        hash = (hash ^ UInt64(byte.asciiLowercased)) &* WordScanner.prime
        index += 1
        continue
      }
      switch byte {
      case 0x80...: index = other(bytes, index, end, &sink)
      case UInt8(ascii: "<"): index = tag(bytes, index, end, form, &sink)
      case UInt8(ascii: "&"): index = reference(bytes, index, end, &sink)
      case UInt8(ascii: "\\") where form == .data: index = escape(bytes, index, end, &sink)
      default:
        endWord(at: index, &sink)
        if byte == UInt8(ascii: "\""), form == .data { sink.boundary() }
        index += 1
      }
    }
    endWord(at: end, &sink)
  }

  @inline(__always)
  private mutating func endWord<Sink: WordSink>(at index: Int, _ sink: inout Sink) {
    guard start >= 0 else { return }
    sink.word(hash, weight: 2, at: start..<index)
    start = -1
    hash = WordScanner.seed
  }

  /// Takes a letter that was written in another way than as itself.
  private mutating func take<Sink: WordSink>(
    _ scalar: Unicode.Scalar, at range: Range<Int>, _ sink: inout Sink
  ) {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return
    default: break
    }
    if (0xAC00...0xD7A3).contains(scalar.value) {
      // Korean parts its words by spaces; a syllable is a letter of them.
      if start < 0 { start = range.lowerBound }
      hash = (hash ^ UInt64(scalar.value)) &* WordScanner.prime
      return
    }
    folded.removeAll(keepingCapacity: true)
    folding.append(scalar, to: &folded)
    for part in folded {
      if part.isPairPart {
        endWord(at: range.lowerBound, &sink)
        let sign = (WordScanner.seed ^ UInt64(part.value)) &* WordScanner.prime
        sink.word(sign, weight: 1, at: range)
      } else if part.isWordPart || part.value == FoldedScalar.capitalSigma.value {
        if start < 0 { start = range.lowerBound }
        // The forms of a sigma are one letter.
        let isSigma = part.value == FoldedScalar.capitalSigma.value || part.value == 0x3C2
        hash = (hash ^ UInt64(isSigma ? 0x3C3 : part.value)) &* WordScanner.prime
      } else {
        endWord(at: range.lowerBound, &sink)
      }
    }
  }

  /// Reads a character beyond ASCII, and tells where the next begins.
  private mutating func other<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ sink: inout Sink
  ) -> Int {
    let first = bytes[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + length <= end else { return index + 1 }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    if let scalar = Unicode.Scalar(value) { take(scalar, at: index..<(index + length), &sink) }
    return index + length
  }
}

// MARK: What stands for something else

extension WordScanner {
  /// Reads `&amp;` or `&#233;`; of named ones, only letters would matter, and pages name none.
  private mutating func reference<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ sink: inout Sink
  ) -> Int {
    let limit = min(end, index + 12)
    guard let close = bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      endWord(at: index, &sink)
      return index + 1
    }
    let name = bytes[(index + 1)..<close]
    if name.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
      let text = String(utf8: isHexadecimal ? digits.dropFirst() : digits)
      if let value = UInt32(text, radix: isHexadecimal ? 16 : 10),
        let scalar = Unicode.Scalar(value)
      {
        take(scalar, at: index..<(close + 1), &sink)
        return close + 1
      }
    }
    endWord(at: index, &sink)
    return name.allSatisfy(\.isASCIIAlphanumeric) ? close + 1 : index + 1
  }

  /// Reads `\n` or `\u00e9` of a string.
  private mutating func escape<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ sink: inout Sink
  ) -> Int {
    guard index + 1 < end else {
      endWord(at: index, &sink)
      return end
    }
    if bytes[index + 1] == UInt8(ascii: "u"), index + 6 <= end,
      let value = UInt32(String(utf8: bytes[(index + 2)..<(index + 6)]), radix: 16)
    {
      if let scalar = Unicode.Scalar(value) { take(scalar, at: index..<(index + 6), &sink) }
      return index + 6
    }
    endWord(at: index, &sink)
    return "nrtbf\"\\/".utf8.contains(bytes[index + 1]) ? index + 2 : index + 1
  }
}

// MARK: Tags

extension WordScanner {
  /// Elements that stand within a line and may begin or end in the midst of a word.
  private static let inline: [UInt64] = [
    "span", "a", "code", "em", "strong", "small", "b", "i", "s", "u", "q", "abbr", "bdi", "bdo",
    "cite", "data", "del", "dfn", "ins", "kbd", "mark", "samp", "sub", "sup", "time", "tspan",
    "var", "wbr",
  ].map { (name: String) in packed(name.utf8) }
  private static let script = packed("script".utf8)
  private static let style = packed("style".utf8)

  /// The last eight bytes of a name as a number, in small letters.
  private static func packed(_ name: some Collection<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1.asciiLowercased) }
  }

  /// Attributes whose values are addresses and names, not words.
  private static let wordless: Set<String> = [
    "href", "src", "srcset", "id", "class", "for", "name", "rel", "type", "action", "d", "style",
    "points", "viewbox", "transform", "xmlns", "data-root",
  ]

  /// Reads from a `<` on: a tag, a comment or just a sign; tells where to go on.
  private mutating func tag<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ form: Form,
    _ sink: inout Sink
  ) -> Int {
    let rest = bytes[index..<end]
    if rest.starts(with: "<!--".utf8) {
      if let close = commentEnd(in: bytes, from: index + 4, to: end) {
        later.append(((index + 4)..<close, .data))
        return close + 3
      }
      if form == .markup {
        later.append(((index + 4)..<end, .data))
        return end
      }
      // In what is read later it is a sign: put aside again, the rest would be read once for each of them.
      endWord(at: index, &sink)
      return index + 4
    }
    if rest.starts(with: "<![CDATA[".utf8) { return index + 9 }
    var name = index + 1
    if name < end, bytes[name] == UInt8(ascii: "/") { name += 1 }
    let isTag =
      name < end && (bytes[name].isASCIILetter || "!?".utf8.contains(bytes[name]))
    guard isTag, let close = closing(bytes, name, end, form, &later) else {
      endWord(at: index, &sink)
      return index + 1
    }
    var stop = name
    while stop < close, bytes[stop].isASCIIAlphanumeric { stop += 1 }
    let element = WordScanner.packed(bytes[name..<stop])
    if !WordScanner.inline.contains(element) { endWord(at: index, &sink) }
    sink.boundary()
    guard form == .markup, bytes[index + 1] != UInt8(ascii: "/") else { return close + 1 }
    if element == WordScanner.script || element == WordScanner.style {
      let stop = find("</", in: bytes, from: close + 1, to: end) ?? end
      later.append(((close + 1)..<stop, .data))
      return stop
    }
    if omitsInterface, let stop = interface(bytes, index, close, end) {
      sink.reset()
      return stop
    }
    return close + 1
  }

  /// The `>` of a tag; values of attributes that hold words are put aside.
  ///
  /// In a script or a text, `<` may be a sign: there a tag is short and on one line.
  private func closing(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ form: Form,
    _ later: inout [(Range<Int>, Form)]
  ) -> Int? {
    let limit = form == .markup ? end : min(end, start + 400)
    var index = start
    var found: [Range<Int>] = []
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        later += found.map { ($0, .data) }
        return index
      }
      if form == .data, byte == UInt8(ascii: "\n") { return nil }
      guard byte == UInt8(ascii: "="), index + 1 < limit,
        bytes[index + 1] == UInt8(ascii: "\"") || bytes[index + 1] == UInt8(ascii: "'")
      else {
        index += 1
        continue
      }
      let value = index + 2
      guard let close = bytes[value..<limit].firstIndex(of: bytes[index + 1]) else { return nil }
      if bytes[value..<close].contains(UInt8(ascii: " ")) {
        var name = index
        while name > start, bytes[name - 1] > 0x20 { name -= 1 }
        let attribute = String(utf8: bytes[name..<index].map(\.asciiLowercased))
        let isOurs = omitsInterface && attribute.hasPrefix("data-say-")
        if !isOurs, !WordScanner.wordless.contains(attribute) { found.append(value..<close) }
      }
      index = close + 1
    }
    return nil
  }

  /// Where the `-->` of a comment begins; it is looked for once where there is none.
  private mutating func commentEnd(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    if openComments?.end == end, openComments?.start ?? end <= start { return nil }
    let found = find("-->", in: bytes, from: start, to: end)
    if found == nil { openComments = (start, end) }
    return found
  }

  private func find(
    _ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    text.withUTF8Buffer { text in
      var index = start
      while index + text.count <= end {
        if bytes[index] == text[0], bytes[index..<(index + text.count)].elementsEqual(text) {
          return index
        }
        index += 1
      }
      return nil
    }
  }

  /// Where words of our own end that begin with the tag at `index`; `nil` for an author's.
  private func interface(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ close: Int, _ end: Int
  ) -> Int? {
    let tag = bytes[index...close]
    for (start, stop) in WordScanner.interfaces where tag.starts(with: start.utf8) {
      return find(stop, in: bytes, from: close, to: end)
    }
    return nil
  }

  /// How words of our own begin and end.
  private static let interfaces: [(start: String, stop: StaticString)] = [
    ("<p class=\"quiz-task\">", "</p>"), ("<span class=\"quiz-task\">", "</span>"),
    ("<p class=\"alert-title\">", "</p>"), ("<details class=\"quiz-", "</summary>"),
    ("<div class=\"quiz-end", "</form>"),
    ("<span class=\"embed-text\">", "<span class=\"embed-actions\">"),
    ("<span class=\"embed-actions\">", "</span></span>"),
  ]
}
