import Bytes
import Files

/// Reads a page once, and notes what rules need to know of it.
struct PageReader {
  /// An element whose end is still to come.
  struct OpenElement {
    var name: MarkupName
    var element: Element?
    var nameRange: Range<Int>
    var tag: PageFacts.Place
    /// Whether a Markdown file gave what is in it.
    var holdsText: Bool
    /// Whether it is within `svg` or `math`, where tags may end with `/>`.
    var isForeign: Bool
    /// Whether readers of screens pass over it.
    var isSilent: Bool
    /// Whether it is kept for scripts, and is no part of the page yet.
    var isTemplate: Bool
    /// Whether a `header` within it belongs to it.
    var isInSection: Bool
    /// Whether its words are a price that holds.
    var isPrice: Bool
  }

  /// A link or button whose words are still to come.
  struct Nameless {
    var depth: Int
    var tag: PageFacts.Place
    var isLink: Bool
  }

  var facts: PageFacts
  var scanner: MarkupScanner
  let bytes: UnsafeBufferPointer<UInt8>
  var open: [OpenElement] = []
  var nameless: [Nameless] = []
  /// How many links, buttons, forms and labels are open.
  var links = 0
  var buttons = 0
  var forms = 0
  var labels = 0
  /// How many items of lists are open.
  var items = 0
  /// Where the last link leads that is in the item of a list that is open.
  var itemLink: Range<Int>?

  /// As deep as browsers nest elements.
  private static let depthLimit = 512

  private init(_ bytes: UnsafeBufferPointer<UInt8>, facts: PageFacts) {
    self.bytes = bytes
    self.facts = facts
    scanner = MarkupScanner(bytes)
  }

  /// What there is to know of a page; time is linear in its size.
  static func facts(of page: [UInt8], at output: RelativePath) -> PageFacts {
    page.withUnsafeBufferPointer { bytes in
      var reader = PageReader(bytes, facts: PageFacts(output: output, bytes: page))
      reader.read()
      return reader.facts
    }
  }

  private mutating func read() {
    facts.hasDoctype = bytes.prefix(14).map(\.asciiLowercased).equals("<!doctype html")
    while let token = scanner.next() {
      guard open.count < PageReader.depthLimit else {
        facts.isTooDeep = true
        return
      }
      switch token {
      case .startTag: start()
      case .endTag: end()
      case .text: words()
      }
    }
    facts.isCutOff = scanner.isCutOff
    while !open.isEmpty { close() }
  }

  // MARK: Words

  private mutating func words() {
    let range = scanner.range
    let element = open.last?.element
    let isForeign = open.last?.isForeign == true
    if element == .title, !isForeign, facts.title == nil { facts.title = range }
    if open.last?.isPrice == true, isAmount(range) {
      facts.prices.append(PageFacts.ShownPrice(words: place(of: range), link: itemLink))
    }
    if element == .script, let place = linkedData { facts.linkedData.append(place) }
    guard !nameless.isEmpty, open.last?.isSilent == false,
      !bytes[range].allSatisfy(\.isASCIIWhitespace)
    else { return }
    nameless.removeAll()
  }

  /// Whether words of a price are its amount, rather than what goes with it.
  private func isAmount(_ words: Range<Int>) -> Bool {
    open.last?.name == PageReader.bold || bytes[words].contains(where: \.isASCIIDigit)
  }

  private static let bold = MarkupName("b".utf8)

  /// The place of a script's words, if they are JSON-LD.
  private var linkedData: PageFacts.Place? {
    guard let script = open.last else { return nil }
    guard String(utf8: bytes[script.tag.range]).contains("application/ld+json") else {
      return nil
    }
    return PageFacts.Place(range: scanner.range, isInText: script.tag.isInText)
  }

  // MARK: Ends

  private mutating func end() {
    let tag = place(of: scanner.range)
    if scanner.element?.isVoid == true, open.last?.isForeign != true {
      return mistake(.unopened, scanner.nameRange, tag)
    }
    guard let index = open.lastIndex(where: { $0.name == scanner.name }) else {
      return mistake(.unopened, scanner.nameRange, tag)
    }
    while open.count > index + 1 { close() }
    pop()
  }

  /// Ends an element that has no end tag.
  private mutating func close() {
    guard let element = open.last else { return }
    if element.element?.mayLackEndTag != true || element.isForeign {
      mistake(.unclosed, element.nameRange, element.tag)
    }
    pop()
  }

  mutating func pop() {
    guard let element = open.popLast() else { return }
    count(element.element, by: -1)
    while let last = nameless.last, last.depth > open.count {
      if last.isLink, facts.namelessLinks.count < PageFacts.mistakeLimit {
        facts.namelessLinks.append(last.tag)
      } else if !last.isLink, facts.namelessButtons.count < PageFacts.mistakeLimit {
        facts.namelessButtons.append(last.tag)
      }
      nameless.removeLast()
    }
  }

  mutating func count(_ element: Element?, by step: Int) {
    switch element {
    case .a: links += step
    case .button: buttons += step
    case .form: forms += step
    case .label: labels += step
    case .li:
      items += step
      itemLink = nil
    default: break
    }
  }

  mutating func mistake(
    _ kind: PageFacts.NestingMistake.Kind, _ element: Range<Int>, _ tag: PageFacts.Place
  ) {
    guard facts.nestingMistakes.count < PageFacts.mistakeLimit else { return }
    facts.nestingMistakes.append(
      PageFacts.NestingMistake(kind: kind, element: element, tag: tag))
  }

  func place(of range: Range<Int>) -> PageFacts.Place {
    PageFacts.Place(range: range, isInText: open.last?.holdsText == true)
  }
}
