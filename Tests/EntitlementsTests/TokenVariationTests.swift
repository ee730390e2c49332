import Foundation
import Testing

@Suite struct TokenVariationTests {
  @Test func agreesWithTheVariationsFile() throws {
    let example = try Example()
    let lines = try TokenVariation.all(example).map { try $0.line(example) }
    let verdicts = Set(lines.map { String($0.split(separator: " ")[2]) })
    #expect(verdicts.count >= 10, "\(verdicts)")
    let text = lines.joined()
    if ProcessInfo.processInfo.environment["CLEVIO_RECORD"] == "1" {
      try Data(text.utf8).write(to: TokenVariation.file)
      Issue.record("the variations were written anew")
    }
    #expect(try Data(contentsOf: TokenVariation.file) == Data(text.utf8))
  }
}
