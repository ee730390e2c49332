import Bytes
import HTMLTree

/// What readers see of an author's HTML, for the search.
extension [HTMLNode] {
  /// Appends the words of these trees, with line ends around what stands in no line with others.
  ///
  /// Blocks of code, drawings and what goes with its content are left out. The recursion is as deep
  /// as the tree, which parsing caps.
  func appendShownWords(to words: inout [UInt8]) {
    for node in self {
      switch node {
      case .comment: break
      case .text(let text):
        for byte in text where !byte.isASCIIWhitespace || words.last?.isASCIIWhitespace == false {
          words.append(byte.isASCIIWhitespace ? UInt8(ascii: " ") : byte)
        }
      case .element(let element) where RawHTMLRules.inLine.contains(element.name):
        element.children.appendShownWords(to: &words)
      case .element(let element):
        words.endLine()
        if element.name == "img" {
          words.append(contentsOf: element["alt"] ?? [])
        } else if !RawHTMLRules.isWordless(element.name) {
          element.children.appendShownWords(to: &words)
        }
        words.endLine()
      }
    }
  }
}

extension [UInt8] {
  /// Ends a line that has begun.
  fileprivate mutating func endLine() {
    if let end = last, end != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
  }
}
