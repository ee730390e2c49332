import BrowserChecks
import TestSupport
import Testing

@Suite struct DevToolsFramesTests {
  private func messages(_ pieces: [[UInt8]]) throws -> [[UInt8]] {
    var frames = DevToolsFrames()
    return try pieces.flatMap { try frames.take($0) }
  }

  @Test func cutsAtEachNul() throws {
    #expect(try messages([Array("{}\0[1]\0".utf8)]) == [Array("{}".utf8), Array("[1]".utf8)])
    #expect(try messages([[0, 0]]) == [[], []])
    #expect(try messages([[], Array("{".utf8)]) == [])
  }

  @Test func givesTheSameMessagesHoweverTheyArrive() throws {
    let stream = Array("{\"id\":1}\0\0{\"method\":\"Ä\"}\0rest".utf8)
    let whole = try messages([stream])
    #expect(whole.count == 3)
    for size in 1...stream.count {
      let pieces = stride(from: 0, to: stream.count, by: size).map {
        Array(stream[$0..<min($0 + size, stream.count)])
      }
      #expect(try messages(pieces) == whole, "\(size)")
    }
  }

  @Test func refusesAMessageWithoutEnd() throws {
    var frames = DevToolsFrames(greatestSize: 4)
    #expect(try frames.take([1, 1, 0, 1, 1, 1, 1]) == [[1, 1]])
    #expect(throws: DevToolsNonsense.self) { try frames.take([1]) }
  }
}
