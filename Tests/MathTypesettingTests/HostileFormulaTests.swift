import Foundation
import MathTypesetting
import Synchronization
import TestSupport
import Testing

@Suite struct HostileFormulaTests {
  private static let nests = [
    "{", "\\frac", "\\frac{", "\\frac1", "x^", "x_{", "\\left(", "\\sqrt[", "\\hat", "\\hat{",
    "\\not",
    "\\mathbf", "\\text{$", "\\begin{matrix}", "\\begin{cases}a&", "\\substack{", "\\overset{a}",
    "\\xrightarrow[", "\\left.\\middle|", "\\mathrel{", "\\tag{$",
  ]

  /// A quadratic way through 100 KB would take minutes.
  @Test(arguments: nests)
  func refusesWhatIsNestedForEver(part: String) throws {
    let tex = String(repeating: part, count: 100_000 / part.utf8.count)
    let error = try #require(mistake(in: tex.utf8))
    #expect(error.offset <= 200 * part.utf8.count)
  }

  @Test(arguments: [
    "x", "1", "1.", "1,", "x^2", "'", "{}", "+", "-", "\\,", "\\sin", "\\displaystyle", "\\bf ",
    "\\dots",
    "\\left.\\right.", "\\sum_{i}", "é", " ", "%\n", "\\begin{matrix}\\end{matrix}", "\\text{a}",
    "e\u{301}", "\\not=",
  ])
  func readsAnythingRepeated(part: String) throws {
    let tex = String(repeating: part, count: 100_000 / part.utf8.count)
    #expect(ElementReader(try element(of: tex)).isWellFormed)
  }

  @Test(arguments: ["&", "\\\\", "&\\\\", "\\tag{}\\\\", "a&b\\\\[1pt]", "\\\\\\hline"])
  func readsLongTables(part: String) throws {
    let body =
      String(repeating: "&", count: 20_000) + "\\\\"
      + String(repeating: part, count: 100_000 / part.utf8.count)
    let element = try element(of: "\\begin{align}\(body)\\end{align}")
    #expect(ElementReader(element).isWellFormed)
    #expect(element.utf8.count < 100 * body.utf8.count)
  }

  @Test func fitsIntoASmallStack() throws {
    let depth = 96
    for (open, close) in [
      ("{", "}"), ("\\frac{1}{", "}"), ("\\left(", "\\right)"), ("x^{", "}"), ("\\text{$", "$}"),
      ("\\sqrt[3]{", "}"), ("\\mathbf{\\hat{", "}}"), ("\\overset{!}{", "}"),
      ("\\begin{matrix}", "\\end{matrix}"), ("\\begin{cases}1&", "\\end{cases}"),
    ] {
      let count = open == "\\mathbf{\\hat{" ? depth / 2 : depth
      let tex =
        String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
      let result = ThreadResult()
      let thread = Thread {
        result.isDone.store(mistake(in: tex.utf8) == nil, ordering: .releasing)
      }
      thread.stackSize = Self.stackSize
      thread.start()
      #expect(waitUntil { thread.isFinished })
      let isDone = result.isDone.load(ordering: .acquiring)
      #expect(isDone, "\(open)")
    }
  }

  @Test func survivesTokenSoup() {
    var random = SplitMix(seed: 42)
    var successes = 0
    for _ in 0..<8_000 {
      let count = 1 + Int.random(in: 0..<14, using: &random)
      let tex = (0..<count).map { _ in
        Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &random)]
      }
      .joined(separator: Int.random(in: 0..<4, using: &random) == 0 ? " " : "")
      let isDisplay = Int.random(in: 0..<2, using: &random) == 0
      guard let element = try? element(of: tex, display: isDisplay) else {
        let error = mistake(in: tex.utf8, display: isDisplay)
        let end = (error?.offset ?? -1) + (error?.length ?? 0)
        #expect(error != nil && (0...tex.utf8.count).contains(end), "\(tex)")
        continue
      }
      successes += 1
      let reader = ElementReader(element)
      #expect(reader.isWellFormed, "\(tex)")
      #expect(reader.wrongCounts.isEmpty, "\(tex): \(reader.wrongCounts)")
      #expect(reader.names.isSubset(of: Self.coreElements), "\(tex)")
      #expect(reader.attributes.isSubset(of: Self.allowedAttributes), "\(tex)")
    }
    #expect(successes > 500)
  }

  @Test func survivesRandomBytes() {
    var random = SplitMix(seed: 7)
    for _ in 0..<8_000 {
      let bytes = (0..<Int.random(in: 0..<24, using: &random)).map { _ in
        Int.random(in: 0..<3, using: &random) == 0
          ? UInt8(Int.random(in: 0..<256, using: &random))
          : Self.bytes[Int.random(in: 0..<Self.bytes.count, using: &random)]
      }
      guard mistake(in: bytes) == nil else { continue }
      let element = try? element(of: String(decoding: bytes, as: UTF8.self))
      #expect(element.map { ElementReader($0).isWellFormed } == true, "\(bytes)")
    }
  }

  /// Frames are several times as large in a build for debugging.
  #if DEBUG
  private static let stackSize = 4_096 * 1_024
  #else
  private static let stackSize = 512 * 1_024
  #endif

  private static let bytes = Array("\\{}^_&$#%'~ab1+-([|])\n<>\"".utf8)

  private static let tokens = [
    "x", "1", "+", "-", "=", "(", ")", "|", "[", "]", "{", "}", "{", "}", "^", "_", "'", "&",
    "\\\\",
    "\\frac", "\\sqrt", "\\left(", "\\right)", "\\left.", "\\right|", "\\middle|", "\\sum", "\\int",
    "\\lim", "\\sin", "\\limits", "\\nolimits", "\\hat", "\\vec", "\\overline", "\\underbrace",
    "\\text{a b}", "\\text{$", "$}", "\\mathbf", "\\mathbb{R}", "\\bf ", "\\,", "\\quad ", "~",
    "\\begin{matrix}", "\\end{matrix}", "\\begin{align*}", "\\end{align*}", "\\begin{cases}",
    "\\end{cases}", "\\begin{array}{l|c}", "\\end{array}", "\\hline ", "\\over ", "\\choose ",
    "\\displaystyle ", "\\scriptstyle ", "\\tag{1}", "\\not", "\\dots ", "\\pmod n", "\\bmod ",
    "\\xrightarrow", "\\overset", "\\stackrel", "\\boxed", "\\cancel", "\\phantom", "\\smash",
    "\\mathrel", "\\mathop", "\\substack{a\\\\b}", "\\big(", "\\bigm|", "\\operatorname{a}", "<",
    "&",
    "é", "∑", "%", "#", "\\%", "\\{", "\\}", "\\cfrac", "\\binom", "\\hspace{1em}", "\\\\[2pt]",
  ]

  private static let coreElements: Set = [
    "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac",
    "msqrt",
    "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd",
    "mstyle", "mpadded", "mphantom",
  ]

  private static let allowedAttributes: Set = [
    "display", "encoding", "class", "mathvariant", "form", "stretchy", "lspace", "rspace",
    "minsize",
    "maxsize", "movablelimits", "width", "height", "depth", "linethickness", "displaystyle",
    "scriptlevel", "accent", "accentunder", "columnspan",
  ]
}

/// What a thread of its own found out.
private final class ThreadResult: Sendable {
  let isDone = Atomic(false)
}
