import Bytes

/// Says in plain words what an author did when libyaml stopped, and what to do about it.
struct YAMLMistake {
  private let failure: YAMLFailure
  private let bytes: UnsafeBufferPointer<UInt8>
  private var places: YAMLPlaces
  private let trail: YAMLTrail

  /// A mistake, where it is, and the fix.
  typealias Explanation = (message: String, place: YAMLPlace, help: String)

  /// Takes what is known.
  init(
    _ failure: YAMLFailure, bytes: UnsafeBufferPointer<UInt8>, places: YAMLPlaces,
    trail: YAMLTrail
  ) {
    self.failure = failure
    self.bytes = bytes
    self.places = places
    self.trail = trail
  }

  /// The mistake in plain words.
  var explanation: Explanation {
    mutating get {
      if failure.isUnreadable { return unreadable() }
      if let found = conflict() { return found }
      let place = places.place(ofCharacter: failure.index)
      let start = places.place(ofCharacter: failure.activityIndex)
      if let found = lineSeparator(near: place) ?? lineSeparator(near: start) { return found }
      switch failure.problem {
      case "mapping values are not allowed in this context": return unexpectedColon(place)
      case "found character that cannot start any token": return unexpectedStart(place)
      case "found a tab character that violates indentation",
        "found a tab character where an indentation space is expected":
        return tab(place)
      case "found unexpected end of stream", "found unexpected document indicator":
        return unclosedQuote(places.place(ofCharacter: failure.activityIndex))
      case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
        return brokenFlow(place)
      case "did not find expected node content": return missingContent(place)
      case "could not find expected ':'":
        return missingColon(places.place(ofCharacter: failure.activityIndex))
      case "did not find expected key", "did not find expected '-' indicator",
        "did not find expected <document start>":
        return misplaced(place)
      case "block sequence entries are not allowed in this context":
        return misplacedItem(place)
      case "found unknown escape character", "did not find expected hexdecimal number",
        "found invalid Unicode character escape code":
        return badEscape(place)
      case "mapping keys are not allowed in this context": return needsQuotes(place, "? ")
      default: return byActivity(place)
      }
    }
  }

  // MARK: Kinds of mistakes

  private mutating func unreadable() -> Explanation {
    let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB ? 3 : 0
    let place = places.place(ofByte: failure.index + start)
    if failure.problem == "control characters are not allowed" {
      return (
        "there is an invisible control character here", place,
        "delete the character, or type the line again"
      )
    }
    return (
      "this is not UTF-8 text", place,
      "save the file with the encoding UTF-8"
    )
  }

  /// Where Git marked that two versions do not fit.
  private mutating func conflict() -> Explanation? {
    var start = 0
    while start < bytes.count {
      if bytes[start...].hasPrefix("<<<<<<< ") {
        return (
          "two versions of these lines do not fit, as Git marks it here",
          places.place(ofByte: start), "keep one of them, and remove the marks"
        )
      }
      start = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) + 1
    }
    return nil
  }

  /// libyaml ends a line at these characters, which no editor shows as a line's end.
  private mutating func lineSeparator(near place: YAMLPlace) -> Explanation? {
    let line = line(around: place.offset)
    let offset = line.first { offset in
      let rest = bytes[offset..<line.upperBound]
      return rest.hasPrefix("\u{2028}") || rest.hasPrefix("\u{2029}") || rest.hasPrefix("\u{85}")
    }
    guard let offset else { return nil }
    return (
      "there is an invisible line separator here", places.place(ofByte: offset),
      "delete the character, or type the line again"
    )
  }

  private func unexpectedColon(_ place: YAMLPlace) -> Explanation {
    let line = line(around: place.offset)
    let before = bytes[line.lowerBound..<place.offset]
    if let earlier = firstColon(in: before) {
      let key = String(utf8: bytes[line.lowerBound..<earlier].trimmingASCIIWhitespace)
      return (
        "the value of \"\(name(key))\" has a colon followed by a space, which begins another value",
        place, "put the whole value in quotes: \(name(key)): \"…\""
      )
    }
    return (
      "this line is indented further than the line above it, which already has a value", place,
      "indent it like the line above; or, if it belongs to that value, put the value in quotes"
    )
  }

  private func unexpectedStart(_ place: YAMLPlace) -> Explanation {
    guard place.offset < bytes.count else { return general(place) }
    let byte = bytes[place.offset]
    guard byte != UInt8(ascii: "\t") else { return tab(place) }
    return needsQuotes(place, String(utf8: CollectionOfOne(byte)))
  }

  private func needsQuotes(_ place: YAMLPlace, _ start: String) -> Explanation {
    (
      "a value cannot begin with \"\(start)\" unless it is in quotes", place,
      "put the whole value in quotes"
    )
  }

  private func tab(_ place: YAMLPlace) -> Explanation {
    (
      "there is a tab here, but YAML is indented with spaces only", place,
      "replace the tab with two spaces"
    )
  }

  private func unclosedQuote(_ place: YAMLPlace) -> Explanation {
    let quote = place.offset < bytes.count ? bytes[place.offset] : UInt8(ascii: "\"")
    let mark = String(utf8: CollectionOfOne(quote))
    return (
      "the quote that opens here is never closed", place,
      "write \(mark) at the end of the value too"
    )
  }

  private mutating func brokenFlow(_ place: YAMLPlace) -> Explanation {
    let isList = failure.problem.hasSuffix("']'")
    let close = isList ? "]" : "}"
    let start = places.place(ofCharacter: failure.activityIndex)
    guard start.line == place.line, !isAtEnd(place) else { return unclosed(start, close) }
    return (
      "a comma or \"\(close)\" is missing here", place,
      "separate the values with commas, close with \"\(close)\", and put a value that itself has"
        + " brackets, braces or commas in quotes"
    )
  }

  private func unclosed(_ start: YAMLPlace, _ close: String) -> Explanation {
    (
      close == "]"
        ? "the list that opens here is not closed, or lacks a comma"
        : "the brace that opens here is not closed, or a comma is missing after it",
      start,
      "write \"\(close)\" at its end; if it is meant as text, put the whole value in quotes"
    )
  }

  private mutating func missingContent(_ place: YAMLPlace) -> Explanation {
    let found = bytes[place.offset...].first.map { String(utf8: CollectionOfOne($0)) }
    guard let flow = trail.innermostFlow else {
      return found.map { needsQuotes(place, $0) } ?? general(place)
    }
    let start = places.place(ofCharacter: flow.start)
    guard start.line == place.line, let found, !isAtEnd(place) else {
      return unclosed(start, flow.isSequence ? "]" : "}")
    }
    guard found == "," || found == "]" || found == "}" else { return needsQuotes(place, found) }
    return (
      "a value is missing before this \"\(found)\"", place,
      "remove it, write the value, or put the text in quotes"
    )
  }

  private func missingColon(_ place: YAMLPlace) -> Explanation {
    let line = line(around: place.offset)
    let rest = bytes[place.offset..<max(line.upperBound, place.offset)]
    if rest.first == UInt8(ascii: "-") {
      return (
        "a space is missing after this \"-\"", place,
        "write \"- \" before each item of the list"
      )
    }
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon + 1 < line.upperBound,
      bytes[colon + 1] != UInt8(ascii: "/")
    {
      let key = String(utf8: bytes[place.offset..<colon])
      let value = String(utf8: bytes[(colon + 1)..<line.upperBound].trimmingASCIIWhitespace)
      return (
        "a space is missing after the colon of \"\(name(key))\"", place,
        "write \(name(key)): \(name(value))"
      )
    }
    return (
      "this line has no key: each line is \"key: value\"", place,
      "write \"key: value\"; if the line continues the value above, indent it"
    )
  }

  private mutating func misplaced(_ place: YAMLPlace) -> Explanation {
    if let scalar = trail.lastScalar, scalar.isQuoted {
      let start = places.place(ofCharacter: scalar.range.lowerBound)
      let end = places.place(ofCharacter: scalar.range.upperBound)
      if end.line == place.line, start.line < end.line {
        return (
          "the quote that opens here is closed only on line \(end.line)", start,
          "close it at the end of its own line"
        )
      }
      if end.line == place.line {
        return (
          "there is text after the closing quote", place,
          "put the whole value in one pair of quotes; inside '…' an apostrophe is written ''"
        )
      }
    }
    if isItem(place) { return misplacedItem(place) }
    let before = bytes[line(around: place.offset).lowerBound..<place.offset]
    guard before.allSatisfy({ $0 == UInt8(ascii: " ") }) else {
      return (
        "there is text after the end of the value", place,
        "put the whole value in quotes"
      )
    }
    if failure.problem == "did not find expected '-' indicator" {
      return (
        "this line stands in a list but does not begin with \"- \"", place,
        "begin it with \"- \", or indent it like the text of the item above"
      )
    }
    return (
      "this line is not indented like the lines it belongs to", place,
      "let the keys of one mapping begin in the same column"
    )
  }

  private func misplacedItem(_ place: YAMLPlace) -> Explanation {
    let line = line(around: place.offset)
    let before = bytes[line.lowerBound..<place.offset]
    if before.allSatisfy({ $0 == UInt8(ascii: " ") }) {
      return (
        "a list item stands where a key is expected", place,
        "give the key above no value of its own, and indent the items alike"
      )
    }
    return (
      "a list of \"- \" items cannot begin on the line of its key", place,
      "put each item on a line of its own; or put the value in quotes if it is text"
    )
  }

  private func badEscape(_ place: YAMLPlace) -> Explanation {
    (
      "a backslash inside \"…\" begins an escape, and this one does not exist", place,
      "write \\\\ for a backslash, or use '…', where it has no meaning"
    )
  }

  private mutating func byActivity(_ place: YAMLPlace) -> Explanation {
    let start = places.place(ofCharacter: failure.activityIndex)
    switch failure.activity {
    case "while scanning an alias": return needsQuotes(start, "*")
    case "while scanning an anchor": return needsQuotes(start, "&")
    case "while scanning a tag", "while parsing a tag": return needsQuotes(start, "!")
    case "while scanning a block scalar":
      let mark = start.offset < bytes.count && bytes[start.offset] == 0x3E ? ">" : "|"
      return (
        "\"\(mark)\" begins a block of text, so nothing else may stand on its line", start,
        "put the text on the next lines, indented; or put the value in quotes"
      )
    case "while scanning a directive", "while scanning a %YAML directive",
      "while parsing a %TAG directive":
      return needsQuotes(start, "%")
    default: return general(place)
    }
  }

  private func general(_ place: YAMLPlace) -> Explanation {
    (
      "this is not YAML (\(failure.problem))", place,
      "put values with special characters in quotes, and indent with spaces"
    )
  }

  // MARK: Source

  private func line(around offset: Int) -> Range<Int> {
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let start = bytes[..<offset].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    return start..<(bytes[offset...].firstIndex(where: isEnd) ?? bytes.count)
  }

  private func firstColon(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    line.indices.first {
      line[$0] == UInt8(ascii: ":") && $0 + 1 < line.endIndex && line[$0 + 1] == UInt8(ascii: " ")
    }
  }

  private func isAtEnd(_ place: YAMLPlace) -> Bool {
    bytes[place.offset...].allSatisfy(\.isASCIIWhitespace)
  }

  private func isItem(_ place: YAMLPlace) -> Bool {
    place.offset + 1 < bytes.count && bytes[place.offset] == UInt8(ascii: "-")
      && bytes[place.offset + 1].isASCIIWhitespace
  }

  /// The text, cut to what a message can hold.
  private func name(_ text: String) -> String {
    text.utf8.count <= 60 ? text : String(text.prefix(40)) + "…"
  }
}
