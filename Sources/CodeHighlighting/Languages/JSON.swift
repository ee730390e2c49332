import Bytes

extension CodeLanguage {
  static let json = CodeLanguage(
    "JSON", "json", "jsonc", "json5", "jsonl", "geojson", "webmanifest"
  ) {
    .json
  }
}

extension Grammar {
  /// With the comments and bare keys of its supersets.
  fileprivate static let json = Grammar([
    .code(
      "code",
      Words(
        constants: "true false null", follower: UInt8(ascii: ":"), followedClass: .property,
        followerMayBeSpaced: true),
      .slashComments + [
        .scan(anyOf: "\"'", Scanner.keyOrString(before: UInt8(ascii: ":")), as: .string),
        .scan("-", readNegativeNumber, as: .number),
      ]),
    .comment(),
  ])

  private static let readNegativeNumber: Rule.ScanFunction = { tokenizer, _ in
    guard tokenizer.byte(at: tokenizer.position + 1).isASCIIDigit else { return false }
    tokenizer.readNumber()
    return true
  }
}
