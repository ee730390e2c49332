import Bytes
import Diagnostics
import Files

/// Front matter at the beginning of a text, where nothing reads it: a fence is damaged or missing, or something
/// stands above it.
struct StrayFrontMatter {
  private var lines: Lines
  /// Whether something stands above that is a text's own.
  private var isBelow: Bool
  /// The line of the fence that is open.
  private var fence: Int?
  private var keys = 0

  /// What keeps a file's front matter from being read; `nil` for a text that begins as texts do.
  ///
  /// - Parameters:
  ///   - file: The whole file.
  ///   - matter: The front matter that was found in it, perhaps none.
  ///   - path: Where it is.
  /// - Returns: What to tell.
  static func finding(in file: [UInt8], besides matter: FrontMatter, at path: RelativePath)
    -> Diagnostic?
  {
    let body = file[matter.bodyOffset...]
    guard !matter.isUnclosed else { return nil }
    let isAlone = matter.bodyLine == 1
    if isAlone, isTOML(body) {
      return Diagnostic(
        "front-matter-place", .error, "front matter is YAML between lines of ---, not TOML",
        at: SourcePosition(path: path.text, line: 1, column: 1, length: 3),
        help: "write --- for +++, and key: value for key = value")
    }
    var search = StrayFrontMatter(
      lines: Lines(rest: body, number: matter.bodyLine - 1), isBelow: !isAlone)
    return search.line().map { line in
      Diagnostic(
        "front-matter-place", .error,
        "front matter stands only at the top of a file, between two lines of ---",
        at: SourcePosition(path: path.text, line: line),
        help: isAlone
          ? "make --- the first three characters of the file, and the line after the last key"
          : "move these lines up between the two lines of ---")
    }
  }

  private init(lines: Lines, isBelow: Bool) {
    self.lines = lines
    self.isBelow = isBelow
  }

  /// The line on which it begins; counted from 1.
  ///
  /// A text may have lines across it, and words with colons between them. So below a comment or a heading, and
  /// where fences are missing, front matter is told by a key that decides who may read.
  private mutating func line() -> Int? {
    while let line = lines.next() {
      if line.words.isEmpty {
        // A line across the page, or a paragraph, has ended.
        if keys > 0, fence == nil { return nil }
      } else if Self.isFence(line.words, isFirst: line.number == 1) {
        if let fence, keys > 0, !isBelow { return fence }
        (fence, keys) = (line.number, 0)
      } else if line.words.hasPrefix("<!--") {
        skipComment(from: line.words)
      } else if let key = Self.key(in: line.words) {
        if UnknownKey.decides(key) { return fence ?? line.number }
        keys += 1
      } else if line.words.hasPrefix("# ") {
        isBelow = isBelow || keys == 0
      } else if keys == 0 || !(line.isIndented || line.words.hasPrefix("- ")) {
        return nil
      }
    }
    return nil
  }

  private mutating func skipComment(from words: ArraySlice<UInt8>) {
    isBelow = true
    var words = words.dropFirst(2)
    while !words.holdsCommentEnd {
      guard let next = lines.next() else { return }
      words = next.words
    }
  }

  /// Whether a line was meant to begin or end front matter: hyphens or dashes, or a code fence at the very top.
  private static func isFence(_ line: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
    if line.hasPrefix("```") || line.hasPrefix("~~~") { return isFirst }
    var rest = line
    var count = 0
    while let first = rest.first {
      if first == UInt8(ascii: "-") {
        count += 1
        rest = rest.dropFirst()
      } else if rest.starts(with: [0xE2, 0x80]), let last = rest.dropFirst(2).first,
        (0x90...0x95).contains(last)
      {
        // One dash of another kind is what programs make of two or three hyphens.
        count += 2
        rest = rest.dropFirst(3)
      } else {
        return false
      }
    }
    return count >= 2
  }

  /// The key that a line gives a value.
  private static func key(in line: ArraySlice<UInt8>) -> String? {
    let name = line.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") }
    let rest = line.dropFirst(name.count)
    guard !name.isEmpty, rest.first == UInt8(ascii: ":"),
      rest.count == 1 || rest.dropFirst().first?.isASCIIWhitespace == true
    else { return nil }
    return String(utf8: name)
  }

  /// Whether a text begins with front matter in TOML, as other tools take it.
  private static func isTOML(_ text: ArraySlice<UInt8>) -> Bool {
    var lines = Lines(rest: text, number: 0)
    guard lines.next()?.words.equals("+++") == true else { return false }
    while let line = lines.next(), line.number < 200 {
      if line.words.equals("+++") { return true }
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Whether a comment ends here; what stands behind it on its line belongs to it (CommonMark 0.31 §4.6).
  fileprivate var holdsCommentEnd: Bool {
    indices.contains { self[$0...].hasPrefix("-->") }
  }
}

/// The lines of a text one by one, without white space at their ends, whatever ends them.
private struct Lines {
  struct Line {
    /// Counted from 1.
    let number: Int
    let isIndented: Bool
    let words: ArraySlice<UInt8>
  }

  var rest: ArraySlice<UInt8>
  /// That of the line before.
  var number: Int

  mutating func next() -> Line? {
    guard !rest.isEmpty else { return nil }
    let line = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    rest = rest[line.endIndex...]
    if rest.hasPrefix("\r\n") { rest = rest.dropFirst() }
    rest = rest.dropFirst()
    number += 1
    return Line(
      number: number, isIndented: line.first?.isASCIIWhitespace == true,
      words: Lines.trimmed(line))
  }

  /// U+00A0, U+200B to U+200D and U+FEFF, which nobody sees.
  private static let hidden: [[UInt8]] = [
    [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x8C], [0xE2, 0x80, 0x8D], [0xEF, 0xBB, 0xBF],
  ]

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var words = line.trimmingASCIIWhitespace
    while (words.first ?? 0) >= 0x80 || (words.last ?? 0) >= 0x80 {
      let start = hidden.first(where: words.starts)
      let end = start == nil ? hidden.first { words.suffix($0.count).elementsEqual($0) } : nil
      guard start != nil || end != nil else { break }
      words = words.dropFirst(start?.count ?? 0).dropLast(end?.count ?? 0).trimmingASCIIWhitespace
    }
    return words
  }
}
