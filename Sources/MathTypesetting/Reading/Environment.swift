/// What stands between `\begin` and `\end`.
struct Environment: Sendable {
  /// The kind of table, or `nil` for a single formula.
  var table: Table.Kind?

  /// The delimiters around the table.
  var left: String?
  var right: String?

  /// The columns, where they are fixed.
  var columns: [Table.Column] = []

  /// The most columns a row can have, where they are not named.
  var maximumColumns: Int?

  /// What the environment is told after its name.
  var parameter: Parameter = .none

  /// What an environment is told.
  enum Parameter: Sendable {
    case none
    /// The alignment of each column, such as `{lcr}`.
    case columns
    /// How many pairs of columns there are.
    case count
  }

  /// The environments by name.
  static let named: [String: Self] = {
    let left = Table.Column(alignment: .left)
    let equation = [
      Table.Column(alignment: .right), Table.Column(alignment: .center), left,
    ]
    var environments: [String: Self] = [
      "matrix": Self(table: .matrix), "smallmatrix": Self(table: .smallMatrix),
      "pmatrix": Self(table: .matrix, left: "(", right: ")"),
      "bmatrix": Self(table: .matrix, left: "[", right: "]"),
      "Bmatrix": Self(table: .matrix, left: "{", right: "}"),
      "vmatrix": Self(table: .matrix, left: "|", right: "|"),
      "Vmatrix": Self(table: .matrix, left: "‖", right: "‖"),
      "cases": Self(table: .cases, left: "{", columns: [left, left]),
      "dcases": Self(table: .displayedCases, left: "{", columns: [left, left]),
      "rcases": Self(table: .cases, right: "}", columns: [left, left]),
      "array": Self(table: .array, parameter: .columns),
      "aligned": Self(table: .align), "split": Self(table: .align, maximumColumns: 2),
      "alignedat": Self(table: .align, parameter: .count),
      "gathered": Self(table: .gather, maximumColumns: 1),
    ]
    for star in ["", "*"] {
      environments["equation" + star] = Self()
      environments["align" + star] = Self(table: .align)
      environments["flalign" + star] = Self(table: .align)
      environments["alignat" + star] = Self(table: .align, parameter: .count)
      environments["gather" + star] = Self(table: .gather, maximumColumns: 1)
      environments["multline" + star] = Self(table: .gather, maximumColumns: 1)
      environments["eqnarray" + star] = Self(table: .align, columns: equation)
    }
    environments["math"] = Self()
    environments["displaymath"] = Self()
    return environments
  }()

  /// The names of the environments, in order.
  static let names: [String] = named.keys.sorted()
}
