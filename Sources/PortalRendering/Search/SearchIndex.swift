import Bytes
import CourseModel
import Files

/// The words of many pages in one language, made for the theme's search script.
///
/// Each course makes its own index; joined in a fixed order they give the same files on any number of threads.
struct SearchIndex: Sendable {
  let language: LanguageTag
  private var counter = TermCounter()
  /// What the documents hold; one segment for each index that was joined, so that nothing is copied.
  private(set) var segments = [Segment()]
  /// Which documents belong together, and may be searched alone.
  private(set) var parts: [Part]

  private var reader = WordReader()
  private var texts: SearchTexts

  /// Documents that follow each other.
  struct Segment: Sendable {
    /// The terms of all documents, one document after the other.
    fileprivate(set) var uses: [TermUse] = []
    /// Where the uses of each document end.
    fileprivate(set) var useEnds: [UInt32] = []
    /// What the script shows of the documents: for each an array as JavaScript.
    fileprivate(set) var rows: [UInt8] = []
    /// Where the row of each document ends.
    fileprivate(set) var rowEnds: [Int] = []
    /// The numbers that the terms have now, by those in `uses`; empty where these are the same.
    fileprivate var numbers: [UInt32] = []

    /// The number of a used term.
    func number(of use: TermUse) -> Int {
      numbers.isEmpty ? use.number : Int(numbers[use.number])
    }
  }

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

  /// The index of a whole language.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - indexes: Its parts, in order; none for an index of nothing.
  init(language: LanguageTag, joining indexes: [SearchIndex] = []) {
    self = indexes.first ?? SearchIndex(language: language, part: .root)
    for index in indexes.dropFirst() { merge(index) }
  }

  /// The words of all documents.
  var terms: TermTable { counter.terms }

  /// How many documents there are.
  var documentCount: Int { segments.reduce(0) { $0 + $1.rowEnds.count } }

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
    counter.moveUses(to: &segments[0].uses)
    segments[0].useEnds.append(UInt32(segments[0].uses.count))
    parts[parts.count - 1].count += 1
    var full: [(RelativePath, [UInt8])] = []
    appendRow(of: document, texts.add(document.words, to: &full))
    try hand(over: full, receive)
  }

  /// Hands over the last file of texts, and gives back what only more pages would need.
  mutating func finishTexts(_ receive: PageReceiver) throws(FileError) {
    var last: [(RelativePath, [UInt8])] = []
    texts.finish(&last)
    try hand(over: last, receive)
    counter.finish()
    reader = WordReader()
    segments[0].uses = segments[0].uses.withUnsafeBufferPointer(Array.init)
    segments[0].rows = segments[0].rows.withUnsafeBufferPointer(Array.init)
  }

  /// Adds the pages of another index after those of this one.
  mutating func merge(_ other: SearchIndex) {
    let numbers = counter.add(other.terms)
    segments += other.segments.map { segment in
      var segment = segment
      segment.numbers =
        segment.numbers.isEmpty ? numbers : segment.numbers.map { numbers[Int($0)] }
      return segment
    }
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
    segments[0].rows.append(UInt8(ascii: "["))
    segments[0].rows.append(quoting: document.title.utf8)
    segments[0].rows.append(UInt8(ascii: ","))
    segments[0].rows.append(quoting: document.url.reference(from: .root))
    segments[0].rows.append(UInt8(ascii: ","))
    segments[0].rows.append(quoting: document.courseTitle.utf8)
    segments[0].rows.append(UInt8(ascii: ","))
    segments[0].rows.append(quoting: text.file.reference(from: .root))
    segments[0].rows.append(UInt8(ascii: ","))
    segments[0].rows.append(decimal: text.index)
    segments[0].rows.append(UInt8(ascii: "]"))
    segments[0].rowEnds.append(segments[0].rows.count)
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

extension SearchIndex: Storable {
  /// Stores an index whose texts are finished, and that none was joined to.
  func store(in bytes: inout [UInt8]) {
    language.text.store(in: &bytes)
    parts[0].path.store(in: &bytes)
    terms.store(in: &bytes)
    segments[0].store(in: &bytes)
  }

  init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    guard let language = LanguageTag(try String(from: &stored)) else {
      throw StoredBytes.Malformed()
    }
    self.init(language: language, part: try RelativePath(from: &stored))
    counter = TermCounter(after: try TermTable(from: &stored))
    segments = [try Segment(from: &stored, termCount: terms.count)]
    parts[0].count = segments[0].rowEnds.count
  }
}

extension SearchIndex.Segment {
  fileprivate func store(in bytes: inout [UInt8]) {
    bytes.store(numbers: uses.map(\.stored))
    bytes.store(numbers: useEnds)
    rows.store(in: &bytes)
    bytes.store(all: rowEnds)
  }

  fileprivate init(from stored: inout StoredBytes, termCount: Int) throws(StoredBytes.Malformed) {
    for number in try stored.numbers() {
      uses.append(try TermUse(stored: number, count: termCount))
    }
    useEnds = try stored.numbers()
    rows = try [UInt8](from: &stored)
    rowEnds = try stored.values()
    guard useEnds.count == rowEnds.count, Self.areEnds(useEnds.map(Int.init), of: uses.count),
      Self.areEnds(rowEnds, of: rows.count)
    else { throw StoredBytes.Malformed() }
  }

  /// Whether numbers cut a whole into parts that follow each other.
  private static func areEnds(_ ends: [Int], of count: Int) -> Bool {
    zip([0] + ends, ends + [count]).allSatisfy { $0 <= $1 } && (ends.last ?? 0) == count
  }
}
