/// A part of a formula together with what it is to its neighbours.
struct Atom: Sendable {
  /// What is shown.
  var node: Node

  /// What the atom is to its left neighbour; `nil` for what is transparent, such as a space.
  var left: AtomClass?

  /// What the atom is to its right neighbour.
  var right: AtomClass?

  /// Where scripts go.
  var limits: LimitsPlacement = .beside

  /// An atom that is the same to both sides.
  init(_ node: Node, _ atomClass: AtomClass? = .ordinary, limits: LimitsPlacement = .beside) {
    self.node = node
    self.left = atomClass
    self.right = atomClass
    self.limits = limits
  }

  /// An atom between an opening and a closing delimiter.
  static func enclosed(_ node: Node) -> Self {
    var atom = Self(node, .opening)
    atom.right = .closing
    return atom
  }

  /// Atoms in braces: one ordinary atom.
  static func group(_ atoms: [Self]) -> Self {
    guard atoms.count == 1, var atom = atoms.first, atom.left != nil else {
      return Self(.row(atoms))
    }
    atom.left = .ordinary
    atom.right = .ordinary
    atom.limits = .beside
    return atom
  }
}

/// Where an atom's subscript and superscript go.
enum LimitsPlacement: Sendable {
  /// To the right.
  case beside
  /// Below and above in a displayed formula, to the right elsewhere.
  case belowInDisplay
  /// Below and above.
  case below
}

/// The size and tightness of a part of a formula, as in chapter 17 of The TeXbook.
enum MathStyle: Sendable {
  case display
  case text
  case script
  case scriptScript

  /// Whether binary operators and relations stand without spaces.
  var isScript: Bool { self == .script || self == .scriptScript }

  /// The style of subscripts and superscripts.
  var forScripts: Self { isScript ? .scriptScript : .script }

  /// The style of numerators and denominators.
  var forFractions: Self { self == .display ? .text : forScripts }
}
