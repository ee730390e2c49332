import Bytes

extension CodeLanguage {
  static let html = CodeLanguage("HTML", "html", "htm", "xhtml", "vue", "svelte") { .html }
  static let xml = CodeLanguage(
    "XML", "xml", "svg", "xsd", "xslt", "xsl", "rss", "atom", "plist", "mathml"
  ) { .xml }
}

extension Grammar {
  fileprivate static let html = Grammar(.html)
  fileprivate static let xml = Grammar(Markup.modes(embedding: []))
}

extension [Mode] {
  /// The modes of HTML with those of the style sheets and scripts in it.
  static let html =
    Markup.modes(embedding: [
      .scan("<", Markup.openRawText("script"), into: "script", as: .keyword),
      .scan("<", Markup.openRawText("style"), into: "style", as: .keyword),
    ]) + [
      Markup.tag(
        "script", end: .scan(">", Markup.beginRegion("script"), into: "js.code", as: .keyword)),
      Markup.tag(
        "style", end: .scan(">", Markup.beginRegion("style"), into: "css.code", as: .keyword)),
    ] + [Mode].css.prefixed("css.")
    + [Mode].javaScript(JavaScript.words, hasMarkup: false).prefixed("js.")
}

/// The parts of markup languages.
enum Markup {
  /// The modes of markup, with rules for elements whose content is another language.
  static func modes(embedding rules: [Rule]) -> [Mode] {
    [
      Mode(
        name: "text",
        rules: rules + [
          .enter("<!--", "comment", .comment),
          .enter("<![CDATA[", "characterData", .heading),
          .enter("<!", "declaration", .heading),
          .enter("<?", "instruction", .heading),
          .scan("<", readTagName, into: "tag", as: .keyword),
          .scan("&", readReference, as: .variable),
        ]),
      tag("tag", end: .leave(">", .keyword)),
      .comment(end: "-->"),
      Mode(name: "characterData", text: .string, rules: [.leave("]]>", .heading)]),
      Mode(name: "declaration", text: .heading, rules: [.leave(">", .heading)]),
      Mode(name: "instruction", text: .heading, rules: [.leave("?>", .heading)]),
      .string("attributeDouble", end: "\"", isMultiLine: true, []),
      .string("attributeSingle", end: "'", isMultiLine: true, []),
    ]
  }

  /// The inside of a tag: attributes.
  static func tag(_ name: ModeName, end: Rule) -> Mode {
    Mode(
      name: name, words: Words(extraBytes: "-:.@", call: .attribute, otherwise: .attribute),
      rules: [
        .enter("\"", "attributeDouble", .string),
        .enter("'", "attributeSingle", .string),
        .scan("=", readBareValue, as: .string),
        .leave("/>", .keyword), end,
        // A tag that is not closed ends where the next begins.
        .leaveBefore("<"),
      ])
  }

  /// `<name` or `</name`.
  private static let readTagName: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 1
    if tokenizer.byte(at: end) == UInt8(ascii: "/") { end += 1 }
    guard CompiledWords.isLetter(tokenizer.byte(at: end)) else { return false }
    while Tokenizer.isWordByte(tokenizer.byte(at: end))
      || [0x2D, 0x2E, 0x3A].contains(tokenizer.byte(at: end))
    { end += 1 }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    tokenizer.enter(target.mode, target.tokenClass)
    return true
  }

  /// The start of an element whose content is not markup.
  static func openRawText(_ name: StaticString) -> Rule.ScanFunction {
    { tokenizer, target in
      let end = tokenizer.position + 1 + name.utf8CodeUnitCount
      guard tokenizer.hasName(name, at: tokenizer.position + 1) else { return false }
      tokenizer.colour(upTo: end, as: target.tokenClass)
      tokenizer.enter(target.mode, target.tokenClass)
      return true
    }
  }

  /// The end of a start tag, after which another language goes on up to the end tag.
  static func beginRegion(_ name: StaticString) -> Rule.ScanFunction {
    { tokenizer, target in
      tokenizer.colour(upTo: tokenizer.position + 1, as: target.tokenClass)
      tokenizer.leave()
      var end = tokenizer.position
      while end < tokenizer.limit {
        if tokenizer.code[end] == UInt8(ascii: "<"),
          tokenizer.byte(at: end + 1) == UInt8(ascii: "/"), tokenizer.hasName(name, at: end + 2)
        {
          break
        }
        end += 1
      }
      tokenizer.enterRegion(target.mode, upTo: end)
      return true
    }
  }

  /// `=` and a value without quotes.
  private static let readBareValue: Rule.ScanFunction = { tokenizer, target in
    tokenizer.colour(upTo: tokenizer.endOfBlanks(from: tokenizer.position + 1), as: .plain)
    var end = tokenizer.position
    if [0x22, 0x27, 0x3C].contains(tokenizer.byte(at: end)) { return true }
    while end < tokenizer.limit, !tokenizer.code[end].isASCIIWhitespace,
      tokenizer.code[end] != UInt8(ascii: ">")
    { end += 1 }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }

  /// `&amp;`, `&#38;` or `&#x26;`.
  private static let readReference: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 1
    if tokenizer.byte(at: end) == UInt8(ascii: "#") { end += 1 }
    while tokenizer.byte(at: end).isASCIIAlphanumeric, end < tokenizer.position + 34 { end += 1 }
    guard tokenizer.byte(at: end) == UInt8(ascii: ";"), end > tokenizer.position + 1 else {
      return false
    }
    tokenizer.colour(upTo: end + 1, as: target.tokenClass)
    return true
  }
}

extension Tokenizer {
  /// Whether an element's whole name stands at `start`, in letters of any case.
  fileprivate func hasName(_ name: StaticString, at start: Int) -> Bool {
    let count = name.utf8CodeUnitCount
    guard start + count <= limit else { return false }
    for offset in 0..<count where code[start + offset].asciiLowercased != name.utf8Start[offset] {
      return false
    }
    let next = byte(at: start + count)
    return !Self.isWordByte(next) && next != UInt8(ascii: "-")
  }
}
