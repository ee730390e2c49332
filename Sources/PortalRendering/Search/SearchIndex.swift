import Bytes
import CourseModel
import Files

/// The words of many pages in one language, made for the theme's search script.
///
/// Each course makes its own index; joined in a fixed order they give the same files on any number of threads.
struct SearchIndex: Sendable {
  let language: LanguageTag
  private var counter = TermCounter()
  /// The terms of all documents, one document after the other.
  private(set) var uses: [TermUse] = []
  /// Where the uses of each document end.
  private(set) var useEnds: [UInt32] = []
  /// What the script shows of the documents: for each an array as JavaScript.
  private(set) var rows: [UInt8] = []
  /// Where the row of each document ends.
  private(set) var rowEnds: [Int] = []

  private var reader = WordReader()

  init(language: LanguageTag) { self.language = language }

  /// The words of all documents.
  var terms: TermTable { counter.terms }

  /// Adds a page.
  mutating func add(_ document: SearchDocument) {
    var title = document.title
    title.withUTF8 { Self.count($0, isTitle: true, &reader, &counter) }
    document.words.withUnsafeBufferPointer {
      Self.count($0, isTitle: false, &reader, &counter)
    }
    counter.moveUses(to: &uses)
    useEnds.append(UInt32(uses.count))
    appendRow(of: document)
  }

  /// Adds the pages of another index after those of this one.
  mutating func merge(_ other: SearchIndex) {
    let numbers = counter.add(other.terms)
    let start = UInt32(uses.count)
    uses += other.uses.lazy.map { TermUse(number: numbers[$0.number], weight: $0.weight) }
    useEnds += other.useEnds.lazy.map { start + $0 }
    let rowStart = rows.count
    rows += other.rows
    rowEnds += other.rowEnds.lazy.map { rowStart + $0 }
  }

  private static func count(
    _ text: UnsafeBufferPointer<UInt8>, isTitle: Bool, _ reader: inout WordReader,
    _ counter: inout TermCounter
  ) {
    reader.read(text) { word, hash in counter.add(word, hash: hash, isTitle: isTitle) }
  }

  private mutating func appendRow(of document: SearchDocument) {
    rows.append(UInt8(ascii: "["))
    rows.append(quoting: document.title.utf8)
    rows.append(UInt8(ascii: ","))
    rows.append(quoting: document.url.reference(from: .root))
    rows.append(UInt8(ascii: ","))
    rows.append(quoting: document.courseTitle.utf8)
    rows.append(UInt8(ascii: ","))
    rows.append(quoting: document.excerpt)
    rows.append(UInt8(ascii: "]"))
    rowEnds.append(rows.count)
  }
}

extension SearchDocument {
  /// The beginning of the text in one line of up to 300 scalars, whole words if possible.
  fileprivate var excerpt: [UInt8] {
    let limit = 300
    // No scalar takes more than four bytes; between them may be white space.
    var end = min(words.count, limit * 5)
    while end < words.count, end > 0, words[end] & 0xC0 == 0x80 { end -= 1 }
    var beginning = String(utf8: words[..<end])
    return beginning.withUTF8 { text in
      var line: [UInt8] = []
      line.reserveCapacity(min(text.count, limit * 2))
      var count = 0
      var isPending = false
      for byte in text {
        if byte <= 0x20 {
          isPending = count > 0
          continue
        }
        if byte & 0xC0 != 0x80 {
          count += isPending ? 2 : 1
          guard count <= limit else {
            return isPending ? line : line.cutAtSpace(within: 40)
          }
          if isPending { line.append(0x20) }
          isPending = false
        }
        line.append(byte)
      }
      return line
    }
  }
}

extension [UInt8] {
  /// The bytes before the last space, if it is near the end.
  fileprivate func cutAtSpace(within reach: Int) -> [UInt8] {
    suffix(reach).lastIndex(of: 0x20).map { Array(self[..<$0]) } ?? self
  }
}
