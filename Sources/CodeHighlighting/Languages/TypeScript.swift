extension CodeLanguage {
  static let typeScript = CodeLanguage("TypeScript", "typescript", "ts", "mts", "cts") {
    .typeScript
  }

  static let tsx = CodeLanguage("TSX", "tsx") { .tsx }
}

extension Grammar {
  fileprivate static let typeScript = Grammar(.javaScript(words, hasMarkup: false))
  fileprivate static let tsx = Grammar(.javaScript(words, hasMarkup: true))

  private static let words = Words(
    keywords: """
      async await break case catch const continue debugger default delete do else export finally \
      for if import in let return static switch throw try typeof var void while with yield \
      abstract declare infer is keyof override private protected public readonly satisfies unique
      """,
    softKeywords: "as asserts from get module of set",
    constants: JavaScript.constants,
    functionKeywords: "function",
    typeKeywords: "class extends new instanceof enum interface implements",
    softTypeKeywords: "namespace type",
    types: "any bigint boolean never number object string symbol unknown",
    extraBytes: "$", capitalized: .mixedCase)
}
