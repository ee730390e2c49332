/// Rows and columns of formulas.
struct Table: Sendable {
  var kind: Kind
  var columns: [Column] = []
  var rows: [Row] = []

  /// What a table is for, which decides the style and the spaces of its cells.
  enum Kind: Sendable {
    case matrix
    case smallMatrix
    case cases
    case displayedCases
    case align
    case gather
    case array
    case stack
  }

  /// How the cells of a column stand, and which rules it has.
  struct Column: Sendable {
    var alignment: Alignment
    var hasLineLeft = false
    var hasLineRight = false
  }

  /// Where a cell's content stands.
  enum Alignment: Sendable {
    case left
    case center
    case right
  }

  /// The cells of a row, and what belongs to the row as a whole.
  struct Row: Sendable {
    var cells: [[Atom]] = []
    var tag: [Atom]?
    var hasLineAbove = false
    var hasLineBelow = false
    var spaceBelow: Length?
  }
}
