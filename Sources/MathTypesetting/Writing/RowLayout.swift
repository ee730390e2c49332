/// Where TeX sets spaces in a row, and which of them MathML must be told.
///
/// A browser sets the spaces of its operator dictionary around every `mo`. TeX sets spaces between
/// neighbours by their classes. Each space of TeX is given to the operator at its left or right,
/// or to an element of its own where there is none; what the dictionary gives is not written.
struct RowLayout {
  /// What is written for an atom besides what it shows.
  struct Slot {
    /// The space in front that no operator can carry, in mu.
    var gap = 0
    /// The `form` attribute.
    var form: Operator.Form?
    /// The `lspace` attribute, in mu.
    var left: Int?
    /// The `rspace` attribute, in mu.
    var right: Int?
    /// Whether scripts stay below and above in running text.
    var keepsLimits = false
    /// The space after the invisible operator that applies a function to what follows, in mu.
    var application: Int?
  }

  private(set) var slots: [Slot]

  private let atoms: [Atom]
  private var classes: [(left: AtomClass, right: AtomClass)?]
  private var naturalSpaces: [(left: Int, right: Int)?]

  /// Lays out a row.
  ///
  /// - Parameters:
  ///   - atoms: The row.
  ///   - style: The style in which the row begins.
  ///   - leading: The class of what stands before the row, or `nil` for nothing.
  init(_ atoms: [Atom], style: MathStyle, leading: AtomClass?) {
    self.atoms = atoms
    slots = Array(repeating: Slot(), count: atoms.count)
    naturalSpaces = Array(repeating: nil, count: atoms.count)
    classes = atoms.map { atom in
      guard let left = atom.left, let right = atom.right else { return nil }
      return (left, right)
    }
    resolveSigns(leading)
    chooseForms()
    distributeSpaces(style, leading)
  }

  /// Makes ordinary what lacks an operand to be binary, as on page 170 of The TeXbook.
  private mutating func resolveSigns(_ leading: AtomClass?) {
    var last: Int?
    var previous = leading
    for index in classes.indices {
      guard let current = classes[index] else { continue }
      switch (previous, current.left) {
      case (nil, .binary), (.binary, .binary), (.largeOperator, .binary), (.relation, .binary),
        (.opening, .binary), (.punctuation, .binary):
        classes[index] = (.ordinary, .ordinary)
      case (.binary, .relation), (.binary, .closing), (.binary, .punctuation):
        if let last { classes[last] = (.ordinary, .ordinary) }
      default: break
      }
      last = index
      previous = classes[index]?.right
    }
    if let last, previous == .binary { classes[last] = (.ordinary, .ordinary) }
  }

  private mutating func chooseForms() {
    var isFirst = true
    for index in atoms.indices {
      if case .style = atoms[index].node { isFirst = true }
      guard let current = classes[index] else { continue }
      if let sign = atoms[index].node.coreOperator {
        slots[index].form = sign.form
        var form = sign.form ?? .infix
        if let scalar = sign.text.unicodeScalars.first, OperatorDictionary.hasForms(scalar) {
          let isPrefix = current.left == .ordinary && atoms[index].left == .binary
          form = isPrefix ? .prefix : .infix
          let isPrefixByPosition = index == 0 && atoms.count > 1
          if isPrefix ? !isPrefixByPosition : isFirst { slots[index].form = form }
        }
        naturalSpaces[index] = OperatorDictionary.spaces(around: sign.text, form: form)
      }
      isFirst = false
    }
  }

  private mutating func distributeSpaces(_ style: MathStyle, _ leading: AtomClass?) {
    var style = style
    var last: Int?
    for index in atoms.indices {
      if case .style(let new) = atoms[index].node { style = new }
      guard let current = classes[index] else { continue }
      if let last, let previous = classes[last] {
        let space = AtomClass.space(
          between: previous.right, and: current.left, inScript: style.isScript)
        share(space, between: last, and: index, current.left)
      } else {
        let space = leading.map { AtomClass.space(between: $0, and: current.left, inScript: false) }
        setLeft(space ?? 0, at: index)
      }
      last = index
    }
    if let last { setRight(0, at: last) }
  }

  private mutating func share(
    _ space: Int, between left: Int, and right: Int, _ rightClass: AtomClass
  ) {
    if atoms[left].node.isFunction, rightClass != .relation, rightClass != .binary,
      rightClass != .closing, rightClass != .punctuation
    {
      slots[left].application = space
      setLeft(0, at: right)
      return
    }
    switch (naturalSpaces[left], naturalSpaces[right]) {
    case (nil, nil): slots[right].gap = space
    case (_?, nil): setRight(space, at: left)
    case (nil, _?): setLeft(space, at: right)
    case (let before?, let after?):
      let isRight =
        !Self.fits(before.right, space) && Self.fits(after.left, space)
      setRight(isRight ? 0 : space, at: left)
      setLeft(isRight ? space : 0, at: right)
    }
  }

  private mutating func setLeft(_ space: Int, at index: Int) {
    guard let natural = naturalSpaces[index] else { return }
    if !Self.fits(natural.left, space) { slots[index].left = space }
  }

  private mutating func setRight(_ space: Int, at index: Int) {
    guard let natural = naturalSpaces[index] else { return }
    if !Self.fits(natural.right, space) { slots[index].right = space }
  }

  /// Whether two spaces look the same: what is one eighteenth of an em apart needs no attribute.
  private static func fits(_ natural: Int, _ wanted: Int) -> Bool {
    natural == wanted || natural > 0 && wanted > 0 && abs(natural - wanted) <= 1
  }
}

extension Node {
  /// The operator whose spaces are the spaces of the whole (MathML Core, § 3.2.4.1).
  var coreOperator: Operator? {
    switch self {
    case .symbol(let sign): sign
    case .scripts(let base, _, _): base.node.coreOperator
    case .stack(let base, _, _): base.count == 1 ? base.first?.node.coreOperator : nil
    default: nil
    }
  }

  /// Whether this is the name of a function, perhaps with scripts.
  var isFunction: Bool {
    switch self {
    case .function: true
    case .scripts(let base, _, _): base.node.isFunction
    default: false
    }
  }
}
