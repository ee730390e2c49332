import Bytes

/// The words of a text with how often each occurs.
///
/// A word is a run of letters, digits and marks of any script, or one ideograph.
struct Words {
  private(set) var counts: [[UInt8]: Int] = [:]

  private enum Kind {
    case letter
    case ideograph
    case other
  }

  /// Counts the words of some UTF-8.
  init(_ text: [UInt8]) {
    var word: [UInt8] = []
    var index = 0
    while index < text.count {
      let length = Words.length(ofScalarFrom: text[index])
      let scalar = text[index..<min(index + length, text.count)]
      let kind = Words.kind(of: scalar)
      if kind != .letter, !word.isEmpty {
        counts[word, default: 0] += 1
        word.removeAll(keepingCapacity: true)
      }
      if kind == .letter { word += scalar }
      if kind == .ideograph { counts[Array(scalar), default: 0] += 1 }
      index += length
    }
    if !word.isEmpty { counts[word, default: 0] += 1 }
  }

  private static func length(ofScalarFrom byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  private static func kind(of scalar: ArraySlice<UInt8>) -> Kind {
    guard let first = scalar.first else { return .other }
    if first < 0x80 { return first.isASCIIAlphanumeric ? .letter : .other }
    guard let value = String(decoding: scalar, as: UTF8.self).unicodeScalars.first else {
      return .other
    }
    if value.properties.isIdeographic { return .ideograph }
    switch value.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber, .otherSymbol:
      return .letter
    default: return .other
    }
  }
}

extension Words {
  /// The words of which this text has more than a page: `word ×missing`, ordered.
  ///
  /// A tag within a word parts it or does not (`**a**b`, `x<sub>2</sub>`): either way of reading will do.
  func missing(in page: PageText) -> [String] {
    let parted = Words(page.parted).counts
    let joined = Words(page.joined).counts
    return counts.compactMap { word, count in
      let found = max(parted[word] ?? 0, joined[word] ?? 0)
      return found < count ? "\(String(decoding: word, as: UTF8.self)) ×\(count - found)" : nil
    }.sorted()
  }
}

/// The text of a page, and its addresses.
struct PageText {
  /// With a space for every tag.
  private(set) var parted: [UInt8] = []
  /// With nothing for a tag.
  private(set) var joined: [UInt8] = []
  /// The values of `href` and `src`.
  private(set) var addresses: [String] = []

  /// Reads a page's HTML, which is taken as well-formed.
  init(_ html: [UInt8]) {
    var rest = html[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "<") {
        let tag = PageText.tag(from: rest)
        read(tag)
        rest = rest[tag.endIndex...]
      } else if byte == UInt8(ascii: "&"),
        let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";"))
      {
        // Only what HTML must escape is escaped, and that is no letter.
        append(0x20)
        rest = rest[(end + 1)...]
      } else {
        append(byte)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    parted.append(byte)
    joined.append(byte)
  }

  /// The tag at the start of some bytes, with what stands in quotes.
  private static func tag(from bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var quote: UInt8?
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: ">") { return bytes[...index] }
        if byte == UInt8(ascii: "\"") { quote = byte }
      }
    }
    return bytes
  }

  private mutating func read(_ tag: ArraySlice<UInt8>) {
    parted.append(0x20)
    let parts = tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    for index in stride(from: 1, to: parts.count, by: 2) {
      let name = parts[index - 1].split(separator: 0x20).last ?? []
      switch String(decoding: name, as: UTF8.self) {
      case "href=", "src=": addresses.append(String(decoding: parts[index], as: UTF8.self))
      case "alt=", "title=":
        // The words of a picture stand apart from those around it.
        for byte in [0x20] + parts[index] + [0x20] { append(byte) }
      default: continue
      }
    }
  }
}
