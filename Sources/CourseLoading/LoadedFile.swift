import Bytes
import CourseModel
import Diagnostics
import Files
import YAMLTree

/// A Markdown file with its front matter decoded.
struct LoadedFile<Values> {
  let values: Values
  /// The heading of the first level that the text begins with.
  let heading: String?
  /// How long the text takes to be read.
  let readingTime: ReadingTime
  let file: MarkdownFile
  let diagnostics: [Diagnostic]

  /// Whether something in the file could not be understood, which might have said who may see it.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads a file; what cannot be read or decoded is a diagnostic, and the values stay as they were.
  init(
    _ path: RelativePath, in tree: FileTree, values: Values, by fields: [Field<Values>],
    of subject: String, settings: PortalSettings
  ) {
    let content = tree[path] ?? .bytes([])
    file = MarkdownFile(path: path, content: content)
    var decoding = Decoding(path: path.text, settings: settings)
    var values = values
    var bytes: [UInt8] = []
    do throws(FileError) {
      bytes = try content.read()
    } catch {
      decoding.diagnostics.append(
        Diagnostic(
          "file-unreadable", .error, error.description, at: SourcePosition(path: path.text),
          help: "make the file readable, or remove it"))
    }
    let frontMatter = FrontMatter(of: bytes)
    if let node = frontMatter.values(in: bytes, decoding: &decoding) {
      decoding.decode(node, into: &values, by: fields, of: subject)
    }
    if let stray = StrayFrontMatter.finding(in: bytes, besides: frontMatter, at: path) {
      decoding.diagnostics.append(stray)
    }
    let body = bytes[frontMatter.bodyOffset...]
    self.values = values
    heading = MarkdownTitle.first(in: body)
    readingTime = ReadingTime(of: body)
    if let line = firstIllFormedLine(of: bytes) {
      // In another form than UTF-8 no front matter is found, whatever it says.
      let isUTF16 = line == 1 && bytes.prefix(4).contains { $0 == 0 || $0 >= 0xFE }
      decoding.diagnostics.append(
        Diagnostic(
          "file-encoding", isUTF16 ? .error : .warning,
          isUTF16
            ? "the file is UTF-16, of which nothing can be read"
            : "the file is not UTF-8 from this line on; what cannot be read is shown as \u{FFFD}",
          at: SourcePosition(path: path.text, line: line), help: "save the file as UTF-8"))
    }
    diagnostics = decoding.diagnostics
  }
}

/// The first line with bytes that are not UTF-8, or the first of a file in UTF-16; `nil` for a proper text.
///
/// Any other U+0000 is told of with the control characters.
private func firstIllFormedLine(of bytes: [UInt8]) -> Int? {
  let mayBeIllFormed = bytes.withUnsafeBufferPointer { $0.has { bit($0 >= 0x80) | bit($0 == 0) } }
  guard mayBeIllFormed else { return nil }
  let beginsAsUTF16 = bytes.prefix(4).prefix { $0 != UInt8(ascii: "\n") }.contains(0)
  if !beginsAsUTF16, String(validating: bytes, as: UTF8.self) != nil { return nil }
  var line = 1
  for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if beginsAsUTF16 || String(validating: text, as: UTF8.self) == nil { return line }
    line += 1
  }
  return nil
}
