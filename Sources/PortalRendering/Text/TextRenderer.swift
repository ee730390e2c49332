import Bytes
import CommonMark
import Diagnostics
import Files

/// Where a text stands, and what it may refer to.
struct TextSetting {
  /// The source file.
  var file: RelativePath
  /// The line of the file on which the text begins.
  var firstLine: Int
  /// The page that shows the text.
  var output: RelativePath
  /// The words of the page's title; a first heading that says the same is left out.
  var title: String
  /// Ids that the page has beside the text.
  var reservedIDs: [StaticString] = ["main"]
  var resolver: LinkResolver
  var images: ImageCatalogue
  var strings: UIStrings
  var readsMath = true
  var isStrict = false
  /// Whether the whole text is a quiz.
  var isQuiz = false
}

/// Turns a Markdown text into HTML in one walk, and collects what other pages need of it.
struct TextRenderer {
  let setting: TextSetting
  let math: MathSpans
  var text = PageText()
  var slugs: HeadingSlugs
  /// Added to every heading's level, so that the first below the page's title is 2.
  var headingShift = 0
  /// What our own tags carry in a text with raw HTML, so that only the author's are cleaned; it depends on
  /// the text, so that no text can hold its own.
  var trustMark: [UInt8] = []
  var table: TableState?
  var tabs: TabsState?
  /// Whether each open link has a tag to close.
  var openLinks: [Bool] = []
  var headingStart = 0
  /// How many bytes at the end of the open heading are its id.
  var headingSuffix = 0
  /// Where in the HTML raw HTML begins, with its line in the source.
  var rawLines: [RawHTMLCleaner.Mark] = []
  /// A node that ends what is being left out, such as the `[!NOTE]` of an alert.
  var silencedUntilBreak = false
  var footnotesAreOpen = false

  /// The text as it stands on its page.
  ///
  /// - Parameter body: Markdown without front matter.
  static func render(_ body: [UInt8], in setting: TextSetting) -> PageText {
    let math = setting.readsMath ? MathSpans(body) : MathSpans([])
    let source = math.spans.isEmpty ? body : math.masked
    var renderer = TextRenderer(setting, math: math, source: body)
    _ = MarkdownDocument.read(source) { renderer.render($0) }
    return renderer.text
  }

  let source: [UInt8]
  /// The source's lines, found when first needed: most texts have nothing to tell.
  lazy var lines = SourceText(source)

  private init(_ setting: TextSetting, math: MathSpans, source: [UInt8]) {
    self.setting = setting
    self.math = math
    self.source = source
    slugs = HeadingSlugs(reserved: setting.reservedIDs)
    text.html.reserveCapacity(source.count * 2)
  }

  private mutating func render(_ document: MarkdownNode) {
    let isMixed = prepare(document)
    if isMixed {
      trustMark = [UInt8](" own-") + ContentDigest(of: source).description.utf8.prefix(16)
    }
    reportWideRows()
    let title = titleHeading(of: document)
    if setting.isQuiz {
      renderQuiz(document.children.drop { node in title.map { $0.isSame(as: node) } ?? false })
    } else {
      renderBlocks(of: document, except: title)
    }
    if isMixed {
      RawHTMLCleaner(
        setting: setting, mark: trustMark, marks: rawLines, source: lines
      ).clean(&text, slugs: &slugs)
    }
  }

  /// Walks the children of a node; quizzes among them are rendered as such.
  mutating func renderBlocks(of node: MarkdownNode, except title: MarkdownNode?) {
    var child = node.firstChild
    while let block = child {
      child = block.next
      if let title, block.isSame(as: title) { continue }
      if block.kind == .htmlBlock, let directive = Directive(of: block), directive.name == "quiz" {
        child = renderQuiz(from: block, directive)
        continue
      }
      render(block: block)
    }
    closeTabs()
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

  /// Finds the shift of headings; tells whether there is raw HTML.
  private mutating func prepare(_ document: MarkdownNode) -> Bool {
    var highest = 7
    let title = titleHeading(of: document)
    for block in document.children where block.kind == .heading {
      if let title, block.isSame(as: title) { continue }
      highest = min(highest, block.headingLevel)
    }
    headingShift = highest == 7 ? 0 : 2 - highest
    guard source.contains(UInt8(ascii: "<")) else { return false }
    var isMixed = false
    document.walk { node, _ in
      switch node.kind {
      case .htmlInline, .htmlBlock:
        isMixed = isMixed || !node.withLiteral { TextRenderer.isComment($0) }
      default: break
      }
      return !isMixed
    }
    return isMixed
  }

  /// The first heading, if the page's title says it already.
  private func titleHeading(of document: MarkdownNode) -> MarkdownNode? {
    let first = document.children.first { $0.kind != .htmlBlock }
    guard let first, first.kind == .heading, first.headingLevel == 1,
      String(utf8: first.plainText.trimmingASCIIWhitespace) == setting.title
    else { return nil }
    return first
  }

  /// Whether raw HTML is comments and white space only.
  static func isComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = html[...].trimmingASCIIWhitespace
    while rest.hasPrefix("<!--") {
      guard let end = rest.dropFirst(4).endOfComment else { return true }
      rest = rest[end...].trimmingASCIIWhitespace
    }
    return rest.isEmpty
  }

  private mutating func reportWideRows() {
    guard let line = MarkdownDocument.lineOfTooWideRow(in: source) else { return }
    report(
      "table-width", .warning,
      "a line has more than \(MarkdownDocument.maximumCells) cells; tables of this page are shown as text",
      line: line, help: "split the table")
  }

  // MARK: Diagnostics

  /// Reports a finding at a line of the text, counted from 1.
  mutating func report(
    _ id: Diagnostic.ID, _ severity: Diagnostic.Severity, _ message: String, line: Int,
    column: Int = 1, length: Int = 0, help: String? = nil
  ) {
    text.diagnostics.append(
      Diagnostic(
        id, severity, message,
        at: SourcePosition(
          path: setting.file.text, line: max(1, line) + setting.firstLine - 1, column: column,
          length: length), help: help))
  }

  /// Where `words` stand in the source at or after the beginning of `node`'s block.
  mutating func position(of words: [UInt8], near node: MarkdownNode) -> (line: Int, column: Int) {
    var block = node
    while block.isInline, let parent = block.parent { block = parent }
    return lines.position(of: words, from: max(1, block.line), to: block.endLine)
  }
}

extension Collection<UInt8> {
  /// Where a comment ends whose `<!--` has been passed.
  fileprivate var endOfComment: Index? {
    var dashes = 0
    var index = startIndex
    while index != endIndex {
      if self[index] == UInt8(ascii: ">"), dashes >= 2 { return self.index(after: index) }
      dashes = self[index] == UInt8(ascii: "-") ? dashes + 1 : 0
      index = self.index(after: index)
    }
    return nil
  }
}

/// A comment that tells Clevio something: `<!-- tabs -->`, `<!-- quiz pass=80 -->`, `<!-- /quiz -->`.
struct Directive {
  let name: String
  /// The words after the name, at their `=`.
  let values: [String: String]

  init?(of block: MarkdownNode) {
    let literal = block.literal.trimmingASCIIWhitespace
    guard literal.hasPrefix("<!--"), literal.suffix(3).equals("-->"), literal.count >= 7 else {
      return nil
    }
    let words = literal.dropFirst(4).dropLast(3).split(whereSeparator: \.isASCIIWhitespace)
    guard let first = words.first else { return nil }
    name = String(utf8: first)
    var values: [String: String] = [:]
    for word in words.dropFirst() {
      let parts = word.split(separator: UInt8(ascii: "="), maxSplits: 1)
      values[String(utf8: parts[0])] = parts.count > 1 ? String(utf8: parts[1]) : ""
    }
    self.values = values
  }
}
