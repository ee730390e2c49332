extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where a comment of HTML ends, as browsers see it (HTML Standard §13.2.5.43 to 52).
  ///
  /// - Parameter start: Where its words begin, after `<!--`.
  /// - Returns: The place after its `>`; `nil` where it has no end.
  @inlinable
  package func endOfHTMLComment(from start: Int) -> Int? {
    var place = start
    while place < endIndex, let end = self[place...].firstIndex(of: UInt8(ascii: ">")) {
      let words = self[start..<end]
      let dashes = words.last == UInt8(ascii: "!") ? words.dropLast() : words
      if dashes.suffix(2).equals("--") || words.isEmpty || words.equals("-") { return end + 1 }
      place = end + 1
    }
    return nil
  }
}
