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
  /// Which documents belong together, and may be searched alone.
  private(set) var parts: [Part]

  private var reader = WordReader()
  private var texts: SearchTexts

  /// The documents that follow each other in a part of the portal.
  struct Part: Sendable {
    /// The part's folder, or its only page.
    var path: RelativePath
    var count = 0
  }

  /// Begins an index of the pages in `part`, the folder of a course, or of one page.
  init(language: LanguageTag, part: RelativePath) {
    self.language = language
    parts = [Part(path: part)]
    texts = SearchTexts(of: part)
  }

  /// An index of nothing.
  init(language: LanguageTag) { self.init(language: language, part: .root) }

  /// The words of all documents.
  var terms: TermTable { counter.terms }

  /// How many documents there are.
  var documentCount: Int { rowEnds.count }

  /// Where the index is written.
  var folder: RelativePath { RelativePath("search/\(language.text)") }

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
    parts[parts.count - 1].count += 1
    var full: [(RelativePath, [UInt8])] = []
    appendRow(of: document, texts.add(document.words, to: &full))
    try hand(over: full, receive)
  }

  /// Hands over the last file of texts.
  mutating func finishTexts(_ receive: PageReceiver) throws(FileError) {
    var last: [(RelativePath, [UInt8])] = []
    texts.finish(&last)
    try hand(over: last, receive)
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
    parts += other.parts
  }

  /// The beginning of a script that calls a function of the theme's.
  func call(_ function: StaticString) -> [UInt8] {
    var script = [UInt8]("clevioSearch.")
    script.append(function)
    script.append("(\"")
    script.append(text: language.text)
    script.append("\",")
    return script
  }

  private static func count(
    _ text: UnsafeBufferPointer<UInt8>, as part: DocumentPart, _ reader: inout WordReader,
    _ counter: inout TermCounter
  ) {
    reader.read(text) { word, hash in counter.add(word, hash: hash, in: part) }
  }

  private mutating func appendRow(of document: SearchDocument, _ text: SearchTexts.Place) {
    rows.append(UInt8(ascii: "["))
    rows.append(quoting: document.title.utf8)
    rows.append(UInt8(ascii: ","))
    rows.append(quoting: document.url.reference(from: .root))
    rows.append(UInt8(ascii: ","))
    rows.append(quoting: document.courseTitle.utf8)
    rows.append(UInt8(ascii: ","))
    rows.append(quoting: text.file.reference(from: .root))
    rows.append(UInt8(ascii: ","))
    rows.append(decimal: text.index)
    rows.append(UInt8(ascii: "]"))
    rowEnds.append(rows.count)
  }

  private func hand(over files: [(RelativePath, [UInt8])], _ receive: PageReceiver)
    throws(FileError)
  {
    for (file, texts) in files {
      var script = call("texts")
      script.append(quoting: file.reference(from: .root))
      script.append(",[")
      script += texts
      script.append("])\n")
      let path = folder.appending("text/\(file.text).js")
      try receive(path, .bytes(script))
    }
  }
}
