import Bytes

/// The rules for text that browsers read without references up to the end tag of its element.
struct RawText {
  /// The element: `script`, `style`, `iframe`, `noembed`, `noframes` or `xmp`.
  let element: String

  /// Whether the text must hold no markup at all: see ``ElementNamespace/guardsRawText(in:)``.
  let isGuarded: Bool

  init(of element: String, isGuarded: Bool) {
    self.element = element
    self.isGuarded = isGuarded
  }

  /// `text` changed so that the element ends where it should: a `<` that could end it early or open
  /// markup is escaped in the element's own language.
  func contained(_ text: [UInt8]) -> [UInt8] {
    let isUnsafe =
      isGuarded
      ? text.contains(UInt8(ascii: "<"))
      : Self.end(of: text[...], in: element, assumingEndTag: true) != text.count
    guard isUnsafe else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 16)
    for index in text.indices {
      if text[index] == UInt8(ascii: "<"), opensMarkup(text[(index + 1)...]) {
        result.append(escape)
      } else {
        result.append(text[index])
      }
    }
    return result
  }

  private var escape: StaticString {
    switch element {
    case "script": "\\x3C"
    case "style": "\\3C "
    default: "&lt;"
    }
  }

  private func opensMarkup(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return false }
    if isGuarded { return first.isASCIILetter || first == 0x2F || first == 0x21 || first == 0x3F }
    if first == UInt8(ascii: "/") { return rest.dropFirst().startsWithName(element) }
    return element == "script" && (rest.hasPrefix("!--") || rest.startsWithName("script"))
  }

  /// Where the text of `element` that starts with `bytes` ends: the index of its end tag, or of the
  /// end (WHATWG HTML §13.2.5.4 and §13.2.5.15 to §13.2.5.31, script data double escaped).
  ///
  /// Where an end tag is assumed to follow `bytes` but would not end the text, nil.
  static func end(
    of bytes: ArraySlice<UInt8>, in element: String, assumingEndTag: Bool = false
  ) -> Int? {
    let isScript = element == "script"
    var isEscaped = false
    var isDoubleEscaped = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      defer { index += 1 }
      if isScript, isEscaped, byte == UInt8(ascii: "-"), bytes[index...].hasPrefix("-->") {
        isEscaped = false
        isDoubleEscaped = false
      }
      guard byte == UInt8(ascii: "<") else { continue }
      let rest = bytes[(index + 1)...]
      if rest.first == UInt8(ascii: "/"), rest.dropFirst().startsWithTag(element) {
        if !isDoubleEscaped { return index }
        isDoubleEscaped = false
      } else if isScript, !isEscaped, rest.hasPrefix("!--") {
        isEscaped = true
      } else if isScript, isEscaped, rest.startsWithTag("script") {
        isDoubleEscaped = true
      }
    }
    return assumingEndTag && isDoubleEscaped ? nil : bytes.endIndex
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes begin with `name`, letters of any case.
  fileprivate func startsWithName(_ name: String) -> Bool {
    count >= name.utf8.count && zip(self, name.utf8).allSatisfy { $0.asciiLowercased == $1 }
  }

  /// Whether the bytes begin with `name` and what ends the name of a tag.
  fileprivate func startsWithTag(_ name: String) -> Bool {
    guard startsWithName(name) else { return false }
    guard let next = dropFirst(name.utf8.count).first else { return false }
    return next.isASCIIWhitespace || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }
}
