import Bytes
package import CourseModel
package import Files

/// The text of a document as Markdown, with marks for the functions of the page that stand in it.
package struct PolicyText: Sendable {
  /// The language that the text is in, which need not be the reader's.
  package var language: LanguageTag
  /// Markdown without what the lock file cannot hold; marks between texts are comments of their own lines.
  package let markdown: String

  /// What follows a mark.
  package enum Piece: Sendable {
    /// Text of the clauses.
    case generated(String)
    /// The operator's own words, from a file.
    case own(String, file: RelativePath)
    case part(PolicyPart)
  }

  /// Makes a text out of its Markdown, in which a space stands for each character that the lock file cannot hold.
  package init(language: LanguageTag, markdown: String) {
    self.language = language
    // Before a digest is taken, and before a page is made: what is locked is what was read.
    self.markdown = PolicyText.lockable(markdown)
  }

  /// Makes a text out of its pieces.
  init(language: LanguageTag, pieces: [Piece]) {
    var markdown = ""
    for piece in pieces {
      if !markdown.isEmpty { markdown += "\n" }
      switch piece {
      case .generated(let text): markdown += "\(PolicyText.textMark)\n\n\(text.withOneLineEnd)"
      case .own(let text, let file):
        markdown += "\(PolicyText.fileMark)\(file)\(PolicyText.markEnd)\n\n"
        // Lines keep their numbers.
        markdown += text.prefix { $0.isNewline } + text.withOneLineEnd
      case .part(let part):
        markdown += "\(PolicyText.partMark)\(part.rawValue)\(PolicyText.markEnd)\n"
      }
    }
    self.init(language: language, markdown: markdown)
  }

  private static let textMark = "<!-- text -->"
  private static let fileMark = "<!-- file: "
  private static let partMark = "<!-- part: "
  private static let markEnd = " -->"

  /// Whether some of it is text of clauses, and not in an operator's own words.
  package var isMade: Bool {
    pieces.contains {
      if case .generated = $0 { return true }
      return false
    }
  }

  /// The text at its marks.
  package var pieces: [Piece] {
    var pieces: [Piece] = []
    var (file, lines): (RelativePath?, [Substring]) = (nil, [])
    func finish() {
      // Below a mark is one blank line.
      let text = lines.dropFirst(lines.first == "" ? 1 : 0).joined(separator: "\n")
      if !text.utf8.allSatisfy(\.isASCIIWhitespace) {
        pieces.append(file.map { .own(text, file: $0) } ?? .generated(text))
      }
      (file, lines) = (nil, [])
    }
    for line in markdown.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map(Substring.init)
    {
      if line == PolicyText.textMark {
        finish()
      } else if let name = PolicyText.name(in: line, after: PolicyText.fileMark) {
        finish()
        file = RelativePath(name)
      } else if let part = PolicyText.name(in: line, after: PolicyText.partMark)
        .flatMap(PolicyPart.init(rawValue:))
      {
        finish()
        pieces.append(.part(part))
      } else {
        lines.append(line)
      }
    }
    finish()
    return pieces
  }

  private static func name(in line: Substring, after mark: String) -> String? {
    guard line.hasPrefix(mark), line.hasSuffix(markEnd) else { return nil }
    return String(line.dropFirst(mark.count).dropLast(markEnd.count))
  }

  /// The digest of the text without what is no words: marks, blank lines, white space at the end of lines.
  package var digest: ContentDigest { ContentDigest(of: Array(normalised.utf8)) }

  /// The lines that count.
  var lines: [String] {
    markdown.utf8.split(separator: 0x0A).map(Substring.init).compactMap { line in
      let words = String(utf8: line.utf8.trimmingASCIIWhitespace)
      let isMark =
        line.hasPrefix("<!-- ") && line.hasSuffix(PolicyText.markEnd)
        && !line.dropLast(PolicyText.markEnd.count).contains("-->")
      return words.isEmpty || isMark ? nil : words
    }
  }

  private var normalised: String { lines.joined(separator: "\n") }
}

extension PolicyText {
  /// A text with spaces in place of what YAML refuses or takes for the end of a line, and with line feeds only.
  static func lockable(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isLockable) else { return text }
    var lockable = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        lockable.append("\n")
      } else if scalar != "\n" || previous != "\r" {
        lockable.append(isLockable(scalar) ? scalar : " ")
      }
      previous = scalar
    }
    return String(lockable)
  }

  private static func isLockable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " "..."~", "\t", "\n": return true
    case "\u{2028}", "\u{2029}", "\u{FEFF}": return false
    default:
      let properties = scalar.properties
      return properties.generalCategory != .control && !properties.isNoncharacterCodePoint
    }
  }
}

extension String {
  /// The text without white space at its ends, and with a line end.
  fileprivate var withOneLineEnd: String {
    var bytes = utf8[...]
    while let first = bytes.first, first == 0x0A || first == 0x0D { bytes = bytes.dropFirst() }
    while let last = bytes.last, last.isASCIIWhitespace { bytes = bytes.dropLast() }
    let text = String(Substring(bytes)) + "\n"
    return text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n") : text
  }
}
