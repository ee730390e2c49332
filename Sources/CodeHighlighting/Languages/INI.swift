extension CodeLanguage {
  static let ini = CodeLanguage(
    "INI", "ini", "cfg", "conf", "dosini", "properties", "env", "dotenv", "editorconfig",
    "gitconfig"
  ) { .ini }
}

extension Grammar {
  fileprivate static let ini = Grammar([
    Mode(
      name: "file", words: Words(otherwise: .plain),
      rules: [
        .line("#", when: .firstOnLine), .line(";", when: .firstOnLine),
        .enter("[", "section", .heading, when: .firstOnLine),
        .scan(anyOf: keyStarts, readKey, into: "value", as: .property, when: .firstOnLine),
      ]),
    Mode(name: "section", text: .heading, rules: [.leave("]", .heading)] + Rule.leaveAtLineEnd),
    .code(
      "value",
      Words(
        constants: "true false yes no on off null none", extraBytes: "-./:", ignoresCase: true,
        call: .plain),
      [
        .line(";", when: .wordStart), .line("#", when: .wordStart),
        .enter("\"", "doubleQuoted", .string), .enter("'", "singleQuoted", .string),
        .enter("${", "reference", .variable),
      ] + Rule.leaveAtLineEnd),
    .string("doubleQuoted", end: "\""),
    .string("singleQuoted", end: "'", []),
    Mode(name: "reference", text: .variable, rules: [.leave("}", .variable)] + Rule.leaveAtLineEnd),
  ])

  private static let keyStarts: StaticString =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.*\""

  /// What stands before `=` or `:` on a line.
  private static let readKey: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position
    while end < tokenizer.limit, tokenizer.code[end] != UInt8(ascii: "="),
      tokenizer.code[end] != UInt8(ascii: ":"), tokenizer.code[end] != 0x0A
    { end += 1 }
    guard end < tokenizer.limit, tokenizer.code[end] != 0x0A else { return false }
    tokenizer.colour(upTo: tokenizer.lastByte(before: end) + 1, as: target.tokenClass)
    tokenizer.colour(upTo: end + 1, as: .plain)
    tokenizer.enter(target.mode, .plain)
    return true
  }
}
