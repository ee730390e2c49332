import Bytes

extension MathMLWriter {
  /// Writes an atom with its scripts.
  mutating func write(
    scripts base: Atom, _ lower: [Atom]?, _ upper: [Atom]?, _ style: MathStyle,
    _ slot: RowLayout.Slot
  ) {
    var slot = slot
    switch base.limits {
    case .beside: break
    case .belowInDisplay where style != .display: break
    case .below, .belowInDisplay:
      slot.keepsLimits = style != .display && base.node.isLargeOperator
      write(tag: Tag(under: lower != nil, over: upper != nil), base, lower, upper, style, slot)
      return
    }
    write(tag: Tag(sub: lower != nil, sup: upper != nil), base, lower, upper, style, slot)
  }

  /// Writes atoms with what stands below and above them.
  mutating func write(
    _ base: [Atom], _ under: [Atom]?, _ over: [Atom]?, _ style: MathStyle, _ slot: RowLayout.Slot
  ) {
    let tag = Tag(under: under != nil, over: over != nil)
    let atom = base.count == 1 ? base[0] : Atom(.row(base))
    write(tag: tag, atom, under, over, style, slot)
  }

  private mutating func write(
    tag: Tag, _ base: Atom, _ lower: [Atom]?, _ upper: [Atom]?, _ style: MathStyle,
    _ slot: RowLayout.Slot
  ) {
    bytes.append(tag.start)
    if case .style = base.node {
      write(argument: [base], style)
    } else {
      write(base.node, style, slot)
    }
    if let lower { write(argument: lower, style.forScripts) }
    if let upper { write(argument: upper, style.forScripts) }
    bytes.append(tag.end)
  }

  /// Writes atoms with a mark above or below them.
  mutating func write(_ accent: Accent, _ base: [Atom], _ style: MathStyle) {
    switch (accent.isBelow, accent.isTight) {
    case (false, true): bytes.append("<mover accent=\"true\"")
    case (false, false): bytes.append("<mover")
    case (true, true): bytes.append("<munder accentunder=\"true\"")
    case (true, false): bytes.append("<munder")
    }
    if accent.isLine {
      bytes.append(accent.isBelow ? " class=\"tex-underline\"" : " class=\"tex-overline\"")
    }
    bytes.append(">")
    write(argument: base, style)
    bytes.append(accent.isStretchy ? "<mo stretchy=\"true\">" : "<mo stretchy=\"false\">")
    write("", accent.mark, "</mo>")
    bytes.append(accent.isBelow ? "</munder>" : "</mover>")
  }

  /// Writes a fraction or a binomial coefficient.
  mutating func write(
    fraction numerator: [Atom], _ denominator: [Atom], _ kind: FractionKind, _ style: MathStyle
  ) {
    if let forced = kind.style { openStyle(forced) }
    if let delimiters = kind.delimiters { write("<mrow><mo>", delimiters.left, "</mo>") }
    let inner = (kind.style ?? style).forFractions
    bytes.append(kind.hasBar ? "<mfrac>" : "<mfrac linethickness=\"0\">")
    write(argument: numerator, inner)
    write(argument: denominator, inner)
    bytes.append("</mfrac>")
    if let delimiters = kind.delimiters { write("<mo>", delimiters.right, "</mo></mrow>") }
    if kind.style != nil { bytes.append("</mstyle>") }
  }

  /// Writes a root.
  mutating func write(root radicand: [Atom], _ index: [Atom]?, _ style: MathStyle) {
    guard let index else {
      bytes.append("<msqrt>")
      write(row: radicand, style)
      bytes.append("</msqrt>")
      return
    }
    bytes.append("<mroot>")
    write(argument: radicand, style)
    write(argument: index, .scriptScript)
    bytes.append("</mroot>")
  }

  /// Writes the space that atoms take, or the atoms without the space they take.
  mutating func write(_ phantom: Phantom, _ atoms: [Atom], _ style: MathStyle) {
    switch phantom {
    case .full: break
    case .horizontal, .smash: bytes.append("<mpadded height=\"0em\" depth=\"0em\">")
    case .vertical: bytes.append("<mpadded width=\"0em\">")
    }
    if phantom != .smash { bytes.append("<mphantom>") }
    write(row: atoms, style)
    if phantom != .smash { bytes.append("</mphantom>") }
    if phantom != .full { bytes.append("</mpadded>") }
  }
}

/// The element for something with scripts.
private enum Tag {
  case msub
  case msup
  case msubsup
  case munder
  case mover
  case munderover

  init(sub: Bool, sup: Bool) { self = sub ? (sup ? .msubsup : .msub) : .msup }

  init(under: Bool, over: Bool) { self = under ? (over ? .munderover : .munder) : .mover }

  var start: StaticString {
    switch self {
    case .msub: "<msub>"
    case .msup: "<msup>"
    case .msubsup: "<msubsup>"
    case .munder: "<munder>"
    case .mover: "<mover>"
    case .munderover: "<munderover>"
    }
  }

  var end: StaticString {
    switch self {
    case .msub: "</msub>"
    case .msup: "</msup>"
    case .msubsup: "</msubsup>"
    case .munder: "</munder>"
    case .mover: "</mover>"
    case .munderover: "</munderover>"
    }
  }
}

extension Node {
  /// Whether browsers would move the scripts of this operator to its right in running text.
  fileprivate var isLargeOperator: Bool {
    guard case .symbol(let sign) = self, let scalar = sign.text.unicodeScalars.first else {
      return false
    }
    return (0x220F...0x2211).contains(scalar.value) || (0x22C0...0x22C3).contains(scalar.value)
      || (0x2A00...0x2A0A).contains(scalar.value)
  }
}
