import Bytes

/// Writes atoms as MathML Core.
struct MathMLWriter {
  /// What is written so far.
  var bytes: [UInt8] = []

  /// Writes a whole formula with its TeX as an annotation.
  mutating func write(_ formula: [Atom], isDisplay: Bool, source: [UInt8]) {
    bytes.append(isDisplay ? "<math display=\"block\"><semantics>" : "<math><semantics>")
    bytes.append("<mrow>")
    write(row: formula, isDisplay ? .display : .text)
    bytes.append("</mrow>")
    bytes.append("<annotation encoding=\"application/x-tex\">")
    write(content: source.trimmingASCIIWhitespace)
    bytes.append("</annotation></semantics></math>")
  }

  /// Writes atoms next to each other.
  mutating func write(row atoms: [Atom], _ style: MathStyle, leading: AtomClass? = nil) {
    let layout = RowLayout(atoms, style: style, leading: leading)
    var style = style
    var hasStyle = false
    for (atom, slot) in zip(atoms, layout.slots) {
      if case .style(let new) = atom.node {
        if hasStyle { bytes.append("</mstyle>") }
        openStyle(new)
        style = new
        hasStyle = true
        continue
      }
      if slot.gap > 0 { write(space: Length(mu: slot.gap)) }
      write(atom.node, style, slot)
      if let space = slot.application {
        bytes.append("<mo")
        if space > 0 { write(attribute: " rspace=\"", Length(mu: space)) }
        bytes.append(">\u{2061}</mo>")
      }
    }
    if hasStyle { bytes.append("</mstyle>") }
  }

  /// Writes atoms as exactly one element.
  mutating func write(argument atoms: [Atom], _ style: MathStyle) {
    if atoms.count == 1, let atom = atoms.first, atom.node.isElement {
      write(atom.node, style, RowLayout.Slot())
      return
    }
    bytes.append("<mrow>")
    write(row: atoms, style)
    bytes.append("</mrow>")
  }

  /// Writes what one atom shows.
  mutating func write(_ node: Node, _ style: MathStyle, _ slot: RowLayout.Slot) {
    switch node {
    case .identifier(let text, let isUpright): write(identifier: text, isUpright: isUpright)
    case .function(let name): write(identifier: name, isUpright: true)
    case .number(let digits): write("<mn>", digits, "</mn>")
    case .symbol(let sign): write(sign, slot)
    case .text(let text, let style): write(text, style)
    case .space(let length): write(space: length)
    case .style: preconditionFailure("a change of style is no element")
    case .row(let atoms):
      bytes.append("<mrow>")
      write(row: atoms, style)
      bytes.append("</mrow>")
    case .scripts(let base, let lower, let upper): write(scripts: base, lower, upper, style, slot)
    case .stack(let base, let under, let over):
      write(base, under, over, style, slot)
    case .accent(let accent, let base): write(accent, base, style)
    case .fraction(let numerator, let denominator, let kind):
      write(fraction: numerator, denominator, kind, style)
    case .root(let radicand, let index): write(root: radicand, index, style)
    case .table(let table): write(table, style)
    case .phantom(let phantom, let atoms): write(phantom, atoms, style)
    case .boxed(let enclosure, let atoms):
      bytes.append(enclosure.startTag)
      write(row: atoms, style)
      bytes.append("</mrow>")
    }
  }

  private mutating func write(identifier text: String, isUpright: Bool) {
    let isSingle = text.unicodeScalars.dropFirst().isEmpty
    write(isUpright && isSingle ? "<mi mathvariant=\"normal\">" : "<mi>", text, "</mi>")
  }

  private mutating func write(_ text: String, _ style: TextStyle) {
    switch style {
    case .plain: bytes.append("<mtext>")
    case .bold: bytes.append("<mtext class=\"tex-bold\">")
    case .italic: bytes.append("<mtext class=\"tex-italic\">")
    case .monospace: bytes.append("<mtext class=\"tex-mono\">")
    case .sansSerif: bytes.append("<mtext class=\"tex-sans\">")
    }
    write("", text, "</mtext>")
  }

  private mutating func write(_ sign: Operator, _ slot: RowLayout.Slot) {
    bytes.append("<mo")
    switch slot.form ?? sign.form {
    case .prefix: bytes.append(" form=\"prefix\"")
    case .infix: bytes.append(" form=\"infix\"")
    case .postfix: bytes.append(" form=\"postfix\"")
    case nil: break
    }
    if let isStretchy = sign.isStretchy {
      bytes.append(isStretchy ? " stretchy=\"true\"" : " stretchy=\"false\"")
    }
    if let height = sign.height {
      write(attribute: " minsize=\"", height)
      write(attribute: " maxsize=\"", height)
    }
    if let space = slot.left { write(attribute: " lspace=\"", Length(mu: space)) }
    if let space = slot.right { write(attribute: " rspace=\"", Length(mu: space)) }
    if slot.keepsLimits { bytes.append(" movablelimits=\"false\"") }
    write(">", sign.text, "</mo>")
  }
}

extension MathMLWriter {
  /// Opens an element that changes the style.
  mutating func openStyle(_ style: MathStyle) {
    bytes.append(
      style == .display ? "<mstyle displaystyle=\"true\"" : "<mstyle displaystyle=\"false\"")
    switch style {
    case .display, .text: bytes.append(" scriptlevel=\"0\">")
    case .script: bytes.append(" scriptlevel=\"1\">")
    case .scriptScript: bytes.append(" scriptlevel=\"2\">")
    }
  }

  /// Writes an empty element of a width.
  mutating func write(space length: Length) {
    bytes.append("<mspace")
    write(attribute: " width=\"", length)
    bytes.append("/>")
  }

  /// Writes a length as the value of an attribute whose name and opening quote are `start`.
  mutating func write(attribute start: StaticString, _ length: Length) {
    bytes.append(start)
    if length.value < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = length.value.magnitude
    bytes.append(decimal: Int(magnitude / 10_000))
    var decimals = magnitude % 10_000
    if decimals > 0 { bytes.append(UInt8(ascii: ".")) }
    var place: UInt = 1_000
    while decimals > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(decimals / place))
      decimals %= place
      place /= 10
    }
    bytes.append("em\"")
  }

  /// Writes text between two tags.
  mutating func write(_ start: StaticString, _ text: String, _ end: StaticString) {
    bytes.append(start)
    write(content: text.utf8)
    bytes.append(end)
  }

  /// Writes text with references for what would be markup; every line ends in a line feed.
  mutating func write(content: some Collection<UInt8>) {
    var isAfterReturn = false
    for byte in content {
      switch byte {
      case UInt8(ascii: "&"): bytes.append("&amp;")
      case UInt8(ascii: "<"): bytes.append("&lt;")
      case UInt8(ascii: ">"): bytes.append("&gt;")
      case 0x0D: bytes.append(0x0A)
      case 0x0A where isAfterReturn: break
      default: bytes.append(byte)
      }
      isAfterReturn = byte == 0x0D
    }
  }
}

extension Node {
  /// Whether the node is written as exactly one element.
  fileprivate var isElement: Bool {
    if case .style = self { return false }
    return true
  }
}

extension Enclosure {
  fileprivate var startTag: StaticString {
    switch self {
    case .box: "<mrow class=\"tex-boxed\">"
    case .cancel: "<mrow class=\"tex-cancel\">"
    case .backCancel: "<mrow class=\"tex-bcancel\">"
    case .crossCancel: "<mrow class=\"tex-xcancel\">"
    }
  }
}
