import BrowserChecks
import Bytes
import TestSupport
import Testing

@Suite struct DevToolsMessageTests {
  private func read(_ text: String) throws -> DevToolsMessage {
    try DevToolsMessage(parsing: Array(text.utf8))
  }

  @Test func readsAnswersAndEvents() throws {
    #expect(try read("{\"id\":7,\"result\":{}}") == .result(id: 7, .object([:])))
    #expect(
      try read("{\"id\":7,\"error\":{\"code\":-32000,\"message\":\"no\"},\"sessionId\":\"A\"}")
        == .refusal(id: 7, "no"))
    let event = try read(
      "{\"method\":\"Page.loadEventFired\",\"params\":{\"timestamp\":1.5},\"sessionId\":\"A\"}")
    guard case .event(let happened) = event else {
      Issue.record("\(event)")
      return
    }
    #expect(happened.name == "Page.loadEventFired")
    #expect(happened.session == "A")
    #expect(happened.parameters["timestamp"] == .number(Array("1.5".utf8)))
  }

  @Test(arguments: [
    "", "null", "[]", "{}", "hello", "{\"id\":7}", "{\"id\":7,\"error\":\"no\"}",
    "{\"id\":-1,\"result\":{}}", "{\"id\":1.5,\"result\":{}}", "{\"method\":7}",
    "{\"id\":7,\"result\":{}} {}", "{\"id\":1,\"id\":1,\"result\":{}}",
  ])
  func refusesEverythingElse(text: String) {
    #expect(throws: DevToolsNonsense.self) { try read(text) }
  }

  @Test func readsDeepMessagesUpToALimit() throws {
    let list = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try read("{\"id\":1,\"result\":\(list(150))}") }
    #expect(throws: DevToolsNonsense.self) { try read("{\"id\":1,\"result\":\(list(100_000))}") }
  }

  @Test func writesCommandsThatEndWithTheOnlyNul() throws {
    let command = DevToolsMessage.command(
      "Page.navigate", ["url": .text("http://x/\0\"\u{E9}")], id: 3, session: "S")
    #expect(command.filter { $0 == 0 }.count == 1 && command.last == 0)
    let json = try ForeignJSON(parsing: command.dropLast())
    #expect(json["id"] == .number([0x33]))
    #expect(json["method"]?.text == Array("Page.navigate".utf8))
    #expect(json["sessionId"]?.text == Array("S".utf8))
    #expect(json["params", "url"]?.text == Array("http://x/\0\"\u{E9}".utf8))
  }

  @Test func readsRandomBytesOrRefusesThem() throws {
    var random = SplitMix(seed: 6)
    let seeds = [
      "{\"id\":7,\"result\":{\"a\":[1,2.5e3,null,true],\"b\":\"\\u00e9\\ud83d\\ude00\"}}",
      "{\"method\":\"Fetch.requestPaused\",\"params\":{\"requestId\":\"x\"}}",
      "{\"id\":1,\"error\":{\"message\":\"no\"}}",
    ].map { Array($0.utf8) }
    var isRead = 0
    for round in 0..<5_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default: bytes.remove(at: place)
        }
      }
      var frames = DevToolsFrames()
      let messages = try frames.take(bytes + [0])
      #expect(messages.count == bytes.filter { $0 == 0 }.count + 1)
      for message in messages {
        do throws(DevToolsNonsense) {
          _ = try DevToolsMessage(parsing: message)
          isRead += 1
        } catch { #expect(error.problem.hasPrefix("it sent ")) }
      }
    }
    #expect((1..<5_000).contains(isRead))
  }
}
