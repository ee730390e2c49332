extension HTMLNesting {
  /// Opens the element of a start tag, after closing what it ends.
  mutating func add(startTag tag: HTMLTag) {
    guard CanonicalMarkup.allows(name: tag.name.utf8) else { return }
    if let current = open.last, !readsAsHTML(tag, in: current) {
      if !breaksOut(tag) {
        push(tag.name, of: tag, in: current.namespace)
        // Not through the stack: an element that is too deep is closed already.
        if tag.isSelfClosing { closeForeign(tag.name) }
        return
      }
      while let current = open.last, current.namespace != .html, !current.takesHTML { pop() }
    }
    addHTML(startTag: tag)
  }

  private mutating func closeForeign(_ name: String) {
    if !closeTooDeep(name) { pop() }
  }

  private func readsAsHTML(_ tag: HTMLTag, in current: OpenElement) -> Bool {
    if current.namespace == .html { return true }
    if current.namespace == .mathML, current.name == "annotation-xml", tag.name == "svg" {
      return true
    }
    if current.namespace == .mathML, ["mglyph", "malignmark"].contains(tag.name),
      current.name != "annotation-xml"
    {
      return false
    }
    return current.takesHTML
  }

  private func breaksOut(_ tag: HTMLTag) -> Bool {
    if tag.traits.contains(.breaksOut) { return true }
    return tag.name == "font"
      && (value(of: "color", in: tag) ?? value(of: "face", in: tag) ?? value(of: "size", in: tag))
        != nil
  }

  private mutating func addHTML(startTag tag: HTMLTag) {
    switch tag.name {
    case "html", "head", "body", "frame", "frameset": return
    case "svg", "math":
      push(tag.name, of: tag, in: tag.name == "svg" ? .svg : .mathML)
      if tag.isSelfClosing { closeForeign(tag.name) }
    case "form":
      if isOpen("form") { return }
      closeBefore(tag.name)
      push(tag.name, of: tag, in: .html)
    case "select":
      if let index = inScope("select") { return pop(through: index) }
      push(tag.name, of: tag, in: .html)
    default:
      let name = Self.name(today: tag.name)
      closeBefore(name)
      push(name, of: tag, in: .html)
    }
  }

  /// The name of today for `name`; `plaintext` never ends, so it could not be written.
  static func name(today name: String) -> String {
    switch name {
    case "image": "img"
    case "plaintext": "pre"
    default: name
    }
  }

  /// Closes the elements whose end tags may be left out before `name`.
  private mutating func closeBefore(_ name: String) {
    switch name {
    case "li": closeItem(["li"])
    case "dd", "dt": closeItem(["dd", "dt"])
    case "a", "nobr", "button": if let index = inScope(name) { pop(through: index) }
    case "option": popIfCurrent(["option"])
    case "optgroup":
      popIfCurrent(["option"])
      popIfCurrent(["optgroup"])
    case "rb", "rtc", "rp", "rt":
      if inScope("ruby") != nil {
        closeImplied(except: name.count == 2 && name != "rb" ? "rtc" : nil)
      }
    case "caption", "colgroup", "tbody", "thead", "tfoot":
      closeTablePart(["caption", "colgroup", "tbody", "thead", "tfoot"], in: [])
    case "col": closeTablePart(["caption"], in: ["colgroup"])
    case "tr": closeTablePart(["tr", "caption", "colgroup"], in: ["tbody", "thead", "tfoot"])
    case "td", "th":
      closeTablePart(["td", "th", "caption", "colgroup"], in: ["tr", "tbody", "thead", "tfoot"])
    default: break
    }
    let traits = ElementTraits(of: name)
    if traits.contains(.closesParagraph), let index = inScope("p", alsoWithin: ["button"]) {
      pop(through: index)
    }
    if name == "table" { closeTable() }
    if traits.contains(.heading), open.last?.traits.contains(.heading) == true { pop() }
  }

  /// Closes an item of the list that the new item is in.
  private mutating func closeItem(_ names: [String]) {
    guard names.contains(where: isOpen) else { return }
    let item = innermost {
      names.contains($0.name)
    } within: {
      $0.traits.contains(.special) && !["address", "div", "p"].contains($0.name)
    }
    if let item { pop(through: item) }
  }

  private mutating func popIfCurrent(_ names: [String]) {
    if let current = open.last, current.namespace == .html, names.contains(current.name) { pop() }
  }

  private mutating func closeImplied(except name: String?) {
    while let current = open.last, current.traits.contains(.impliedEnd), current.name != name {
      pop()
    }
  }

  /// Closes a table that a table follows where only rows or cells may.
  private mutating func closeTable() {
    let places = ["table", "tbody", "thead", "tfoot", "tr", "colgroup"]
    guard let current = open.last, places.contains(current.name) else { return }
    if let index = innermost(where: { $0.name == "table" }, within: { $0.name == "template" }) {
      pop(through: index)
    }
  }

  /// Closes the parts of the table that end before a new part: those of `ended` inside the innermost of
  /// `parents`, and what else is in there.
  private mutating func closeTablePart(_ ended: [String], in parents: [String]) {
    guard isOpen("table") || (ended + parents).contains(where: isOpen) else { return }
    while let found = innermost(
      where: { ended.contains($0.name) || parents.contains($0.name) || $0.name == "table" },
      within: { $0.name == "template" })
    {
      guard ended.contains(open[found].name) else { return pop(through: found + 1) }
      pop(through: found)
    }
  }
}
