import Bytes
import CommonMark

/// The tabs that are being written.
struct TabsState {
  /// The level of the headings that are their titles, once the first has come.
  var level: Int?
}

extension TextRenderer {
  mutating func openTabs() {
    closeTabs()
    tabs = TabsState()
    text.html.append("<div class=\"tabs\">\n")
  }

  /// Begins a tab at its heading; `false` for a heading that is none.
  mutating func openTab(_ heading: MarkdownNode, words: [UInt8]) -> Bool {
    guard let state = tabs, state.level == nil || state.level == heading.headingLevel else {
      return false
    }
    if state.level != nil { text.html.append("</div>\n") }
    tabs?.level = heading.headingLevel
    let id = slugs.id(for: words)
    text.ids.append(id)
    text.html.append("<div class=\"tab\" id=\"")
    text.html.append(escaping: id)
    text.html.append("\" data-title=\"")
    text.html.append(escaping: words)
    text.html.append(UInt8(ascii: "\""))
    text.html.append(contentsOf: trustMark)
    text.html.append(">\n")
    text.words.append(contentsOf: words)
    text.words.append(UInt8(ascii: "\n"))
    return true
  }

  mutating func closeTabs() {
    guard let state = tabs else { return }
    text.html.append(state.level == nil ? "</div>\n" : "</div>\n</div>\n")
    tabs = nil
  }
}
