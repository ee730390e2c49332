import Bytes

extension CodeLanguage {
  static let makefile = CodeLanguage("Makefile", "makefile", "make", "mk", "mf", "gnumake") {
    .makefile
  }
}

extension Grammar {
  fileprivate static let makefile = Grammar([
    Mode(
      name: "file", words: words,
      rules: [
        .enter("\t", "recipe", .plain, when: .lineStart),
        .line("#"),
        .escape("\\", .plain),
        .scan(anyOf: nameStarts, readName, as: .function, when: .lineStart),
      ] + expansions),
    .code(
      "recipe", Words(extraBytes: "-./"),
      [
        .escape("\\", .plain),
        .line("#", when: .wordStart),
        .enter("\"", "doubleQuoted", .string), .enter("'", "singleQuoted", .string),
        .leaveBefore("\n"), .leaveBefore("\r"),
      ] + expansions),
    .string("doubleQuoted", end: "\"", [.escape()] + expansions),
    .string("singleQuoted", end: "'", expansions),
    Mode(
      name: "reference", text: .variable,
      rules: [
        .open("(", .variable), .close(")", .variable), .leaveBefore("\n"),
      ] + expansions),
    Mode(
      name: "bracedReference", text: .variable,
      rules: [.close("}", .variable), .leaveBefore("\n")] + expansions),
  ])

  private static let words = Words(
    keywords: """
      define else endef endif export ifdef ifeq ifndef ifneq include -include override private \
      sinclude undefine unexport vpath
      """,
    extraBytes: "-./%", call: .plain)

  private static let expansions: [Rule] = [
    .mark("$$", .plain),
    .enter("$(", "reference", .variable),
    .enter("${", "bracedReference", .variable),
    .scan("$", readAutomatic, as: .variable),
  ]

  private static let nameStarts: StaticString =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./%"

  /// The name of a target or a variable, by the `:` or `=` after the words that begin a line.
  private static let readName: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position
    while end < tokenizer.limit, isName(tokenizer.code[end]) { end += 1 }
    let nameEnd = end
    var next = tokenizer.endOfBlanks(from: end)
    while next > end, next < tokenizer.limit, isName(tokenizer.code[next]) {
      end = next
      while end < tokenizer.limit, isName(tokenizer.code[end]) { end += 1 }
      next = tokenizer.endOfBlanks(from: end)
    }
    let sign = tokenizer.byte(at: next)
    let second = tokenizer.byte(at: next + 1)
    let isAssignment =
      sign == UInt8(ascii: "=")
      || second == UInt8(ascii: "=") && [UInt8]("?+:!").contains(sign)
      || sign == UInt8(ascii: ":") && second == UInt8(ascii: ":")
        && tokenizer.byte(at: next + 2) == UInt8(ascii: "=")
    if isAssignment, end == nameEnd {
      tokenizer.colour(upTo: end, as: .variable)
      return true
    }
    guard sign == UInt8(ascii: ":"), !isAssignment else { return false }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }

  private static func isName(_ byte: UInt8) -> Bool {
    Tokenizer.isWordByte(byte) || [0x2D, 0x2E, 0x2F, 0x25].contains(byte)
  }

  /// `$@`, `$<` and the like.
  private static let readAutomatic: Rule.ScanFunction = { tokenizer, target in
    let next = tokenizer.byte(at: tokenizer.position + 1)
    guard next.isASCIIAlphanumeric || [UInt8]("@<^?*%+|").contains(next) else { return false }
    tokenizer.colour(upTo: tokenizer.position + 2, as: target.tokenClass)
    return true
  }
}
