import Bytes
import CourseModel
import Files

/// The index as classic scripts, which load from a disk as from a server (Themes/default/README.md).
extension SearchIndex {
  /// About how many bytes a file of terms, or of long lists, has at most.
  static let fileSize = 8_000

  /// How many documents a file of titles has; the theme's script counts on it.
  static let documentsPerFile = 32

  /// The files in `search/<language>/` that are known when all pages are.
  func files() -> [(RelativePath, [UInt8])] {
    var files: [(RelativePath, [UInt8])] = []
    var firsts: [[UInt8]] = []
    let (shards, lists) = entryFiles(&firsts)
    files.append((folder.appending("terms.js"), termsFile(firsts)))
    files.append((folder.appending("courses.js"), coursesFile()))
    for (number, shard) in shards.enumerated() {
      files.append((folder.appending("t\(number).js"), shard))
    }
    for (number, list) in lists.enumerated() {
      files.append((folder.appending("p\(number).js"), list))
    }
    for number in 0..<(documentCount + Self.documentsPerFile - 1) / Self.documentsPerFile {
      files.append((folder.appending("d\(number).js"), documentFile(number)))
    }
    return files
  }

  private func termsFile(_ firsts: [[UInt8]]) -> [UInt8] {
    var file = call("terms")
    file.append(decimal: documentCount)
    file.append(",[")
    for (number, first) in firsts.enumerated() {
      if number > 0 { file.append(UInt8(ascii: ",")) }
      file.append(quoting: first)
    }
    file.append("])\n")
    return file
  }

  /// The files of terms and those of long lists, and the first key of each file of terms.
  private func entryFiles(_ firsts: inout [[UInt8]]) -> (shards: [[UInt8]], lists: [[UInt8]]) {
    let order = terms.sorted()
    let documents = documentsOfTerms()
    let entries = SearchEntries(
      terms: order.map { terms[$0] }, documents: order.map { documents[$0] },
      documentCount: documentCount
    ).entries
    var shards = EntryFiles { index in call("shard", index) }
    var lists = EntryFiles { index in call("lists", index) }
    for entry in entries {
      var value: [UInt8] = []
      if entry.isLong {
        var list: [UInt8] = []
        list.append(quoting: entry.list)
        let file = lists.add(entry.key, list)
        value.append(UInt8(ascii: "["))
        value.append(decimal: entry.documentCount)
        value.append(UInt8(ascii: ","))
        value.append(decimal: file)
        value.append(UInt8(ascii: "]"))
      } else {
        value.append(quoting: entry.list)
      }
      if shards.add(entry.key, value) == firsts.count { firsts.append(entry.key) }
    }
    return (shards.finished, lists.finished)
  }

  /// For each term its documents in their order, with what the term says of them.
  private func documentsOfTerms() -> [ArraySlice<TermUse>] {
    var ends = [Int](repeating: 0, count: terms.count)
    for use in uses { ends[use.number] += 1 }
    var sum = 0
    for number in ends.indices {
      sum += ends[number]
      ends[number] = sum - ends[number]
    }
    var documents = [TermUse](repeating: TermUse(number: 0, weight: 0), count: uses.count)
    var index = 0
    for (document, end) in useEnds.enumerated() {
      for use in uses[index..<Int(end)] {
        documents[ends[use.number]] = TermUse(number: UInt32(document), weight: use.weight)
        ends[use.number] += 1
      }
      index = Int(end)
    }
    var start = 0
    return ends.map { end in
      defer { start = end }
      return documents[start..<end]
    }
  }

  /// Where the documents of each course begin, and how many they are.
  private func coursesFile() -> [UInt8] {
    var file = call("courses")
    file.append("{")
    var first = 0
    var isFirst = true
    for part in parts {
      defer { first += part.count }
      guard part.count > 0, part.path.parts.first == "courses" else { continue }
      if !isFirst { file.append(UInt8(ascii: ",")) }
      isFirst = false
      file.append(quoting: part.path.name.utf8)
      file.append(":[")
      file.append(decimal: first)
      file.append(UInt8(ascii: ","))
      file.append(decimal: part.count)
      file.append("]")
    }
    file.append("})\n")
    return file
  }

  private func documentFile(_ number: Int) -> [UInt8] {
    let first = number * Self.documentsPerFile
    let end = min(first + Self.documentsPerFile, documentCount)
    var file = call("docs", number)
    file.append("[")
    for document in first..<end {
      if document > first { file.append(UInt8(ascii: ",")) }
      file += rows[(document == 0 ? 0 : rowEnds[document - 1])..<rowEnds[document]]
    }
    file.append("])\n")
    return file
  }

  private func call(_ function: StaticString, _ number: Int) -> [UInt8] {
    var script = call(function)
    script.append(decimal: number)
    script.append(UInt8(ascii: ","))
    return script
  }
}

/// Scripts that hand over an object each, cut where they would become too large.
private struct EntryFiles {
  private var files: [[UInt8]] = []
  private let head: (Int) -> [UInt8]

  /// - Parameter head: How the script with a number begins, up to the object.
  init(_ head: @escaping (Int) -> [UInt8]) { self.head = head }

  /// Adds an entry whose value is JavaScript.
  ///
  /// - Returns: The number of the file that has it.
  mutating func add(_ key: [UInt8], _ value: [UInt8]) -> Int {
    if let size = files.last?.count, size + key.count + value.count <= SearchIndex.fileSize {
      files[files.count - 1].append(UInt8(ascii: ","))
    } else {
      files.append(head(files.count) + [UInt8(ascii: "{")])
    }
    files[files.count - 1].append(quoting: key)
    files[files.count - 1].append(UInt8(ascii: ":"))
    files[files.count - 1] += value
    return files.count - 1
  }

  /// The files with their ends.
  var finished: [[UInt8]] { files.map { $0 + [UInt8]("})\n") } }
}
