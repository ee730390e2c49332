import Testing

@testable import MathTypesetting

@Suite struct SymbolTests {
  @Test func coversWhatAuthorsWrite() {
    #expect(SymbolTable.all.flatMap(\.symbols).count >= 350)
  }

  @Test(arguments: Command.names)
  func typesetsTheCommand(name: String) throws {
    let isSymbol: Bool
    if case .symbol? = Command.named[name] { isSymbol = true } else { isSymbol = false }
    let candidates =
      isSymbol
      ? ["\\\(name)"]
      : [
        "\\\(name) x", "\\\(name){1em}", "\\\(name){x}{y}", "\\\(name)(", "x\\\(name) y",
        "\\left(\\\(name)) x", "\\begin{matrix}x\\\(name)\\end{matrix}",
        "\\begin{matrix}\\\(name) x\\end{matrix}", "\\\(name){matrix}x\\end{matrix}",
        "\\begin{matrix}x\\\(name){matrix}", "\\sum\\\(name)_x", "\\left(\\\(name)|\\right)",
        "\\\(name)( x \\right)",
      ]
    let typeset = candidates.lazy.compactMap { try? element(of: $0) }.first
    let reader = ElementReader(try #require(typeset))
    #expect(reader.isWellFormed)
    #expect(reader.wrongCounts.isEmpty)
  }

  @Test func givesNoNameTwoMeanings() {
    var meanings: [String: String] = [:]
    for (name, symbol) in SymbolTable.all.flatMap(\.symbols) {
      #expect(meanings[name] == nil || meanings[name] == symbol.text, "\(name)")
      meanings[name] = symbol.text
    }
    for (name, _) in Command.constructs { #expect(meanings[name] == nil, "\(name)") }
  }

  @Test func showsOneCharacterForEachSymbol() {
    for (name, symbol) in SymbolTable.all.flatMap(\.symbols) {
      #expect(symbol.text.unicodeScalars.count == 1, "\(name)")
    }
  }
}
