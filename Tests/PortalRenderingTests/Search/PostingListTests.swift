import Testing

@testable import PortalRendering

@Suite struct PostingListTests {
  private func text(_ uses: [(Int, UInt32)]) -> String {
    let list = uses.map { TermUse(number: UInt32($0.0), weight: $0.1) }
    return String(decoding: PostingList(list[...]).bytes, as: UTF8.self)
  }

  private static let lists: [(uses: [(Int, UInt32)], text: String)] = [
    ([(0, 1)], "BA"),
    ([(31, 15)], "Pf"),
    ([(32, 1)], "BgB"),
    ([(1_024, 2)], "CggB"),
    ([(0, 1), (1, 8), (2, 1), (9, 8)], "IBH.BAB"),
    // 26 bits from the fifth on.
    (Array(zip(5...30, repeatElement(1, count: 26))), "B*F____D"),
  ]

  @Test func writesDistancesOrBits() {
    for (uses, expected) in Self.lists { #expect(text(uses) == expected) }
  }

  @Test func isNeverMuchLongerThanOneBitForEachDocument() {
    let numbers = (0..<48_000).filter { $0 % 7 != 3 }
    let list = text(numbers.map { ($0, UInt32($0 % 15) + 1) })
    #expect(list.utf8.count <= PostingList.weightedSize + 48_000 / 6 + 10)
    // The greatest weight stands first, and is told apart.
    #expect(list.hasPrefix("P"))
  }
}
