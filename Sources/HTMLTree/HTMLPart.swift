import Bytes

/// A part of a page for who reads its words: what a tree does not tell is where they stand in the source.
package enum HTMLPart: Sendable {
  /// Text as it stands in the source, from an offset in bytes on.
  case text([UInt8], at: Int)

  /// What a character reference at an offset stands for.
  case reference([UInt8], at: Int)
  case startTag(String, [HTMLAttribute])
  case endTag(String)

  /// The parts of a page in the order of the source, in linear time; the text of scripts and styles is left out.
  ///
  /// Offsets count in well-formed UTF-8 with line feeds only and no byte order mark; other bytes are repaired
  /// first, as ``HTMLFragment/init(parsing:)`` does, and handed back.
  package static func parts(of bytes: [UInt8]) -> (source: [UInt8], parts: [HTMLPart]) {
    let source = SourceText.repaired(bytes)
    var tokenizer = HTMLTokenizer(of: source)
    var parts: [HTMLPart] = []
    while let token = tokenizer.next(allowsCharacterData: false) {
      switch token {
      case .text(let range): append(range, of: source, to: &parts)
      case .characterData(let range):
        parts.append(.text(Array(source[range]), at: range.lowerBound))
      case .endTag(let tag): parts.append(.endTag(tag.name))
      case .startTag(let tag):
        parts.append(.startTag(tag.name, attributes(of: tag, in: source)))
        if tag.traits.contains(.escapableRawText) {
          append(tokenizer.takeRawText(of: tag.name), of: source, to: &parts)
        } else if tag.traits.contains(.rawText) {
          _ = tokenizer.takeRawText(of: tag.name)
        }
      case .comment, .doctype: break
      }
    }
    return (source, parts)
  }

  private static func append(_ range: Range<Int>, of source: [UInt8], to parts: inout [HTMLPart]) {
    var start = range.lowerBound
    var search = start
    while let ampersand = source[search..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      let rest = source[ampersand..<range.upperBound]
      search = ampersand + 1
      guard let found = CharacterReference(at: rest, isInAttribute: false) else { continue }
      if start < ampersand { parts.append(.text(Array(source[start..<ampersand]), at: start)) }
      parts.append(.reference(found.replacement, at: ampersand))
      start = ampersand + found.byteCount
      search = start
    }
    if start < range.upperBound {
      parts.append(.text(Array(source[start..<range.upperBound]), at: start))
    }
  }

  private static func attributes(of tag: HTMLTag, in source: [UInt8]) -> [HTMLAttribute] {
    tag.attributes.compactMap { attribute in
      let name = source[attribute.name]
      guard CanonicalMarkup.allows(name: name) else { return nil }
      return HTMLAttribute(
        String(utf8: name.map(\.asciiLowercased)), resolved(source[attribute.value]))
    }
  }

  private static func resolved(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = value
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<ampersand]
      let reference = CharacterReference(at: rest[ampersand...], isInAttribute: true)
      result += reference?.replacement ?? [UInt8(ascii: "&")]
      rest = rest[(ampersand + (reference?.byteCount ?? 1))...]
    }
    return result + rest
  }
}
