/// What a part of a formula shows.
enum Node: Sendable {
  case identifier(String, isUpright: Bool)
  case number(String)
  case function(String)
  case symbol(Operator)
  case text(String, TextStyle)
  case space(Length)
  /// Changes the style of what follows in the row.
  case style(MathStyle)
  case row([Atom])
  indirect case scripts(Atom, subscript: [Atom]?, superscript: [Atom]?)
  indirect case stack([Atom], under: [Atom]?, over: [Atom]?)
  indirect case accent(Accent, [Atom])
  indirect case fraction([Atom], [Atom], FractionKind)
  indirect case root([Atom], index: [Atom]?)
  indirect case table(Table)
  case phantom(Phantom, [Atom])
  case boxed(Enclosure, [Atom])
}

/// An operator, fence or separator: MathML's `mo`.
struct Operator: Sendable {
  /// What is shown.
  var text: String

  /// The form, where it must not be taken from the position in the row.
  var form: Form?

  /// Whether it grows with its neighbours, where the dictionary says otherwise.
  var isStretchy: Bool?

  /// The height of a delimiter made large by hand.
  var height: Length?

  /// Makes an operator.
  init(_ text: String, form: Form? = nil, isStretchy: Bool? = nil, height: Length? = nil) {
    self.text = text
    self.form = form
    self.isStretchy = isStretchy
    self.height = height
  }

  /// The place of an operator among its operands.
  enum Form: Sendable {
    case prefix
    case infix
    case postfix
  }
}

/// The look of words in a formula.
enum TextStyle: Sendable {
  case plain
  case bold
  case italic
  case monospace
  case sansSerif
}

/// A mark above or below what it belongs to.
struct Accent: Sendable {
  /// The mark.
  let mark: String

  /// Whether the mark grows as wide as its base.
  let isStretchy: Bool

  /// Whether the mark stands below.
  let isBelow: Bool

  /// Whether the mark keeps its full size and stands close.
  let isTight: Bool

  /// Whether the mark is a line as wide as its base, which few fonts can stretch.
  var isLine: Bool { mark == "‾" || mark == "_" }
}

/// How a numerator and a denominator are set.
struct FractionKind: Sendable {
  /// Whether there is a bar between them.
  var hasBar = true

  /// The style that is forced, or `nil` for the style around.
  var style: MathStyle?

  /// The delimiters around, or `nil`.
  var delimiters: Delimiters?

  /// A pair of delimiters.
  struct Delimiters: Sendable {
    let left: String
    let right: String
  }
}

/// Space that is taken without showing anything.
enum Phantom: Sendable {
  case full
  case horizontal
  case vertical
  /// Shown, but without height and depth.
  case smash
}

/// A frame around or a stroke through a part of a formula.
enum Enclosure: Sendable {
  case box
  case cancel
  case backCancel
  case crossCancel
}
