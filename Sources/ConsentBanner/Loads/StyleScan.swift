import Bytes

/// What a style sheet would load from other hosts, and what of the portal's own files (CSS Syntax Level 3).
package struct StyleScan {
  /// Gives the new address of what is loaded from no other host, by its address and where that is written;
  /// `nil` leaves it as it is.
  package typealias Relocation = (_ address: [UInt8], _ range: Range<Int>) -> [UInt8]?

  package private(set) var loads: [RemoteLoad] = []
  /// The style sheet without them, with as many lines.
  package private(set) var cleaned: [UInt8] = []

  private let bytes: [UInt8]
  private let relocation: Relocation
  private var place = 0
  /// The functions that are open, in lower case; a bare parenthesis has no name.
  private var functions: [String] = []

  /// Looks through a style sheet, or through the declarations of a `style` attribute.
  ///
  /// - Parameters:
  ///   - bytes: What is looked through.
  ///   - relocation: Moves what it loads of the portal's own files.
  package init(_ bytes: [UInt8], relocation: @escaping Relocation = { _, _ in nil }) {
    self.bytes = bytes
    self.relocation = relocation
    while place < bytes.count { step() }
  }

  private mutating func step() {
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "/") where bytes[place...].hasPrefix("/*"):
      copy(through: endOfComment(from: place))
    case UInt8(ascii: "\""), UInt8(ascii: "'"): string()
    case UInt8(ascii: "@"): atRule()
    case UInt8(ascii: ")"):
      _ = functions.popLast()
      copy(through: place + 1)
    case UInt8(ascii: "("):
      functions.append("")
      copy(through: place + 1)
    default:
      if isName(byte) { name() } else { copy(through: place + 1) }
    }
  }

  private mutating func copy(through end: Int) {
    cleaned += bytes[place..<end]
    place = end
  }

  /// Leaves out what goes up to `end`, but for its line ends.
  private mutating func leaveOut(through end: Int, writing text: StaticString) {
    cleaned.append(text)
    cleaned += bytes[place..<end].filter { $0 == UInt8(ascii: "\n") }
    place = end
  }

  private func endOfComment(from start: Int) -> Int {
    var index = start + 2
    while index < bytes.count, !bytes[index...].hasPrefix("*/") { index += 1 }
    return min(bytes.count, index + 2)
  }

  private func isName(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "\\") || byte >= 0x80
  }

  /// Reads escapes and other characters while they fit; gives the words and where they end.
  private func words(from start: Int, while fits: (UInt8) -> Bool) -> (words: [UInt8], end: Int) {
    var words: [UInt8] = []
    var index = start
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        guard fits(bytes[index]) else { break }
        words.append(bytes[index])
        index += 1
        continue
      }
      let digits = bytes[(index + 1)...].prefix(6).prefix { $0.isASCIIHexDigit }
      if let number = UInt32(String(utf8: digits), radix: 16) {
        words += Array(String(Character(Unicode.Scalar(number) ?? "\u{FFFD}")).utf8)
        index = digits.endIndex
        if index < bytes.count, bytes[index].isASCIIWhitespace { index += 1 }
      } else {
        if index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "\n") {
          words.append(bytes[index + 1])
        }
        index += 2
      }
    }
    return (words, min(index, bytes.count))
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// A string from its quote; gives its words and the place after it.
  private func quoted(from start: Int) -> (words: [UInt8], end: Int) {
    let quote = bytes[start]
    let (words, end) = words(from: start + 1) { $0 != quote && $0 != UInt8(ascii: "\n") }
    return (words, min(bytes.count, end + 1))
  }

  private mutating func string() {
    let (words, end) = quoted(from: place)
    let loads =
      functions.last.map { $0.hasSuffix("image-set") || $0 == "src" || $0 == "url" } ?? false
    if loads, ForeignAddress(words) != nil {
      note("an image", words, through: end)
      leaveOut(through: end, writing: "\"\"")
    } else if loads, let address = relocation(words, place..<end) {
      write(address, through: end)
    } else {
      copy(through: end)
    }
  }

  private mutating func name() {
    let (name, end) = lowercasedName(from: place)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "(") else { return copy(through: end) }
    guard name == "url" || name == "src" else {
      functions.append(name)
      return copy(through: end + 1)
    }
    let (address, close) = url(from: end + 1)
    if ForeignAddress(address) != nil {
      note("a picture or font", address, through: close)
      leaveOut(through: close, writing: "none")
    } else if let new = relocation(address, place..<close) {
      cleaned.append("url(")
      write(new, through: close)
      cleaned.append(")")
    } else {
      copy(through: close)
    }
  }

  /// Writes an address, percent-encoded, in place of what goes up to `end`.
  private mutating func write(_ address: [UInt8], through end: Int) {
    cleaned.append("\"")
    cleaned += address
    cleaned.append("\"")
    place = end
  }

  /// The address in `url(…)` from after the parenthesis, and the place after the closing one.
  private func url(from start: Int) -> (address: [UInt8], end: Int) {
    var index = start
    while index < bytes.count, bytes[index].isASCIIWhitespace { index += 1 }
    var address: [UInt8] = []
    if index < bytes.count, isQuote(bytes[index]) {
      (address, index) = quoted(from: index)
    } else {
      (address, index) = words(from: index) { $0 != UInt8(ascii: ")") }
    }
    let close = bytes[index...].firstIndex(of: UInt8(ascii: ")")) ?? bytes.count - 1
    return (Array(address.trimmingASCIIWhitespace), close + 1)
  }

  private mutating func atRule() {
    let (name, end) = lowercasedName(from: place + 1)
    switch name {
    case "import": importRule(from: end)
    case "namespace": copy(through: endOfNamespace(from: end))
    default: copy(through: max(end, place + 1))
    }
  }

  private mutating func importRule(from start: Int) {
    let index = skippingSpace(from: start)
    var (address, end): ([UInt8], Int) = ([], index)
    if index < bytes.count, isQuote(bytes[index]) {
      (address, end) = quoted(from: index)
    } else if let open = endOfURLName(from: index) {
      (address, end) = url(from: open)
    }
    guard ForeignAddress(address) != nil else { return copy(through: start) }
    let stop = bytes[end...].firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? bytes.count
    note("a style sheet", address, through: stop)
    leaveOut(through: stop, writing: "")
  }

  /// Where what names a namespace ends, which looks like an address and loads nothing.
  private func endOfNamespace(from start: Int) -> Int {
    let index = skippingSpace(from: start)
    let afterPrefix = skippingSpace(from: lowercasedName(from: index).end)
    guard let open = endOfURLName(from: index) ?? endOfURLName(from: afterPrefix) else {
      return start
    }
    return url(from: open).end
  }

  /// The place after `url(`, or `nil` where something else stands.
  private func endOfURLName(from start: Int) -> Int? {
    let (name, end) = lowercasedName(from: start)
    guard name == "url" || name == "src", end < bytes.count, bytes[end] == UInt8(ascii: "(") else {
      return nil
    }
    return end + 1
  }

  private func lowercasedName(from start: Int) -> (name: String, end: Int) {
    let (words, end) = words(from: start, while: isName)
    return (String(utf8: words.map(\.asciiLowercased)), end)
  }

  /// The place after white space and comments.
  private func skippingSpace(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index].isASCIIWhitespace {
        index += 1
      } else if bytes[index...].hasPrefix("/*") {
        index = endOfComment(from: index)
      } else {
        return index
      }
    }
    return index
  }

  private mutating func note(_ what: String, _ address: [UInt8], through end: Int) {
    loads.append(RemoteLoad(what: what, address: String(utf8: address), range: place..<end))
  }
}
