import Diagnostics

/// Findings that are hard to report: in letters of several bytes, at a whole file, with every weight.
enum SampleFindings {
  static let source = "# Knoten\nprice: \"49 €\" # é<b>\n"

  static let all = [
    Diagnostic(
      "value-price", .error, "\"49 €\" is 100% wrong: a, b\nand <c>",
      at: SourcePosition(path: "courses/é b.md", line: 2, column: 8, length: 8),
      help: "write 49 EUR"),
    Diagnostic("image-alt", .warning, "no words", at: SourcePosition(path: "courses/é b.md")),
    Diagnostic(
      "service-unused", .note, "a bell \u{7} rings",
      at: SourcePosition(path: "legal.yml", line: 3, column: 1, length: 4)),
  ]

  static let findings = of(all, folder: "docs/academy")

  static func of(_ all: [Diagnostic], folder: String = "") -> Findings {
    Findings(
      all, version: "1.2.3", folder: folder,
      rule: { id in
        id == "image-alt"
          ? Rule("image-alt", [.warning], "A picture has no words", text: "Write some.") : nil
      },
      source: { $0 == "courses/é b.md" ? Array(source.utf8) : nil })
  }
}
