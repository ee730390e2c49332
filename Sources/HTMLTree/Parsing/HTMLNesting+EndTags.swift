extension HTMLNesting {
  /// Closes the element of an end tag and all inside; ignores one that has no start tag here.
  mutating func add(endTag tag: HTMLTag) {
    guard let current = open.last else { return addHTML(endTag: tag, below: 0) }
    if current.namespace == .html { return addHTML(endTag: tag, below: open.count) }
    if closeTooDeep(tag.name) { return }
    if ["p", "br"].contains(tag.name), !current.takesHTML {
      while let current = open.last, current.namespace != .html, !current.takesHTML { pop() }
      return addHTML(endTag: tag, below: open.count)
    }
    var index = open.count - 1
    while index >= 0, open[index].namespace != .html {
      if open[index].namespace.elementName(tag.name) == open[index].name {
        return pop(through: index)
      }
      // What takes HTML keeps its content's end tags inside.
      if open[index].takesHTML || open[index].name == "annotation-xml" { return }
      index -= 1
    }
    addHTML(endTag: tag, below: index + 1)
  }

  private mutating func addHTML(endTag tag: HTMLTag, below end: Int) {
    let name = Self.name(today: tag.name)
    if closeTooDeep(name) { return }
    switch name {
    case "html", "head", "body": return
    case "br": add(startTag: HTMLTag(name: "br", line: tag.line))
    default: close(name, below: end)
    }
  }

  private mutating func close(_ name: String, below end: Int) {
    let traits = ElementTraits(of: name)
    guard isOpen(name) || traits.contains(.heading) else { return }
    let found = innermost(below: end) {
      $0.name == name || traits.contains(.heading) && $0.traits.contains(.heading)
    } within: { element in
      if name == "table" || traits.contains(.tablePart) {
        return element.name == "table" || element.name == "template"
      }
      return element.traits.contains(.scopeBoundary)
        || name == "p" && element.name == "button"
        || name == "li" && (element.name == "ol" || element.name == "ul")
    }
    guard let found else { return }
    if !traits.contains(.special),
      open[(found + 1)...].contains(where: { $0.traits.contains(.special) })
    {
      open[found].endsWithItsContent = true
    } else {
      pop(through: found)
    }
  }
}
