import Bytes
import CommonMark
import Diagnostics

/// The tabs that are being written.
struct TabsState {
  /// The line of the text on which they begin.
  var line: Int
  /// The level of the headings that are their titles, once the first has come.
  var level: Int?
}

extension TextRenderer {
  mutating func openTabs(at comment: MarkdownNode) {
    closeOpenTabs()
    hasCutTabs = false
    tabs = TabsState(line: comment.line)
    text.html.append("<div class=\"tabs\">\n")
  }

  mutating func closeTabs(at comment: MarkdownNode) {
    if tabs == nil, !hasCutTabs {
      report("tabs-open", .warning, "there are no tabs to end here", line: comment.line)
    }
    closeTabs()
    hasCutTabs = false
  }

  /// Ends tabs whose end the author forgot.
  mutating func closeOpenTabs() {
    guard let state = tabs else { return }
    report(
      "tabs-open", .warning, "the tabs have no end", line: state.line,
      help: "write <!-- /tabs --> after the last one")
    closeTabs()
  }

  private mutating func closeTabs() {
    guard let state = tabs else { return }
    text.html.append(state.level == nil ? "</div>\n" : "</div>\n</div>\n")
    tabs = nil
  }

  /// Begins a tab at its heading; `false` for a heading that is none.
  mutating func openTab(_ heading: MarkdownNode, words: [UInt8]) -> Bool {
    guard let state = tabs, heading.parent?.kind == .document else { return false }
    if let level = state.level, level != heading.headingLevel {
      if level > heading.headingLevel {
        report(
          "tabs-open", .warning,
          "a heading of level \(heading.headingLevel) ends the tabs, whose titles have level "
            + "\(level)", line: heading.line,
          help: "write <!-- /tabs --> before it, or give it level \(level)")
        closeTabs()
        hasCutTabs = true
      }
      return false
    }
    if state.level != nil { text.html.append("</div>\n") }
    tabs?.level = heading.headingLevel
    let id = slugs.id(for: words)
    text.ids.append(id)
    text.html.append("<div")
    text.html.append(contentsOf: trustMark)
    text.html.append(" class=\"tab\" id=\"")
    text.html.append(escaping: id)
    text.html.append("\" data-title=\"")
    text.html.append(escaping: words.trimmingASCIIWhitespace)
    text.html.append("\">\n")
    text.words.append(contentsOf: words)
    text.words.append(UInt8(ascii: "\n"))
    return true
  }
}
