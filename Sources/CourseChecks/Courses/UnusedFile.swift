import Bytes
import CourseModel
import Diagnostics
import Files

/// A picture, recording or document that lies beside lessons is shown or offered by one of them.
enum UnusedFile: CourseRule {
  static func findings(in checked: CheckedCourse) -> [Diagnostic] {
    let unused = checked.files.filter { path in
      isForLearners(path) && !checked.used.contains(path)
    }
    guard !unused.isEmpty else { return [] }
    // Drafts use files, too.
    let named = names(in: checked)
    return unused.filter { !named.contains($0.name) }.map { path in
      Diagnostic(
        "file-unused", .note, "no text shows or offers \"\(path.name)\"",
        at: SourcePosition(path: path.text), help: "use it, or remove it")
    }
  }

  private static func isForLearners(_ path: RelativePath) -> Bool {
    if path.hasExtension("vtt", "pdf", "zip") { return true }
    // A file without an ending may be of any kind.
    return !path.fileExtension.isEmpty && MediaKind(of: path) != .other
  }

  /// All that may be the name of a file in the course's texts.
  private static func names(in checked: CheckedCourse) -> Set<String> {
    var names: Set<String> = []
    for path in checked.files where ["md", "markdown"].contains(path.fileExtension) {
      guard let bytes = try? checked.portal.sources[path]?.read() else { continue }
      for word in bytes.split(whereSeparator: separates) where word.contains(UInt8(ascii: ".")) {
        let ends = word.reversed().prefix { ".:;!".utf8.contains($0) }
        names.insert(String(utf8: word.dropLast(ends.count).percentDecoded))
      }
    }
    return names
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte.isASCIIWhitespace || "/()[]<>\"'`,#?".utf8.contains(byte)
  }
}
