import Bytes

/// A piece of raw HTML with ends for what it begins and does not end, so that it takes nothing of
/// what follows with it.
struct ClosedMarkup {
  /// The piece, with the ends.
  let html: [UInt8]
  /// What was without an end, for messages, and where it begins in the piece; `nil` where nothing was.
  let firstOpened: (what: String, offset: Int)?

  /// Reads `html` as browsers do (WHATWG HTML §13.2.5).
  ///
  /// - Parameters:
  ///   - html: The piece.
  ///   - isEnded: Whether an element of a name has an end.
  init(_ html: [UInt8], isEnded: (String) -> Bool) {
    var closed: [UInt8] = []
    var opened: (what: String, offset: Int)?
    html.withUnsafeBufferPointer { bytes in
      var reader = GapReader(html: bytes)
      var start = 0
      while let gap = reader.nextGap(isEnded) {
        closed.append(contentsOf: bytes[start..<reader.index])
        closed.append(gap.ending)
        if let element = gap.element { closed.append(text: "</\(element)>") }
        opened = opened ?? (gap.what, gap.offset)
        start = reader.index
      }
      closed.append(contentsOf: bytes[start...])
    }
    self.html = closed
    firstOpened = opened
  }
}

/// Goes from gap to gap.
private struct GapReader {
  /// A place where an end is missing.
  struct Gap {
    /// What ends a tag or a comment.
    var ending: StaticString = ""
    /// An element that is to be ended.
    var element: String?
    /// What has no end, for messages.
    var what: String
    /// Where it begins.
    var offset: Int
  }

  private let html: UnsafeBufferPointer<UInt8>
  private(set) var index = 0

  /// Elements whose content browsers do not read as markup.
  private static let rawTextElements: Set<String> = [
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
  ]

  init(html: UnsafeBufferPointer<UInt8>) { self.html = html }

  /// The next place where an end is missing, with the reader standing there.
  mutating func nextGap(_ isEnded: (String) -> Bool) -> Gap? {
    while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard let next = byte(at: index) else { break }
      if html[index...].hasPrefix("!--") {
        guard let end = html.endOfHTMLComment(from: index + 3) else {
          return gap("-->", of: "a comment", at: start)
        }
        index = end
      } else if next.isASCIILetter {
        let name = String(utf8: takeName().map(\.asciiLowercased))
        let isRawText = GapReader.rawTextElements.contains(name)
        let ending = passAttributes()
        if isRawText, !isEnded(name) {
          return Gap(ending: ending ?? "", element: name, what: "<\(name)>", offset: start)
        }
        if let ending { return gap(ending, of: "a tag", at: start) }
        if isRawText { passRawText(of: name) }
      } else if "/!?".utf8.contains(next) {
        index += 1
        if let ending = passAttributes() { return gap(ending, of: "a tag", at: start) }
      }
    }
    index = html.count
    return nil
  }

  /// A gap at the end of the piece.
  private mutating func gap(_ ending: StaticString, of what: String, at offset: Int) -> Gap {
    index = html.count
    return Gap(ending: ending, what: what, offset: offset)
  }

  /// Passes over the rest of a tag; answers what would end it where it does not end.
  private mutating func passAttributes() -> StaticString? {
    while let next = byte(at: index) {
      index += 1
      if next == UInt8(ascii: ">") { return nil }
      if next.isASCIIWhitespace || next == UInt8(ascii: "/") { continue }
      _ = takeName(stoppingAtEquals: true)
      passWhitespace()
      guard byte(at: index) == UInt8(ascii: "=") else { continue }
      index += 1
      passWhitespace()
      guard let quote = byte(at: index) else { return ">" }
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let end = html[(index + 1)...].firstIndex(of: quote) else {
          return quote == UInt8(ascii: "'") ? "'>" : "\">"
        }
        index = end + 1
      } else {
        while let byte = byte(at: index), !byte.isASCIIWhitespace, byte != UInt8(ascii: ">") {
          index += 1
        }
      }
    }
    return ">"
  }

  /// Passes over content up to the end tag, or all of it where that stands in a later piece.
  private mutating func passRawText(of name: String) {
    while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      let rest = html[index...]
      if rest.hasPrefix("/"),
        rest.dropFirst().prefix(name.utf8.count).lazy.map(\.asciiLowercased).elementsEqual(
          name.utf8)
      {
        return
      }
    }
    index = html.count
  }

  private mutating func takeName(stoppingAtEquals: Bool = false) -> Slice<
    UnsafeBufferPointer<UInt8>
  > {
    let start = index
    while let byte = byte(at: index), !byte.isASCIIWhitespace, byte != UInt8(ascii: "/"),
      byte != UInt8(ascii: ">"), !(stoppingAtEquals && byte == UInt8(ascii: "="))
    { index += 1 }
    return html[start..<index]
  }

  private mutating func passWhitespace() {
    while let byte = byte(at: index), byte.isASCIIWhitespace { index += 1 }
  }

  private func byte(at index: Int) -> UInt8? { index < html.count ? html[index] : nil }
}
