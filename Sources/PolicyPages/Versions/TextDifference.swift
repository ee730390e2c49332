import Bytes

/// What changed between two texts of a document: paragraphs, and within them words.
package struct TextDifference: Sendable {
  /// The passages that changed, in the order of the texts.
  package private(set) var passages: [Passage] = []

  /// A paragraph, an item or a row that changed.
  package struct Passage: Sendable, Equatable {
    /// The words of the heading above it; empty at the beginning.
    package var heading: String
    package var runs: [Run]
  }

  /// Words that stayed, came or went.
  package struct Run: Sendable, Equatable {
    package var kind: Kind
    package var text: String
  }

  /// What became of words.
  package enum Kind: Sendable {
    case kept
    case added
    case removed
  }

  /// Above so many pairs of lines a text counts as written anew, because comparing takes time in
  /// proportion to them.
  private static let limit = 4_000_000

  /// Compares the plain words of two texts.
  package init(from old: PolicyText, to new: PolicyText) {
    let (old, new) = (PlainLine.all(in: old), PlainLine.all(in: new))
    var start = 0
    while start < min(old.count, new.count), old[start].words == new[start].words { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end].words == new[new.count - 1 - end].words
    {
      end += 1
    }
    compare(Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]))
  }

  private mutating func compare(_ old: [PlainLine], _ new: [PlainLine]) {
    guard old.count * new.count <= TextDifference.limit else {
      return add(removed: old, added: new)
    }
    let difference = new.map(\.words).difference(from: old.map(\.words))
    let gone = TextDifference.offsets(difference.removals)
    let come = TextDifference.offsets(difference.insertions)
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      var (removed, added): ([PlainLine], [PlainLine]) = ([], [])
      while i < old.count, gone.contains(i) {
        removed.append(old[i])
        i += 1
      }
      while j < new.count, come.contains(j) {
        added.append(new[j])
        j += 1
      }
      add(removed: removed, added: added)
      if i < old.count, !gone.contains(i) { i += 1 }
      if j < new.count, !come.contains(j) { j += 1 }
    }
  }

  /// Pairs lines that say nearly the same; the others went or came as a whole.
  private mutating func add(removed: [PlainLine], added: [PlainLine]) {
    var rest = removed[...]
    for line in added {
      let runs = rest.first.flatMap { TextDifference.runs(from: $0.words, to: line.words) }
      if let runs {
        rest = rest.dropFirst()
        passages.append(Passage(heading: line.heading, runs: runs))
      } else {
        passages.append(
          Passage(heading: line.heading, runs: [Run(kind: .added, text: line.words)]))
      }
    }
    passages += rest.map {
      Passage(heading: $0.heading, runs: [Run(kind: .removed, text: $0.words)])
    }
  }

  /// The words of one line turned into those of another; `nil` where they have less than a third in common.
  private static func runs(from old: String, to new: String) -> [Run]? {
    let (before, after) = (old.split(separator: " "), new.split(separator: " "))
    guard before.count * after.count <= limit else { return nil }
    let difference = after.difference(from: before)
    let gone = TextDifference.offsets(difference.removals)
    let come = TextDifference.offsets(difference.insertions)
    guard (before.count - gone.count) * 3 >= max(before.count, after.count) else { return nil }
    var runs: [Run] = []
    func append(_ kind: Kind, _ word: Substring) {
      if runs.last?.kind == kind {
        runs[runs.count - 1].text += " \(word)"
      } else {
        runs.append(Run(kind: kind, text: String(word)))
      }
    }
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if i < before.count, gone.contains(i) {
        append(.removed, before[i])
        i += 1
      } else if j < after.count, come.contains(j) {
        append(.added, after[j])
        j += 1
      } else {
        append(.kept, after[j])
        i += 1
        j += 1
      }
    }
    return runs
  }

  private static func offsets<Element>(_ changes: [CollectionDifference<Element>.Change]) -> Set<
    Int
  > {
    Set(
      changes.map { change in
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
      })
  }

  /// The first words that changed, for a message.
  var firstChange: String {
    guard let passage = passages.first else { return "only its markup changed" }
    func words(_ kind: Kind) -> String? {
      passage.runs.first { $0.kind == kind }.map { run in
        let short = run.text.split(separator: " ").prefix(8).joined(separator: " ")
        return "\"\(short)\(short == run.text ? "" : " …")\""
      }
    }
    let place = passage.heading.isEmpty ? "" : ", under \"\(passage.heading)\""
    switch (words(.removed), words(.added)) {
    case (let old?, let new?): return "\(old) became \(new)\(place)"
    case (let old?, nil): return "\(old) is gone\(place)"
    case (nil, let new?): return "\(new) is new\(place)"
    case (nil, nil): return "its order changed\(place)"
    }
  }
}

/// A line of Markdown as its words.
struct PlainLine {
  var words: String
  /// The words of the heading above.
  var heading: String

  /// The lines of a text that have words.
  static func all(in text: PolicyText) -> [PlainLine] {
    var heading = ""
    return text.lines.compactMap { line in
      let words = plainWords(of: line)
      let isHeading = line.hasPrefix("#")
      defer { if isHeading { heading = words } }
      return words.isEmpty ? nil : PlainLine(words: words, heading: isHeading ? words : heading)
    }
  }

  /// A line without what is markup in the Markdown of policies: marks of headings, items and tables,
  /// emphasis, the addresses of links, backslashes and references.
  static func plainWords(of line: String) -> String {
    var bytes = Array(line.utf8)[...]
    while let first = bytes.first, "#-*+>| ".utf8.contains(first) { bytes = bytes.dropFirst() }
    if bytes.allSatisfy({ "-|: ".utf8.contains($0) }) { return "" }
    if bytes.last == UInt8(ascii: "}"), let id = bytes.lastIndex(of: UInt8(ascii: "{")),
      bytes[id...].dropFirst().first == UInt8(ascii: "#")
    {
      bytes = bytes[..<id]
    }
    var words: [UInt8] = []
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"): if let next = bytes.popFirst() { words.append(next) }
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "!"): break
      case UInt8(ascii: "|"): words.append(UInt8(ascii: " "))
      case UInt8(ascii: "]"):
        guard bytes.first == UInt8(ascii: "("), let end = endOfAddress(in: bytes) else { break }
        bytes = bytes[end...].dropFirst()
      default: words.append(byte)
      }
    }
    return String(utf8: words).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
      .split(separator: " ").joined(separator: " ")
  }

  private static func endOfAddress(in bytes: ArraySlice<UInt8>) -> Int? {
    var isEscaped = false
    for index in bytes.indices.dropFirst() {
      if isEscaped {
        isEscaped = false
      } else if bytes[index] == UInt8(ascii: "\\") {
        isEscaped = true
      } else if bytes[index] == UInt8(ascii: ")") {
        return index
      }
    }
    return nil
  }
}
