extension CodeLanguage {
  static let plain = CodeLanguage("Plain text", "plain", "text", "txt", "plaintext", "none") {
    .plain
  }
}

extension Grammar {
  fileprivate static let plain = Grammar([Mode(name: "text")])
}
