import Bytes
import Diagnostics
import Files
import YAMLTree

/// The YAML between two lines of `---` at the top of a Markdown file, and where the text begins.
package struct FrontMatter {
  /// Where the text begins, in UTF-8 bytes from the file's first.
  package let bodyOffset: Int

  /// The line of the file on which the text begins, counted from 1.
  package let bodyLine: Int

  private let yaml: Range<Int>
  private let isUnclosed: Bool

  /// Finds the front matter of a file; a file without any is all text.
  package init(of file: [UInt8]) {
    let start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var found: (yaml: Range<Int>, bodyOffset: Int, bodyLine: Int)?
    let first =
      FrontMatter.isFence(file, at: start) ? FrontMatter.endOfLine(file, from: start) : nil
    var lineStart = first ?? file.count
    var line = 2
    while lineStart < file.count, found == nil {
      let end = FrontMatter.endOfLine(file, from: lineStart) ?? file.count
      if FrontMatter.isFence(file, at: lineStart) {
        found = ((first ?? start)..<lineStart, end, line + 1)
      }
      lineStart = end
      line += 1
    }
    yaml = found?.yaml ?? 0..<0
    bodyOffset = found?.bodyOffset ?? start
    bodyLine = found?.bodyLine ?? 1
    isUnclosed = first != nil && found == nil
  }

  /// The front matter of a file as YAML, which begins on line 2, and the text after it.
  package static func split(_ file: [UInt8]) -> (yaml: [UInt8], body: [UInt8]) {
    let matter = FrontMatter(of: file)
    return (Array(file[matter.yaml]), Array(file[matter.bodyOffset...]))
  }

  /// What is wrong with a file without front matter of which a part was meant for it.
  static func misplaced(in file: [UInt8], of path: RelativePath) -> Diagnostic? {
    if isTOML(file) {
      return Diagnostic(
        "front-matter-place", .error, "front matter is YAML between lines of ---, not TOML",
        at: SourcePosition(path: path.text, line: 1, column: 1, length: 3),
        help: "write --- for +++, and key: value for key = value")
    }
    return misplacedLine(in: file).map { line in
      Diagnostic(
        "front-matter-place", .error, "front matter stands only at the top of a file",
        at: SourcePosition(path: path.text, line: line),
        help: "make --- the first three characters of the file")
    }
  }

  /// The line on which front matter begins that is not at the top, where it would be text; counted from 1.
  ///
  /// Below a comment or a heading, where a text may have lines across it, it is told by a key that decides who may read.
  private static func misplacedLine(in file: [UInt8]) -> Int? {
    let lines = firstLines(of: file)
    var start = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    var isBelow = false
    while start < lines.endIndex, !lines[start].equals("---") {
      if lines[start].hasPrefix("<!--") {
        let end = lines[start...].firstIndex { $0.suffix(3).equals("-->") }
        start = end ?? lines.endIndex - 1
      } else if !lines[start].hasPrefix("# "), !lines[start].isEmpty {
        return nil
      }
      start += 1
      isBelow = true
    }
    guard start < lines.endIndex, start > 0 || file.first != UInt8(ascii: "-"),
      let end = lines[(start + 1)...].firstIndex(where: { $0.isEmpty || $0.equals("---") }),
      end > start + 1, lines[end].equals("---"),
      lines[(start + 1)..<end].allSatisfy(isKey),
      !isBelow || lines[(start + 1)..<end].contains(where: decidesWhoMayRead)
    else { return nil }
    return start + 1
  }

  /// Whether a file begins with front matter in TOML, as other tools take it.
  private static func isTOML(_ file: [UInt8]) -> Bool {
    guard file.hasPrefix("+++") else { return false }
    let lines = firstLines(of: file)
    return lines[0].equals("+++") && lines.dropFirst().contains { $0.equals("+++") }
  }

  /// More lines than front matter has, without white space at their ends, and the rest as one.
  private static func firstLines(of file: [UInt8]) -> [ArraySlice<UInt8>] {
    file.split(
      maxSplits: 200, omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: "\n") }
    ).map(\.trimmingASCIIWhitespace)
  }

  private static func decidesWhoMayRead(_ line: ArraySlice<UInt8>) -> Bool {
    UnknownKey.decides(String(utf8: line.prefix { $0 != UInt8(ascii: ":") }))
  }

  /// Whether a line has the form of a key with a value, an item of a list or a comment.
  private static func isKey(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") }
    return line.first == UInt8(ascii: "#") || line.hasPrefix("- ")
      || (!name.isEmpty && line.dropFirst(name.count).first == UInt8(ascii: ":"))
  }

  /// Reads the values; a file without front matter has none.
  func values(in file: [UInt8], decoding: inout Decoding) -> YAMLNode? {
    if isUnclosed {
      decoding.diagnostics.append(
        Diagnostic(
          "front-matter-open", .error, "the front matter has no end",
          at: SourcePosition(path: decoding.path, line: 1, column: 1, length: 3),
          help: "write a line of --- after the last key, or *** for a line across the page"))
      return nil
    }
    guard !yaml.isEmpty else { return nil }
    do throws(YAMLError) {
      let rest = Array(file[yaml])
      return try YAMLTree.parse(rest, path: decoding.path, firstLine: 2)
    } catch {
      decoding.diagnostics.append(error.diagnostic)
      return nil
    }
  }

  /// Whether a line of three hyphens begins at `start`; spaces after it do not count.
  private static func isFence(_ file: [UInt8], at start: Int) -> Bool {
    guard file.count >= start + 3, file[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") })
    else { return false }
    for byte in file[(start + 3)...] {
      if byte == UInt8(ascii: "\n") { return true }
      if !byte.isASCIIWhitespace { return false }
    }
    return true
  }

  private static func endOfLine(_ file: [UInt8], from start: Int) -> Int? {
    file[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
  }
}
