import Files

/// A currency of ISO 4217.
package struct Currency: Hashable, Sendable {
  /// Three capital letters, such as `EUR`.
  package let code: String

  /// How many digits the minor unit takes: 2 for EUR, 0 for JPY, 3 for KWD.
  package let decimals: Int

  /// Finds a currency by its code; `nil` if ISO 4217 lists none.
  package init?(code: String) {
    guard let decimals = Currency.decimals[code] else { return nil }
    self.code = code
    self.decimals = decimals
  }

  /// All codes, ordered.
  package static var codes: [String] { decimals.keys.sorted() }

  private static let decimals: [String: Int] = {
    var table: [String: Int] = [:]
    for line in BuiltinFiles.text(at: "catalog/currencies.txt").split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let decimals = Int(words[1]) { table[String(words[0])] = decimals }
    }
    return table
  }()
}
