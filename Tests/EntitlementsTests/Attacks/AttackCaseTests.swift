import Foundation
import Testing

/// No attack is without a test.
@Suite struct AttackCaseTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: 1...125)
  func isProved(number: Int) throws {
    let isToken = AttackCase.tokens[number]?.isEmpty == false
    let isOther = AttackCase.others[number]?.isEmpty == false
    #expect(isToken != isOther, "attack \(number) is proved by no test, or by two kinds of them")
  }

  @Test func refusesEachTokenWithItsCode() throws {
    let example = try Example()
    var attacks: [String: TokenAttack] = [:]
    for attack in try TokenAttack.all() { attacks[attack.name] = attack }
    for (number, vectors) in AttackCase.tokens {
      for (name, verdict) in vectors {
        let attack = try #require(attacks[name], "attack \(number): \(name)")
        #expect(try SignatureVector(attack, example).verdict() == verdict, "attack \(number)")
      }
    }
  }

  @Test(arguments: AttackCase.others.keys.sorted())
  func isTestedWhereItIsSaidToBe(number: Int) throws {
    for (file, test) in AttackCase.others[number] ?? [] {
      let text = try String(
        contentsOf: AttackCaseTests.tests.appendingPathComponent(file), encoding: .utf8)
      #expect(text.contains(test), "attack \(number): \(test) is not in \(file)")
    }
  }
}
