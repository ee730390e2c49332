import Bytes
import CourseModel
import Files
import Synchronization

/// The index as classic scripts, which load from a disk as from a server (Themes/default/README.md).
extension SearchIndex {
  /// About how many bytes a file of terms, or of long lists, has at most.
  static let fileSize = 8_000

  /// How many documents a file of titles has; the theme's script counts on it.
  static let documentsPerFile = 32

  /// What makes the files in `search/<language>/` that are known when all pages are, each handed over at once.
  var batches: [PageBatch] {
    let firsts = FirstKeys()
    let terms = TermPart.allCases.map { part in
      PageBatch { receive throws(FileError) in
        if let all = firsts.add(try writeEntries(of: part, receive), of: part) {
          try receive(folder.appending("terms.js"), .bytes(termsFile(all)))
        }
        return RenderedPages()
      }
    }
    let documents = PageBatch { receive throws(FileError) in
      try receive(folder.appending("courses.js"), .bytes(coursesFile()))
      try writeDocuments(receive)
      return RenderedPages()
    }
    return terms + [documents]
  }

  private func termsFile(_ firsts: [[[UInt8]]]) -> [UInt8] {
    var file = call("terms")
    file.append(decimal: documentCount)
    file.append(",[[")
    for (part, firsts) in firsts.enumerated() {
      if part > 0 { file.append("],[") }
      for (number, first) in firsts.enumerated() {
        if number > 0 { file.append(UInt8(ascii: ",")) }
        file.append(scriptString: first)
      }
    }
    file.append("]])\n")
    return file
  }

  /// Makes the files of terms and those of long lists of a part; tells the first key of each file of terms.
  private func writeEntries(
    of part: TermPart, _ receive: PageReceiver
  ) throws(FileError) -> [[UInt8]] {
    var firsts: [[UInt8]] = []
    var shards = EntryFiles(in: folder, kind: "t", of: part) { name in call("shard", name) }
    var lists = EntryFiles(in: folder, kind: "p", of: part) { name in call("lists", name) }
    let documentCount = documentCount
    var merge = TermMerge(segments, part)
    while let group = merge.next() {
      let entries = SearchEntries(
        terms: group.terms.map { $0[...] }, documents: group.documents,
        documentCount: documentCount
      ).entries
      for entry in entries {
        let value = try value(of: entry, &lists, receive)
        if try shards.add(entry.key, value, receive) == firsts.count { firsts.append(entry.key) }
      }
    }
    try shards.finish(receive)
    try lists.finish(receive)
    return firsts
  }

  /// What a file of terms says of one: its list, or how many documents it has and which file has the list.
  private func value(
    of entry: SearchEntries.Entry, _ lists: inout EntryFiles, _ receive: PageReceiver
  ) throws(FileError) -> [UInt8] {
    var list: [UInt8] = []
    list.append(scriptString: entry.list)
    guard entry.isLong else { return list }
    let file = lists.name(try lists.add(entry.key, list, receive))
    var value = [UInt8(ascii: "[")]
    value.append(decimal: entry.documentCount)
    value.append(UInt8(ascii: ","))
    value.append(scriptString: file.utf8)
    value.append(UInt8(ascii: "]"))
    return value
  }

  /// Where the documents of each course begin, and how many they are.
  private func coursesFile() -> [UInt8] {
    var file = call("courses")
    file.append("{")
    var first = 0
    var isFirst = true
    for segment in segments {
      defer { first += segment.documentCount }
      guard segment.documentCount > 0, segment.part.parts.first == "courses" else { continue }
      if !isFirst { file.append(UInt8(ascii: ",")) }
      isFirst = false
      file.append(scriptString: segment.part.name.utf8)
      file.append(":[")
      file.append(decimal: first)
      file.append(UInt8(ascii: ","))
      file.append(decimal: segment.documentCount)
      file.append("]")
    }
    file.append("})\n")
    return file
  }

  /// Makes the files of titles.
  private func writeDocuments(_ receive: PageReceiver) throws(FileError) {
    var file: [UInt8] = []
    var document = 0
    let count = documentCount
    for segment in segments {
      var start = 0
      for end in segment.rowEnds {
        let number = document / Self.documentsPerFile
        if document % Self.documentsPerFile == 0 {
          file = call("docs")
          file.append(decimal: number)
          file.append(",[")
        } else {
          file.append(UInt8(ascii: ","))
        }
        file += segment.rows[start..<Int(end)]
        start = Int(end)
        document += 1
        guard document % Self.documentsPerFile == 0 || document == count else { continue }
        file.append("])\n")
        try receive(folder.appending("d\(number).js"), .bytes(file))
      }
    }
  }

  private func call(_ function: StaticString, _ name: String) -> [UInt8] {
    var script = call(function)
    script.append(scriptString: name.utf8)
    script.append(UInt8(ascii: ","))
    return script
  }
}

/// The first keys of the files of terms, gathered part by part.
private final class FirstKeys: Sendable {
  private let known = Mutex<[TermPart: [[UInt8]]]>([:])

  /// Adds those of a part; gives those of all parts once there are no more to come.
  func add(_ firsts: [[UInt8]], of part: TermPart) -> [[[UInt8]]]? {
    known.withLock { known in
      known[part] = firsts
      let all = TermPart.allCases.compactMap { known[$0] }
      return all.count == TermPart.allCases.count ? all : nil
    }
  }
}

/// Scripts that hand over an object each, cut where they would become too large.
private struct EntryFiles {
  private let folder: RelativePath
  private let kind: String
  private let part: TermPart
  private let head: (String) -> [UInt8]
  /// The file at hand; empty before the first entry.
  private var file: [UInt8] = []
  private var number = 0

  /// - Parameters:
  ///   - folder: Where the files are written.
  ///   - kind: What their names begin with.
  ///   - part: The part whose number is in their names.
  ///   - head: How the script of a name, without what all begin with, begins, up to the object.
  init(
    in folder: RelativePath, kind: String, of part: TermPart,
    head: @escaping (String) -> [UInt8]
  ) {
    self.folder = folder
    self.kind = kind
    self.part = part
    self.head = head
  }

  /// What a file is called after what all names begin with.
  func name(_ number: Int) -> String { "\(part.rawValue)-\(number)" }

  /// Adds an entry whose value is JavaScript, and hands over a file that is full.
  ///
  /// - Returns: The number of the file that has the entry.
  mutating func add(
    _ key: [UInt8], _ value: [UInt8], _ receive: PageReceiver
  ) throws(FileError) -> Int {
    if !file.isEmpty, file.count + key.count + value.count > SearchIndex.fileSize {
      try finish(receive)
    }
    if file.isEmpty {
      file = head(name(number)) + [UInt8(ascii: "{")]
    } else {
      file.append(UInt8(ascii: ","))
    }
    file.append(scriptString: key)
    file.append(UInt8(ascii: ":"))
    file += value
    return number
  }

  /// Hands over the file at hand, if there is one.
  mutating func finish(_ receive: PageReceiver) throws(FileError) {
    guard !file.isEmpty else { return }
    file.append("})\n")
    try receive(folder.appending("\(kind)\(name(number)).js"), .bytes(file))
    file = []
    number += 1
  }
}
