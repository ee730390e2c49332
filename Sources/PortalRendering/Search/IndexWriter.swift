import Bytes
import CourseModel
import Files

/// Collects the words of the pages in one part of a portal.
///
/// Each course has its own, so that courses can be made on any number of threads.
struct IndexWriter: Sendable {
  private let language: LanguageTag
  private let part: RelativePath
  private var reader = WordReader()
  private var counter = TermCounter()
  /// The terms of all documents, one document after the other.
  private var uses: [TermUse] = []
  /// Where the uses of each document end.
  private var useEnds: [UInt32] = []
  private var rows: [UInt8] = []
  private var rowEnds: [UInt32] = []
  private var texts: SearchTexts

  /// Begins an index of the pages in `part`, the folder of a course, or of one page.
  init(language: LanguageTag, part: RelativePath) {
    self.language = language
    self.part = part
    texts = SearchTexts(of: part)
  }

  /// Adds a page, and hands over a file of texts that is full.
  mutating func add(_ document: SearchDocument, _ receive: PageReceiver) throws(FileError) {
    var title = document.title
    title.withUTF8 { Self.count($0, as: .title, &reader, &counter) }
    document.words.withUnsafeBufferPointer { words in
      var end = 0
      for heading in document.headings {
        Self.count(.init(rebasing: words[end..<heading.lowerBound]), as: .text, &reader, &counter)
        Self.count(.init(rebasing: words[heading]), as: .heading, &reader, &counter)
        end = heading.upperBound
      }
      Self.count(.init(rebasing: words[end...]), as: .text, &reader, &counter)
    }
    counter.moveUses(to: &uses)
    useEnds.append(UInt32(uses.count))
    var full: [(RelativePath, [UInt8])] = []
    appendRow(of: document, texts.add(document.words, to: &full))
    try hand(over: full, receive)
  }

  /// Hands over the last file of texts, and gives what is left of all pages.
  mutating func finish(_ receive: PageReceiver) throws(FileError) -> IndexSegment {
    var last: [(RelativePath, [UInt8])] = []
    texts.finish(&last)
    try hand(over: last, receive)
    return IndexSegment(
      language: language, part: part,
      postings: TermPostings(of: counter.terms, uses: uses, ends: useEnds),
      rows: rows.withUnsafeBufferPointer(Array.init), rowEnds: rowEnds)
  }

  private static func count(
    _ text: UnsafeBufferPointer<UInt8>, as part: DocumentPart, _ reader: inout WordReader,
    _ counter: inout TermCounter
  ) {
    reader.read(text) { word, hash in counter.add(word, hash: hash, in: part) }
  }

  private mutating func appendRow(of document: SearchDocument, _ text: SearchTexts.Place) {
    rows.append(UInt8(ascii: "["))
    rows.append(scriptString: document.title.utf8)
    rows.append(UInt8(ascii: ","))
    rows.append(scriptString: document.url.reference(from: .root))
    rows.append(UInt8(ascii: ","))
    rows.append(scriptString: document.courseTitle.utf8)
    rows.append(UInt8(ascii: ","))
    rows.append(scriptString: text.file.reference(from: .root))
    rows.append(UInt8(ascii: ","))
    rows.append(decimal: text.index)
    rows.append(UInt8(ascii: "]"))
    rowEnds.append(UInt32(rows.count))
  }

  private func hand(over files: [(RelativePath, [UInt8])], _ receive: PageReceiver)
    throws(FileError)
  {
    let index = SearchIndex(language: language, joining: [])
    for (file, texts) in files {
      var script = index.call("texts")
      script.append(scriptString: file.reference(from: .root))
      script.append(",[")
      script += texts
      script.append("])\n")
      try receive(index.folder.appending("text/\(file.text).js"), .bytes(script))
    }
  }
}
