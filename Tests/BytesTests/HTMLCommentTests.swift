import Bytes
import Testing

@Suite struct HTMLCommentTests {
  /// Texts with `|` where the comment ends that begins with them.
  @Test(arguments: [
    "<!---->|", "<!-- a -->|b-->", "<!--a--->|", "<!-->|-->", "<!--->|-->", "<!--a--!>|-->",
    "<!----!>|", "<!--a---!>|", "<!--a--!-->|", "<!--a--!--!>|", "<!--a-->|-->",
    "<!--!>-->|", "<!---!>-->|", "<!--a->-->|", "<!--a--!!>-->|", "<!--a--!->-->|",
    "<!--a-- >-->|", "<!--a--!a>-->|", "<!--<!-->|-->", "<!--<!--!>|-->", "<!--<!->-->|",
    "<!--<>-->|",
  ])
  func endsWhereBrowsersEndIt(marked: String) {
    let text = Array(marked.replacing("|", with: "").utf8)
    let end = Array(marked.utf8).firstIndex(of: UInt8(ascii: "|"))
    #expect(text.endOfHTMLComment(from: 4) == end)
    #expect(text.withUnsafeBufferPointer { $0.endOfHTMLComment(from: 4) } == end)
  }

  @Test(arguments: ["<!--", "<!---", "<!----", "<!--a--!", "<!---!>", "<!--a>", "<!--a--!!>"])
  func isOpenWithoutAnEnd(text: String) {
    #expect(Array(text.utf8).endOfHTMLComment(from: 4) == nil)
  }
}
