/// A text's lines, to tell where in it something was written.
struct SourceText: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  /// Where `words` first stand in some lines, counted from 1; the first of these lines if they do not.
  func position(of words: [UInt8], from first: Int, to last: Int) -> (line: Int, column: Int) {
    let firstLine = min(max(first, 1), starts.count)
    let lastLine = min(max(last, firstLine), starts.count)
    guard !words.isEmpty else { return (firstLine, 1) }
    var index = starts[firstLine - 1]
    let end = lastLine < starts.count ? starts[lastLine] : bytes.count
    var line = firstLine
    while let found = bytes[index..<end].firstIndex(of: words[0]) {
      while line < starts.count, starts[line] <= found { line += 1 }
      if bytes[found..<end].starts(with: words) { return (line, found - starts[line - 1] + 1) }
      index = found + 1
    }
    return (firstLine, 1)
  }
}
