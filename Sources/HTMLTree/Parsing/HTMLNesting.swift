import Bytes

/// An element that is still open.
struct OpenElement {
  let name: String
  let namespace: ElementNamespace
  let traits: ElementTraits

  /// Whether the content is HTML although the element is SVG or MathML, or because it is HTML.
  let takesHTML: Bool

  /// Whether the end tag came while other elements were open inside, which it does not reach across.
  var endsWithItsContent = false
}

/// Nests the tags of a fragment as HTML says (WHATWG HTML §13.2.6), writing every element with both tags.
///
/// Three rules of HTML are left out: phrasing elements cut off by the end of a block are not opened
/// again, since that multiplies hostile input; nothing moves out of tables; no `tbody` is made up. So
/// what is written nests the same way when it is read again.
struct HTMLNesting {
  let source: [UInt8]
  var markup: CanonicalMarkup
  var open: [OpenElement] = []

  private var tooDeep = TooDeepElements()
  private var guardDepth = 0

  /// How many HTML elements of a name are open, so that most questions need no walk up the stack.
  private var openCounts: [String: Int] = [:]

  init(of source: [UInt8]) {
    self.source = source
    self.markup = CanonicalMarkup(of: source)
  }

  /// Whether a CDATA section is one here.
  var allowsCharacterData: Bool { open.last.map { $0.namespace != .html } ?? false }

  /// Whether some browser may read raw text here as markup.
  private var isGuarded: Bool { guardDepth > 0 }

  // MARK: Content

  mutating func add(text range: Range<Int>, isCharacterData: Bool = false) {
    if isCharacterData {
      markup.appendVerbatim(source[range])
    } else {
      markup.appendText(range)
    }
  }

  mutating func add(comment range: Range<Int>) {
    if !isGuarded { markup.appendComment(range) }
  }

  /// Adds the text of the raw text element that was opened last.
  mutating func add(rawText range: Range<Int>, of element: String) {
    if ElementTraits(of: element).contains(.escapableRawText) {
      markup.appendText(range)
    } else if element == "plaintext" {
      markup.appendVerbatim(source[range])
    } else {
      let text = RawText(of: element, isGuarded: isGuarded)
      markup.appendVerbatim(text.contained(Array(source[range])))
    }
  }

  // MARK: The stack

  /// Opens an element; one that is void or too deep is closed at once.
  mutating func push(_ tagName: String, of tag: HTMLTag?, in namespace: ElementNamespace) {
    let name = namespace.elementName(tagName)
    let traits = namespace == .html ? ElementTraits(of: name) : []
    markup.appendStartTag(name, of: tag, in: namespace)
    let isLeaf = !traits.isDisjoint(with: [.void, .rawText, .escapableRawText])
    if traits.contains(.void) || open.count >= HTMLLimit.depth && !isLeaf {
      markup.appendEndTag(name, in: namespace)
      if !traits.contains(.void) { tooDeep.add(tagName) }
      return
    }
    let encoding = tag.flatMap { value(of: "encoding", in: $0) }
    let takesHTML = namespace.takesHTML(in: name, encoding: encoding)
    open.append(
      OpenElement(name: name, namespace: namespace, traits: traits, takesHTML: takesHTML))
    if namespace == .html { openCounts[name, default: 0] += 1 }
    if namespace.guardsRawText(in: name) { guardDepth += 1 }
  }

  /// Closes the innermost element, and those around it whose end tag has come.
  mutating func pop() {
    repeat {
      guard let element = open.popLast() else { return }
      markup.appendEndTag(element.name, in: element.namespace)
      if element.namespace == .html { openCounts[element.name, default: 0] -= 1 }
      if element.namespace.guardsRawText(in: element.name) { guardDepth -= 1 }
      tooDeep.removeAll()
    } while open.last?.endsWithItsContent == true
  }

  /// Closes the element at `index` of the stack and all inside.
  mutating func pop(through index: Int) {
    while open.count > index { pop() }
  }

  /// Whether an end tag belonged to an element that was too deep to be opened.
  mutating func closeTooDeep(_ name: String) -> Bool {
    tooDeep.remove(name)
  }

  /// The innermost HTML element that `matches`, unless an element for which `isBoundary` holds, or SVG
  /// or MathML around HTML, lies in between.
  func innermost(
    below end: Int? = nil, where matches: (OpenElement) -> Bool,
    within isBoundary: (OpenElement) -> Bool
  ) -> Int? {
    for index in open[..<(end ?? open.count)].indices.reversed() {
      if open[index].namespace != .html { return nil }
      if matches(open[index]) { return index }
      if isBoundary(open[index]) { return nil }
    }
    return nil
  }

  /// Whether an HTML element `name` is open anywhere.
  func isOpen(_ name: String) -> Bool {
    openCounts[name, default: 0] > 0
  }

  /// The innermost open `name` that a tag here can close.
  func inScope(_ name: String, alsoWithin boundaries: [String] = []) -> Int? {
    guard isOpen(name) else { return nil }
    return innermost {
      $0.name == name
    } within: {
      $0.traits.contains(.scopeBoundary) || boundaries.contains($0.name)
    }
  }

  func value(of name: StaticString, in tag: HTMLTag) -> [UInt8]? {
    let attribute = tag.attributes.first {
      source[$0.name].lazy.map(\.asciiLowercased).equals(name)
    }
    return attribute.map { Array(source[$0.value]) }
  }
}

/// The open elements beyond the depth limit, which were closed at once.
private struct TooDeepElements {
  private var names: [String] = []
  private var counts: [String: Int] = [:]

  mutating func add(_ name: String) {
    names.append(name)
    counts[name, default: 0] += 1
  }

  /// Removes the innermost `name` and all inside; false if there is none.
  mutating func remove(_ name: String) -> Bool {
    guard counts[name, default: 0] > 0 else { return false }
    while let last = names.popLast() {
      counts[last, default: 0] -= 1
      if last == name { return true }
    }
    return false
  }

  mutating func removeAll() {
    if names.isEmpty { return }
    names = []
    counts = [:]
  }
}
