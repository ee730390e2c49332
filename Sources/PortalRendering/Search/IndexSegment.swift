import Bytes
import CourseModel
import Files

/// What can be found in one part of a portal, and what is shown of it.
struct IndexSegment: Sendable {
  let language: LanguageTag
  /// The part's folder, or its only page.
  let part: RelativePath
  let postings: TermPostings
  /// What the script shows of the documents: for each an array as JavaScript.
  let rows: [UInt8]
  /// Where the row of each document ends.
  let rowEnds: [UInt32]

  /// How many documents there are.
  var documentCount: Int { rowEnds.count }
}

extension IndexSegment: Storable {
  func store(in bytes: inout [UInt8]) {
    language.text.store(in: &bytes)
    part.store(in: &bytes)
    rows.store(in: &bytes)
    bytes.store(numbers: rowEnds)
    postings.bytes.store(in: &bytes)
  }

  init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    guard let language = LanguageTag(try String(from: &stored)) else {
      throw StoredBytes.Malformed()
    }
    self.language = language
    part = try RelativePath(from: &stored)
    rows = try [UInt8](from: &stored)
    rowEnds = try stored.numbers()
    let ends = rowEnds.map(Int.init)
    guard zip([0] + ends, ends + [rows.count]).allSatisfy({ $0 <= $1 }),
      ends.last ?? 0 == rows.count,
      let postings = TermPostings(stored: try [UInt8](from: &stored), documentCount: ends.count)
    else { throw StoredBytes.Malformed() }
    self.postings = postings
  }
}
