import Bytes
import CourseModel
import Files

@testable import PortalRendering

/// An index with all its files, also those that are written while pages are made.
struct SampleIndex {
  private(set) var index: SearchIndex
  let files: [(RelativePath, [UInt8])]

  /// An index of courses, each of some documents.
  init(_ courses: [(name: String, documents: [SearchDocument])]) throws(FileError) {
    var texts: [(RelativePath, [UInt8])] = []
    var segments: [IndexSegment] = []
    for (name, documents) in courses {
      var part = IndexWriter(language: .english, part: RelativePath("courses/\(name)"))
      let keep: PageReceiver = { path, content throws(FileError) in
        texts.append((path, try content.read()))
      }
      for document in documents { try part.add(document, keep) }
      segments.append(try part.finish(keep))
    }
    index = SearchIndex(language: .english, joining: segments)
    files = try SampleIndex.files(of: index) + texts
  }

  /// The files that are made when all pages are known.
  static func files(of index: SearchIndex) throws(FileError) -> [(RelativePath, [UInt8])] {
    var files: [(RelativePath, [UInt8])] = []
    for batch in index.batches {
      _ = try batch.run { path, content throws(FileError) in
        files.append((path, try content.read()))
      }
    }
    return files
  }

  /// An index of one course.
  init(_ documents: [SearchDocument]) throws(FileError) { try self.init([("knots", documents)]) }

  /// The scripts by their paths without `search/en/`.
  var scripts: [String: String] {
    let scripts = files.map { (String($0.0.text.dropFirst(10)), String(utf8: $0.1)) }
    return Dictionary(scripts) { first, _ in first }
  }
}
