import Bytes
import Diagnostics
import HTMLTree
import Testing

@testable import PortalRendering

@Suite struct HostileTextTests {
  /// Sizes that would take minutes if the time grew with their square.
  @Test(arguments: HostileText.kinds)
  func rendersInLinearTime(kind: HostileText.Kind) throws {
    let source = kind.text(kind.count) + "\n\nthe end\n"
    let start = ContinuousClock.now
    let rendered = try RenderedText(source)
    let time = ContinuousClock.now - start
    #expect(time < .seconds(60))
    // What follows a comment or a fence without an end belongs to it.
    let isOpen = ["<!--", "`", "```\n", "<?php\n\n"].contains(kind.name)
    let isRefused = rendered.text.diagnostics.contains { $0.severity == .error }
    #expect(isOpen || isRefused || rendered.words.contains("the end"))
    #expect(isOpen || isRefused || rendered.html.contains("the end"))
    expectLinearSize(of: rendered.text, from: source.utf8.count)
  }

  /// What a text becomes, and what is told of it, is at most so many times as large as it is.
  private func expectLinearSize(of text: PageText, from size: Int) {
    let told = text.diagnostics.map { $0.message.utf8.count + ($0.help?.utf8.count ?? 0) }
    #expect(told.count <= size / 2)
    #expect(told.reduce(0, +) <= 100 * size)
    #expect(text.html.count <= 300 * size)
    #expect(text.words.count <= 3 * size)
  }

  /// What cannot be parsed is readable, and an error says why.
  @Test func showsWhatItRefuses() throws {
    let rendered = try RenderedText("> # a <b>\n\n" + String(repeating: "> ", count: 9_000) + "c")
    #expect(rendered.findings == ["markdown-limit 3:1"])
    #expect(rendered.text.diagnostics.first?.severity == .error)
    #expect(rendered.html.hasPrefix("<pre tabindex=\"0\">&gt; # a &lt;b&gt;\n"))
    #expect(rendered.words.hasSuffix("> c"))
  }

  @Test func rendersTenMegabytes() throws {
    let paragraph = "Words with *emphasis*, `code`, [links](#x) and $5.\n\n"
    let rendered = try RenderedText(
      String(repeating: paragraph, count: 10_000_000 / paragraph.utf8.count))
    #expect(rendered.text.html.count > 10_000_000)
    #expect(rendered.text.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (Array("a\rb".utf8), "<p>a\nb</p>\n"),
    (Array("a\r\nb".utf8), "<p>a\nb</p>\n"),
    (Array("# a\r\r- b\r".utf8), "<ul>\n<li>b</li>\n</ul>\n"),
    ([0x61, 0xFF, 0x62], "<p>a\u{FFFD}b</p>\n"),
    ([0xEF, 0xBB, 0xBF, 0x61], "<p>a</p>\n"),
    ([0x61, 0x00, 0x1B, 0x62], "<p>a  b</p>\n"),
    ([0x61, 0xC2, 0x85, 0x62], "<p>a  b</p>\n"),
    ([0x61, 0xEF, 0xBF, 0xBE, 0x62], "<p>a\u{FFFD}b</p>\n"),
    (Array("\u{E000} $x_1$ \u{E001}".utf8), ""),
    ([0x61, 0xC2, 0xA0, 0x62], "<p>a\u{A0}b</p>\n"),
  ])
  func readsAnyBytes(bytes: [UInt8], html: String) throws {
    let rendered = try RenderedText(bytes) { $0.title = "a" }
    #expect(html.isEmpty || rendered.html == html)
    #expect(!rendered.text.html.contains { $0 < 0x20 && $0 != 0x0A })
    if html.isEmpty { #expect(try rendered.elements("msub").count == 1) }
  }

  @Test func tellsOfControlCharacters() throws {
    #expect(try RenderedText("a\n\nb\u{7}c\u{7}").findings == ["text-control 3:2"])
    #expect(try RenderedText("a\r\n\r\nb\tc\u{FEFF}é\u{A0}").findings.isEmpty)
  }
}
