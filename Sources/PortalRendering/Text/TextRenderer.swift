import Bytes
import CommonMark
import Diagnostics
import Files

/// Turns a Markdown text into HTML in one walk, and collects what other pages need of it.
struct TextRenderer {
  let setting: TextSetting
  let math: MathSpans
  let source: [UInt8]
  /// The source's lines, found when first needed: most texts have nothing to tell.
  lazy var lines = SourceText(source)
  var text = PageText()
  var slugs: HeadingSlugs
  /// Added to every heading's level, so that the first below the page's title is 2.
  var headingShift = 0
  /// The first attribute of our own tags in a text with raw HTML, so that only the author's are
  /// cleaned; it depends on the text, so that no text can hold its own.
  var trustMark: [UInt8] = []
  var table: TableState?
  var tabs: TabsState?
  /// Whether a heading ended tabs before their own end came.
  var hasCutTabs = false
  /// Whether each open link has a tag to close.
  var openLinks: [Bool] = []
  /// How many links and pictures lead nowhere.
  var deadLinks = 0
  var heading = HeadingState()
  /// Whether the heading that is being written is the name of a group of answers.
  var isInLegend = false
  /// The ids of the page's questions and the names of its quizzes.
  var questionIDs: Set<[UInt8]> = []
  var quizNames: Set<String> = []
  /// Where in the HTML raw HTML begins, with its line in the source.
  var rawHTML: [RawHTMLCleaner.Mark] = []
  /// The last lines with end tags of some elements; 0 where there is none.
  var lastEndTags: [String: Int] = [:]
  /// The element that is left out with all that is in it and is open in this block, with how many words were before it.
  var leftOut: (name: String, words: Int)?
  /// Whether the `[!NOTE]` of an alert is being left out, up to the end of its line.
  var isInAlertMarker = false
  var footnotesAreOpen = false
  /// What markup of other tools was told of, and whether Markdown in HTML was.
  var foreignMarks: Set<String> = []
  /// Whether what is being written stands on the page already, so that its ids must not.
  var isRepeating = false

  /// The text as it stands on its page, from Markdown without front matter.
  static func render(_ body: [UInt8], in setting: TextSetting) -> PageText {
    let plain = PlainSource(body)
    let math = MathSpans(setting.readsMath ? plain.bytes : [])
    var renderer = TextRenderer(setting, math: math, source: plain.bytes)
    if let control = plain.firstControl { renderer.reportControlCharacter(at: control) }
    if let span = math.firstOverLimit { renderer.reportTooManyFormulas(at: span.whole.lowerBound) }
    let masked = math.spans.isEmpty ? plain.bytes : math.masked
    let done: Void? = MarkdownDocument.read(masked) { renderer.render($0) }
    if done == nil { renderer.renderUnparsed(masked) }
    return renderer.text
  }

  private init(_ setting: TextSetting, math: MathSpans, source: [UInt8]) {
    self.setting = setting
    self.math = math
    self.source = source
    slugs = HeadingSlugs(reserved: setting.reservedIDs)
    for id in setting.takenIDs { _ = slugs.claim(id) }
    text.html.reserveCapacity(source.count * 2)
    text.words.reserveCapacity(source.count)
  }

  private mutating func render(_ document: MarkdownNode) {
    let title = titleHeading(of: document)
    prepare(document, except: title)
    if let title { nameTitle(by: title) }
    reportUnusedFootnotes(in: document)
    if setting.isQuiz {
      var quiz = setting.quiz
      quiz.name = QuizSetting.wholeLesson
      let blocks = document.children.filter { node in title.map { !$0.isSame(as: node) } ?? true }
      renderQuiz(blocks, quiz, line: (blocks.first ?? document.firstChild)?.line ?? 1)
    } else {
      renderBlocks(of: document, except: title)
    }
    guard !trustMark.isEmpty else { return }
    RawHTMLCleaner(setting: setting, mark: trustMark, marks: rawHTML, source: lines)
      .clean(&text, slugs: &slugs)
  }

  /// Walks the children of the document; quizzes among them are rendered as such.
  private mutating func renderBlocks(of document: MarkdownNode, except title: MarkdownNode?) {
    var child = document.firstChild
    while let block = child {
      child = block.next
      if let title, block.isSame(as: title) { continue }
      switch Directive(of: block) {
      case .quiz: child = renderQuiz(from: block)
      case .tabs: openTabs(at: block)
      case .endOfTabs: closeTabs(at: block)
      default: render(block: block)
      }
    }
    closeOpenTabs()
    closeFootnotes()
  }

  /// Renders one block with all that is in it.
  mutating func render(block: MarkdownNode) {
    block.walk { node, step in
      switch step {
      case .enter: return enter(node)
      case .leave:
        leave(node)
        return true
      }
    }
  }

  /// Looks through the document for what decides how its beginning is written.
  private mutating func prepare(_ document: MarkdownNode, except title: MarkdownNode?) {
    var highest: Int?
    for block in document.children {
      switch block.kind {
      case .heading where title.map({ !$0.isSame(as: block) }) ?? true:
        highest = min(highest ?? 6, block.headingLevel)
      case .footnoteDefinition: reserveIDs(of: block)
      default: break
      }
    }
    headingShift = highest.map { 2 - $0 } ?? 0
    if holdsRawHTML(document) {
      trustMark = [UInt8](" own-") + ContentDigest(of: source).description.utf8.prefix(16)
    }
  }

  private func holdsRawHTML(_ document: MarkdownNode) -> Bool {
    guard source.withUnsafeBufferPointer(TextRenderer.mayHoldTags) else { return false }
    var isFound = false
    document.walk { node, _ in
      if node.kind == .htmlInline || node.kind == .htmlBlock {
        isFound = isFound || !node.withLiteral { $0.isOnlyComments || $0.isLineBreak }
      }
      return !isFound
    }
    return isFound
  }

  /// Whether a `<` begins something other than an address (CommonMark §4.6, §6.6).
  private static func mayHoldTags(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in text.places(of: UInt8(ascii: "<")) where index + 1 < text.count {
      switch text[index + 1] {
      case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case let byte where byte.isASCIILetter:
        // The scheme of an address, or the name in one of mail, is followed by something else.
        let end = text[(index + 1)...].firstIndex {
          !$0.isASCIIAlphanumeric && $0 != UInt8(ascii: "-")
        }
        guard let end else { return true }
        if text[end].isASCIIWhitespace || text[end] == UInt8(ascii: ">")
          || text[end] == UInt8(ascii: "/")
        {
          return true
        }
      default: continue
      }
    }
    return false
  }

  /// The first heading, if the page's title says it already.
  private mutating func titleHeading(of document: MarkdownNode) -> MarkdownNode? {
    let first = document.children.first { $0.kind != .htmlBlock }
    guard let first, first.kind == .heading, first.headingLevel == 1 else { return nil }
    let words = math.restored(first.plainText)
    let isTitle = [0, HeadingID(endOf: first)?.suffix ?? 0].contains { suffix in
      words.dropLast(suffix).trimmingASCIIWhitespace.elementsEqual(setting.title.utf8)
    }
    return isTitle || isTitleAsWritten(first) ? first : nil
  }

  /// Whether a heading is written as the title is, marks of Markdown and all, which mean nothing in front matter.
  private mutating func isTitleAsWritten(_ heading: MarkdownNode) -> Bool {
    guard setting.title.utf8.contains(where: { "*_`[<&\\~".utf8.contains($0) }) else {
      return false
    }
    let line = source[lines.start(ofLine: heading.line)..<lines.start(ofLine: heading.line + 1)]
    return line.drop { $0 == UInt8(ascii: "#") || $0.isASCIIWhitespace }
      .trimmingASCIIWhitespace.elementsEqual(setting.title.utf8)
  }

  /// Shows a text that is not parsed as the author wrote it.
  private mutating func renderUnparsed(_ masked: [UInt8]) {
    let limit = MarkdownLimit.exceeded(by: masked)
    text.html.append("<pre tabindex=\"0\">")
    text.html.append(escaping: source)
    text.html.append("</pre>\n")
    text.words = source
    let (problem, help) = (limit?.kind).map(TextRenderer.explanation) ?? ("cannot be read", nil)
    report(
      "markdown-limit", .error, "the text \(problem); it is shown as it was written",
      line: limit?.line ?? 1, help: help)
  }

  private static func explanation(of kind: MarkdownLimit.Kind) -> (problem: String, help: String?) {
    switch kind {
    case .nesting:
      (
        "has more than \(MarkdownLimit.nesting) quotes and lists inside each other",
        "take some of them apart"
      )
    case .cells: ("has a table that is too wide", "split the table, or link to it as a file")
    case .declarations: ("has too many <? and <! without an end", "write them in backquotes")
    case .brackets: ("has too many brackets without an end", "write them in backquotes")
    case .parentheses:
      ("has too many parentheses after an address", "write the address between < and >")
    }
  }
}

// MARK: Diagnostics

extension TextRenderer {
  /// Reports a finding at a line of the text, counted from 1.
  mutating func report(
    _ id: Diagnostic.ID, _ severity: Diagnostic.Severity, _ message: String, line: Int,
    column: Int = 1, length: Int = 0, help: String? = nil
  ) {
    let place = SourceText.Place(line: max(1, line), column: max(1, column))
    text.diagnostics.append(
      Diagnostic(id, severity, message, at: setting.position(of: place, length: length), help: help)
    )
  }

  /// Where `words` stand in the source, at or after `node`.
  mutating func place(of words: [UInt8], near node: MarkdownNode) -> SourceText.Place {
    find(words, near: node) ?? start(of: node)
  }

  /// Where `words` stand in the block of a node; `nil` where they do not.
  mutating func find(_ words: [UInt8], near node: MarkdownNode) -> SourceText.Place? {
    let block = block(of: node)
    let first = max(1, block.line)
    return lines.find(words, in: first...max(first, block.endLine), from: lines.start(of: node))
  }

  /// Where a node begins, or its block where that is not known.
  mutating func start(of node: MarkdownNode) -> SourceText.Place {
    lines.start(of: node).map { lines.place(at: $0) }
      ?? SourceText.Place(line: max(1, block(of: node).line), column: 1)
  }

  /// The block that a node stands in; itself, if it is one.
  func block(of node: MarkdownNode) -> MarkdownNode {
    var block = node
    while block.isInline, let parent = block.parent { block = parent }
    return block
  }

  private mutating func reportTooManyFormulas(at offset: Int) {
    let place = lines.place(at: offset)
    report(
      "math-limit", .warning, "the text has too many formulas; this one is shown as it was written",
      line: place.line, column: place.column, help: "split the text")
  }

  private mutating func reportControlCharacter(at offset: Int) {
    let place = lines.place(at: offset)
    report(
      "text-control", .warning, "a control character is left out", line: place.line,
      column: place.column, length: 1, help: "remove it, or save the file as UTF-8")
  }
}

extension TextSetting {
  /// The position in the file of a place in the text.
  func position(of place: SourceText.Place, length: Int) -> SourcePosition {
    SourcePosition(
      path: file.text, line: place.line + firstLine - 1, column: place.column, length: length)
  }
}
