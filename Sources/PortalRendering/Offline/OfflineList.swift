import Bytes
import CourseModel
import Entitlements
package import Files

/// The size and the digest of a file that was made.
package struct FileSummary: Hashable, Sendable {
  /// In bytes.
  package let size: Int
  /// The digest in two halves, which lie in the summary itself: there is one for each page.
  private let first: UInt64
  private let second: UInt64

  /// The first 16 bytes of the content's SHA-256: they tell versions apart, and guard against nobody.
  var digest: [UInt8] {
    withUnsafeBytes(of: (first.bigEndian, second.bigEndian)) { Array($0) }
  }

  /// A summary that was kept.
  ///
  /// - Parameters:
  ///   - size: In bytes.
  ///   - digest: At least 16 bytes, of which the first ones count.
  init(size: Int, digest: some Collection<UInt8>) {
    self.size = size
    first = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    second = digest.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Reads a file, in pieces if it lies on disk.
  ///
  /// - Throws: ``FileError`` if it cannot be read.
  package init(of content: FileContent) throws(FileError) {
    self.init(size: content.size, digest: try ContentDigest(of: content).bytes)
  }
}

/// What a learner saves to read a course without a network: `clevioOffline("knots", {…});`.
struct OfflineList {
  /// A file of the output.
  struct Entry {
    let path: RelativePath
    let summary: FileSummary
    /// Whether it is a file that a learner may do without, such as a film.
    let isMedia: Bool
  }

  let course: Course
  /// The course's own files, and those that its pages need beside them, each ordered by path.
  let own: [Entry]
  let shell: [Entry]
  /// The page that is shown for what was not saved.
  let fallback: RelativePath
  /// The words of the script that saves, by their names.
  let words: [(name: String, text: String)]

  /// Names the course's content; it changes with each of its files, and not with other courses.
  private var version: String {
    var text: [UInt8] = []
    for entry in own {
      text.append(text: entry.path.text)
      text.append(0)
      text += entry.summary.digest
    }
    return OfflineList.text(Array(ContentDigest(of: text).bytes.prefix(16)))
  }

  private static func text(_ digest: [UInt8]) -> String {
    String(utf8: Base64.url.encoded(digest))
  }

  /// The list as a script, because pages may not fetch.
  var script: [UInt8] {
    var script = [UInt8]("clevioOffline(")
    script.append(scriptString: course.slug.utf8)
    script.append(",{\"version\":")
    script.append(scriptString: version.utf8)
    script.append(",\"title\":")
    script.append(scriptString: course.title.utf8)
    script.append(",\"page\":")
    script.append(scriptString: course.output.text.utf8)
    script.append(",\"fallback\":")
    script.append(scriptString: fallback.text.utf8)
    script.append(",\"files\":[")
    for (number, entry) in (own + shell).enumerated() {
      if number > 0 { script.append(",") }
      script.append(entry)
    }
    script.append("],\"words\":")
    script.append(json: .object(words.map { ($0.name, .text($0.text)) }))
    script.append("});\n")
    return script
  }
}

extension [UInt8] {
  /// Appends a file as a list: its path, its size, its digest, and 1 if it is media.
  fileprivate mutating func append(_ entry: OfflineList.Entry) {
    append("[")
    append(scriptString: entry.path.text.utf8)
    append(",")
    append(decimal: entry.summary.size)
    append(",\"")
    Base64.url.append(entry.summary.digest, to: &self)
    append(entry.isMedia ? "\",1]" : "\"]")
  }
}
