import Bytes
import CommonMark
import Diagnostics

/// A comment that tells Clevio something: `<!-- tabs -->`, `<!-- quiz pass=80 -->`, `<!-- /quiz
/// -->`.
enum Directive {
  case tabs
  case endOfTabs
  case quiz
  case endOfQuiz

  /// Reads a block of raw HTML; `nil` where it is something else.
  init?(of block: MarkdownNode) {
    guard block.kind == .htmlBlock else { return nil }
    let directive: Directive? = block.withLiteral { html in
      guard let name = Directive.words(of: html)?.prefix(while: { !$0.isASCIIWhitespace }) else {
        return nil
      }
      if name.equals("tabs") { return .tabs }
      if name.equals("/tabs") { return .endOfTabs }
      if name.equals("quiz") { return .quiz }
      return name.equals("/quiz") ? .endOfQuiz : nil
    }
    guard let directive else { return nil }
    self = directive
  }

  /// What was probably meant by a comment of one word, or with settings after it: answers of a quiz would be shown,
  /// and tabs stand one below the other.
  static func meant(by block: MarkdownNode) -> String? {
    block.withLiteral { html in
      let words = words(of: html)?.split(whereSeparator: \.isASCIIWhitespace) ?? []
      guard let name = words.first, words.dropFirst().allSatisfy({ $0.contains(UInt8(ascii: "=")) })
      else { return nil }
      return Suggestion.nearest(to: String(utf8: name), among: ["quiz", "/quiz", "tabs", "/tabs"])
    }
  }

  /// What stands in a block that is one comment.
  private static func words(of html: UnsafeBufferPointer<UInt8>)
    -> UnsafeBufferPointer<UInt8>.SubSequence?
  {
    let text = html.trimmingASCIIWhitespace
    guard text.hasPrefix("<!--"), text.count >= 7, text.suffix(3).equals("-->") else { return nil }
    let words = text.dropFirst(4).dropLast(3).trimmingASCIIWhitespace
    // Several comments in one block tell nothing.
    return words.contains(UInt8(ascii: ">")) ? nil : words
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether raw HTML is one element without attributes and content, which needs no cleaning.
  var isLineBreak: Bool {
    guard (4...6).contains(count), self[0] == UInt8(ascii: "<"),
      self[count - 1] == UInt8(ascii: ">")
    else { return false }
    let name = self[1..<(count - 1)].prefix(while: \.isASCIILetter).map(\.asciiLowercased)
    let rest = self[(1 + name.count)..<(count - 1)]
    return (name.equals("br") || name.equals("wbr")) && rest.allSatisfy { " /".utf8.contains($0) }
  }

  /// Whether raw HTML is comments with their ends and white space only.
  var isOnlyComments: Bool {
    var index = startIndex
    while true {
      while index < count, self[index].isASCIIWhitespace { index += 1 }
      guard index < count else { return true }
      guard self[index...].hasPrefix("<!--") else { return false }
      guard let end = endOfHTMLComment(from: index + 4) else { return false }
      index = end
    }
  }
}
