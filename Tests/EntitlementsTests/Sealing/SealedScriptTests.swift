import Bytes
import Entitlements
import TestSupport
import Testing

@Suite struct SealedScriptTests {
  private let script: SealedScript
  private let text: String

  init() throws {
    let key = ContentKey(of: try Example().root, epoch: 12)
    script = SealedScript(sealing: [UInt8]("lesson"), path: "básico/ナット.1", with: key)
    text = String(utf8: script.text)
  }

  @Test func readsWhatItWrote() throws {
    #expect(text.hasPrefix("clevioLesson(\"knots\",\"básico/ナット.1\",12,\"Q0xWM"))
    #expect(text.hasSuffix("\");\n"))
    #expect(try SealedScript(parsing: script.text) == script)
  }

  @Test(arguments: [
    ("clevioLesson", "alert"), ("clevioLesson(", " clevioLesson("), ("knots", "Knots"),
    ("knots", ""), ("básico/ナット.1", ""), ("básico", "b\\u0061sico"), (",12,", ", 12,"),
    (",12,", ",012,"), (",12,", ",0,"), (",12,", ",-1,"), (",12,", ",1000001,"),
    (",12,", ",12.0,"), ("\"Q0xWM", "\"Q0xW M"), ("\"Q0xWM", "\"QoxW"), ("\");\n", "\");"),
    ("\");\n", "\");\nalert(1)\n"), ("\");\n", "\") ;\n"), ("\"Q0xWM", "'Q0xWM"),
  ])
  func refusesAnyOtherText(_ change: (from: String, to: String)) {
    let changed = text.replacing(change.from, with: change.to, maxReplacements: 1)
    #expect(changed != text)
    let found = reason {
      let script = try SealedScript(parsing: Array(changed.utf8))
      // What still is base64 is refused when it is opened.
      let key = ContentKey(of: try Example().root, epoch: 12)
      _ = try SealedFile.open(script.file, path: script.path, with: key)
    }
    #expect(found == .lessonDamaged)
  }

  @Test func refusesOtherBase64OfTheSameBytes() throws {
    var random = SplitMix(seed: 1)
    let content = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let key = ContentKey(of: try Example().root, epoch: 1)
    let text = String(utf8: SealedScript(sealing: content, path: "a", with: key).text)
    #expect(text.hasSuffix("==\");\n"))
    // The last character stands for two bits, and four that must be zero.
    let last = text.dropLast(6).last.map {
      $0 == "A" ? "B" : $0 == "Q" ? "R" : $0 == "g" ? "h" : "x"
    }
    for changed in [
      text.replacing("==\")", with: "\")"), text.dropLast(7) + (last ?? "") + "==\");\n",
      text.replacing("+", with: "-"), text.replacing("/", with: "_"),
    ] {
      #expect(changed != text)
      #expect(reason { _ = try SealedScript(parsing: Array(changed.utf8)) } == .lessonDamaged)
    }
  }

  @Test func refusesIllFormedUTF8AndWhatIsTooLarge() {
    let bytes = [UInt8]("clevioLesson(\"knots\",\"a") + [0xFF] + [UInt8]("\",1,\"QUJD\");\n")
    #expect(reason { _ = try SealedScript(parsing: bytes) } == .lessonDamaged)
    let large =
      [UInt8]("clevioLesson(\"knots\",\"a\",1,\"")
      + [UInt8](repeating: UInt8(ascii: "A"), count: SealedScript.greatestSize)
      + [UInt8]("\");\n")
    #expect(reason { _ = try SealedScript(parsing: large) } == .lessonDamaged)
  }
}
