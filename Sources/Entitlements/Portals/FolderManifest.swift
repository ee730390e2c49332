import Bytes

/// Every file of a folder with its SHA-256 and size, as `manifest.json`.
///
/// The text is JSON, an object with one member a line, `"path":["sha256",size]`, sorted by the
/// paths' bytes. It is read only in exactly this form, so that no two parsers can read it
/// differently.
package struct FolderManifest: Sendable {
  /// The file's name in the folder.
  package static let fileName = "manifest.json"

  /// How many bytes the file may have, and how many entries.
  static let greatestSize = 256 << 20
  static let greatestCount = 1_000_000

  /// The file's bytes.
  package let text: [UInt8]

  /// The files, sorted by the paths' bytes.
  package let entries: [Entry]

  /// A file of a folder.
  package struct Entry: Hashable, Sendable {
    /// Where in ``FolderManifest/text`` the path is.
    fileprivate let path: Range<Int>
    /// Where the digest's 64 digits begin.
    fileprivate let digest: Int
    /// The file's size in bytes.
    package let size: Int
  }

  /// The path of an entry.
  package func path(of entry: Entry) -> ArraySlice<UInt8> { text[entry.path] }

  /// The SHA-256 of an entry, 32 bytes.
  package func digest(of entry: Entry) -> [UInt8] {
    Hexadecimal.decoded(text[entry.digest..<(entry.digest + 64)]) ?? []
  }
}

extension FolderManifest {
  /// Makes a manifest.
  ///
  /// - Parameter files: Every file: path, SHA-256 and size, sorted by the paths' bytes.
  /// - Throws: ``Refusal`` for a path that no manifest may hold, or too many files.
  init(of files: [(path: [UInt8], digest: [UInt8], size: Int)]) throws(Refusal) {
    var text = [UInt8]("{\n")
    for (index, file) in files.enumerated() {
      if index > 0 { text.append(",\n") }
      text.append("\"")
      text.append(contentsOf: file.path)
      text.append("\":[\"")
      text.append(contentsOf: Hexadecimal.encoded(file.digest))
      text.append("\",")
      text.append(decimal: file.size)
      text.append("]")
    }
    text.append("\n}\n")
    try self.init(parsing: text)
  }

  /// Reads a manifest.
  ///
  /// - Throws: ``Refusal`` for any text that this program would not have written.
  package init(parsing text: [UInt8]) throws(Refusal) {
    guard text.count <= FolderManifest.greatestSize else {
      throw Refusal(.tooLarge, "the manifest has more than \(FolderManifest.greatestSize) bytes")
    }
    var reader = ManifestReader(text)
    entries = try reader.readEntries()
    self.text = text
  }
}

private struct ManifestReader {
  private let text: [UInt8]
  private var offset = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func readEntries() throws(Refusal) -> [FolderManifest.Entry] {
    var entries: [FolderManifest.Entry] = []
    var previous: Range<Int>?
    try expect("{\n")
    repeat {
      try expect("\"")
      let start = offset
      guard let end = text[offset...].firstIndex(of: UInt8(ascii: "\"")) else { throw broken() }
      let path = start..<end
      offset = end
      if let problem = PublishedPath.problem(with: text[path]) {
        throw Refusal(
          .unsafeName, "the manifest lists \(ShownText.quoted(text[path])), but \(problem)")
      }
      if let previous, !text[previous].lexicographicallyPrecedes(text[path]) {
        throw Refusal(.badManifest, "the manifest is not sorted, or lists a file twice")
      }
      previous = path
      try expect("\":[\"")
      let digest = offset
      guard Hexadecimal.decoded(text[offset...].prefix(64))?.count == 32 else { throw broken() }
      offset += 64
      try expect("\",")
      entries.append(FolderManifest.Entry(path: path, digest: digest, size: try readSize()))
      try expect("]")
      guard entries.count <= FolderManifest.greatestCount else {
        throw Refusal(
          .tooLarge, "the manifest lists more than \(FolderManifest.greatestCount) files")
      }
    } while take(",\n")
    try expect("\n}\n")
    guard offset == text.count else { throw broken() }
    return entries
  }

  private func broken() -> Refusal {
    Refusal(.badManifest, "the manifest is not written as the format demands, at byte \(offset)")
  }

  private mutating func take(_ expected: StaticString) -> Bool {
    guard text[offset...].hasPrefix(expected) else { return false }
    offset += expected.utf8CodeUnitCount
    return true
  }

  private mutating func expect(_ expected: StaticString) throws(Refusal) {
    guard take(expected) else { throw broken() }
  }

  private mutating func readSize() throws(Refusal) -> Int {
    let digits = text[offset...].prefix(17).prefix { $0.isASCIIDigit }
    guard let value = digits.decimalNumber, value <= SignedValue.greatestInteger,
      digits.first != UInt8(ascii: "0") || digits.count == 1
    else { throw broken() }
    offset += digits.count
    return value
  }
}
