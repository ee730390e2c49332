extension CodeLanguage {
  static let console = CodeLanguage(
    "Console", "console", "shell-session", "shellsession", "sh-session", "bash-session", "terminal"
  ) { .console }
}

extension Grammar {
  fileprivate static let console = Grammar(
    [
      Mode(
        name: "session", text: .output,
        rules: [
          .scan(anyOf: "$#%>", readPrompt, into: "bash.code", as: .prompt, when: .lineStart),
          .scan(
            anyOf: hostStarts, readHostPrompt, into: "bash.code", as: .prompt, when: .lineStart),
        ])
    ] + [Mode].bash.prefixed("bash."))

  private static let hostStarts: StaticString =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ([~"

  /// A prompt's sign and a blank; the command goes on to the end of the line, or of the last line
  /// that a backslash continues.
  private static let readPrompt: Rule.ScanFunction = { tokenizer, target in
    read(&tokenizer, target, signAt: tokenizer.position)
  }

  /// Something like `user@host:~$`, or a path or name in brackets before the sign.
  private static let readHostPrompt: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position
    var hasMark = false
    while end < tokenizer.limit, end < tokenizer.position + 80 {
      let byte = tokenizer.code[end]
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") {
        break
      }
      if byte == 0x0A || byte == 0x0D { return false }
      if byte == 0x20, !hasMark { return false }
      if byte == 0x40 || byte == 0x7E || byte == 0x29 || byte == 0x5B { hasMark = true }
      end += 1
    }
    return hasMark && read(&tokenizer, target, signAt: end)
  }

  private static func read(
    _ tokenizer: inout Tokenizer, _ target: Rule.Target, signAt sign: Int
  ) -> Bool {
    let next = tokenizer.byte(at: sign + 1)
    guard sign < tokenizer.limit, next == 0x20 || next == 0x0A || next == 0 else { return false }
    tokenizer.colour(upTo: sign + 1, as: target.tokenClass)
    var end = tokenizer.endOfLine(from: sign + 1)
    while end < tokenizer.limit, tokenizer.code[end - 1] == UInt8(ascii: "\\") {
      end = tokenizer.endOfLine(from: end + 1)
    }
    tokenizer.enterRegion(target.mode, upTo: end)
    return true
  }
}
