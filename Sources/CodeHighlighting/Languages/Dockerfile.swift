extension CodeLanguage {
  static let dockerfile = CodeLanguage("Dockerfile", "dockerfile", "docker", "containerfile") {
    .dockerfile
  }
}

extension Grammar {
  fileprivate static let dockerfile = Grammar(
    [
      Mode(
        name: "file", words: Words(otherwise: .plain),
        rules: [
          .line("#", when: .firstOnLine),
          .scan(
            anyOf: instructionStarts, readInstruction, into: "line", as: .keyword,
            when: .firstOnLine),
        ]),
      .code(
        "line",
        Words(keywords: "AS as", extraBytes: "-./", follower: 0x3D, followedClass: .variable),
        [
          .scan("--", readOption, as: .attribute, when: .wordStart),
          .scan("#", readComment, as: .comment, when: .firstOnLine),
          .escape("\\", .plain),
          .leaveBefore("\n"), .leaveBefore("\r"),
          .enter("\"", "sh.doubleQuoted", .string), .enter("'", "sh.singleQuoted", .string),
          .enter("${", "sh.parameter", .variable), .enter("$(", "sh.code", .variable),
          .sigil("$", .variable),
        ]),
    ] + [Mode].bash.prefixed("sh."))

  private static let instructionStarts: StaticString = "ACEFHLMORSUVWacefhlmorsuvw"

  private static let instructions = WordTable(
    """
    add arg cmd copy entrypoint env expose from healthcheck label maintainer onbuild run shell \
    stopsignal user volume workdir
    """.split(separator: " ").map { (Array($0.utf8), 0) })

  /// An instruction's name; its line is continued by backslashes.
  private static let readInstruction: Rule.ScanFunction = { tokenizer, target in
    let end = tokenizer.endOfWord(from: tokenizer.position)
    let word = UnsafeBufferPointer(rebasing: tokenizer.code[tokenizer.position..<end])
    guard instructions.value(of: word, ignoringCase: true) != nil else { return false }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    tokenizer.enter(target.mode, .plain)
    return true
  }

  /// A line of comment, which does not end a continued instruction.
  private static let readComment: Rule.ScanFunction = { tokenizer, target in
    let end = tokenizer.endOfLine(from: tokenizer.position)
    tokenizer.colour(upTo: end, as: target.tokenClass)
    tokenizer.colour(upTo: tokenizer.endOfCharacter(at: end), as: .plain)
    return true
  }

  /// `--from`.
  private static let readOption: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 2
    while Tokenizer.isWordByte(tokenizer.byte(at: end)) || tokenizer.byte(at: end) == 0x2D {
      end += 1
    }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }
}
