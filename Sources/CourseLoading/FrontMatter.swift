import Bytes
import Diagnostics
import YAMLTree

/// The YAML between two lines of `---` at the top of a Markdown file, and where the text begins.
package struct FrontMatter {
  /// Where the text begins, in UTF-8 bytes from the file's first.
  package let bodyOffset: Int

  /// The line of the file on which the text begins, counted from 1.
  package let bodyLine: Int

  private let yaml: Range<Int>
  /// Whether front matter begins that has no end.
  let isUnclosed: Bool

  /// Finds the front matter of a file; a file without any is all text.
  package init(of file: [UInt8]) {
    let start = FrontMatter.bodyStart(of: file)
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

  /// The place after a byte order mark, if the file has one.
  private static func bodyStart(of file: [UInt8]) -> Int {
    file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The front matter of a file as YAML, which begins on line 2, and the text after it.
  package static func split(_ file: [UInt8]) -> (yaml: [UInt8], body: [UInt8]) {
    let matter = FrontMatter(of: file)
    return (Array(file[matter.yaml]), Array(file[matter.bodyOffset...]))
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
    return yaml.isEmpty ? nil : decoding.tree(of: Array(file[yaml]), firstLine: 2)
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
