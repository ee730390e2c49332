extension CodeLanguage {
  static let diff = CodeLanguage("Diff", "diff", "patch", "udiff") { .diff }
}

extension Grammar {
  fileprivate static let diff = Grammar([
    Mode(
      name: "text",
      rules: [
        .line("@@", .heading, when: .lineStart),
        .line("diff ", .heading, when: .lineStart),
        .line("index ", .heading, when: .lineStart),
        .line("Index: ", .heading, when: .lineStart),
        .line("=======", .heading, when: .lineStart),
        .line("new file ", .heading, when: .lineStart),
        .line("deleted file ", .heading, when: .lineStart),
        .line("similarity ", .heading, when: .lineStart),
        .line("rename ", .heading, when: .lineStart),
        .line("*** ", .heading, when: .lineStart),
        .line("--- ", .heading, when: .lineStart),
        .line("+++ ", .heading, when: .lineStart),
        .line("\\ ", .comment, when: .lineStart),
        .line("+", .inserted, when: .lineStart),
        .line(">", .inserted, when: .lineStart),
        .line("-", .deleted, when: .lineStart),
        .line("<", .deleted, when: .lineStart),
      ])
  ])
}
