import Bytes
import CourseModel
import Files

/// The index as classic scripts, which load from a disk as from a server.
extension SearchIndex {
  /// How many documents a term leads to at most; beyond that it tells little.
  static let documentLimit = 200

  /// About how many bytes a file of terms has at most.
  static let shardSize = 24_000

  /// How many documents a file of titles and excerpts has; the theme's script counts on it.
  static let documentsPerFile = 50

  /// The files in `search/<language>/`: `terms.js`, then `t<N>.js`, then `d<N>.js`.
  func files() -> [(RelativePath, [UInt8])] {
    let folder = RelativePath("search/\(language.text)")
    var (firsts, shards) = termShards()
    firsts.append("])\n")
    var files = [(folder.appending("terms.js"), firsts)]
    for (number, shard) in shards.enumerated() {
      files.append((folder.appending("t\(number).js"), shard))
    }
    for number in 0..<(rowEnds.count + Self.documentsPerFile - 1) / Self.documentsPerFile {
      files.append((folder.appending("d\(number).js"), documentFile(number)))
    }
    return files
  }

  private func termShards() -> (firsts: [UInt8], shards: [[UInt8]]) {
    let documents = documentsOfTerms()
    var firsts = call("terms")
    firsts.append("[")
    var shards: [[UInt8]] = []
    var shard: [UInt8] = []
    var entry: [UInt8] = []
    for number in terms.sorted() {
      entry.removeAll(keepingCapacity: true)
      appendEntry(number, documents[number], to: &entry)
      if !shard.isEmpty, shard.count + entry.count + 4 > Self.shardSize {
        shard.append("})\n")
        shards.append(shard)
        shard.removeAll(keepingCapacity: true)
      }
      if shard.isEmpty {
        shard = call("shard")
        shard.append(decimal: shards.count)
        shard.append(",{")
        if !shards.isEmpty { firsts.append(UInt8(ascii: ",")) }
        firsts.append(quoting: terms[number])
      } else {
        shard.append(UInt8(ascii: ","))
      }
      shard += entry
    }
    if !shard.isEmpty {
      shard.append("})\n")
      shards.append(shard)
    }
    return (firsts, shards)
  }

  private func appendEntry(_ number: Int, _ uses: ArraySlice<TermUse>, to entry: inout [UInt8]) {
    entry.append(quoting: terms[number])
    entry.append(":[")
    for use in Self.best(of: uses) {
      entry.append(digits: use.number)
      entry.append(UInt8(ascii: ","))
      entry.append(digits: Int(use.weight))
      entry.append(UInt8(ascii: ","))
    }
    entry[entry.count - 1] = UInt8(ascii: "]")
  }

  /// The documents that a term says most of, in their order; earlier ones before later ones.
  private static func best(of uses: ArraySlice<TermUse>) -> [TermUse] {
    guard uses.count > documentLimit else { return Array(uses) }
    var counts = [Int](repeating: 0, count: 16)
    for use in uses { counts[Int(use.weight)] += 1 }
    var room = documentLimit
    var threshold: UInt32 = 15
    while counts[Int(threshold)] < room {
      room -= counts[Int(threshold)]
      threshold -= 1
    }
    var best: [TermUse] = []
    best.reserveCapacity(documentLimit)
    for use in uses {
      if use.weight > threshold {
        best.append(use)
      } else if use.weight == threshold, room > 0 {
        best.append(use)
        room -= 1
      }
    }
    return best
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

  private func documentFile(_ number: Int) -> [UInt8] {
    let first = number * Self.documentsPerFile
    let end = min(first + Self.documentsPerFile, rowEnds.count)
    var file = call("docs")
    file.append(decimal: number)
    file.append(",[")
    for document in first..<end {
      if document > first { file.append(UInt8(ascii: ",")) }
      file += rows[(document == 0 ? 0 : rowEnds[document - 1])..<rowEnds[document]]
    }
    file.append("])\n")
    return file
  }

  private func call(_ function: StaticString) -> [UInt8] {
    var script = [UInt8]("clevioSearch.")
    script.append(function)
    script.append("(\"")
    script.append(text: language.text)
    script.append("\",")
    return script
  }
}

extension [UInt8] {
  /// Appends a number that is not negative, without a text in between: an index has millions of them.
  fileprivate mutating func append(digits number: Int) {
    if number >= 10 { append(digits: number / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }
}
