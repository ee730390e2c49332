import Bytes
import CommonMark

/// The heading that a text begins with, which names its page.
package enum MarkdownTitle {
  /// The words of the first block if it is a heading of the first level; comments before it do not
  /// count.
  package static func first(in body: ArraySlice<UInt8>) -> String? {
    guard var rest = body.firstBlock else { return nil }
    while rest.hasPrefix("<!--") {
      guard let end = rest.firstEnd(ofCommentFrom: rest.startIndex + 4) else { return nil }
      guard let next = rest[end...].firstBlock else { return nil }
      rest = next
    }
    guard rest.hasPrefix("# ") || rest.hasPrefix("#\t") || hasUnderline(rest) else { return nil }
    let lines = rest.split(separator: UInt8(ascii: "\n"), maxSplits: 2).prefix(2)
    return MarkdownDocument.read(Array(lines.joined(separator: [UInt8(ascii: "\n")]))) { document in
      guard let heading = document.firstChild, heading.kind == .heading else { return nil }
      let words = heading.plainText
      let suffix = HeadingID(endOf: heading)?.suffix ?? 0
      return String(utf8: words.dropLast(min(suffix, words.count)).trimmingASCIIWhitespace)
    } ?? nil
  }

  /// Whether the second line is an underline of `=`.
  private static func hasUnderline(_ text: ArraySlice<UInt8>) -> Bool {
    guard let end = text.firstIndex(of: UInt8(ascii: "\n")), end + 1 < text.endIndex else {
      return false
    }
    let second = text[(end + 1)...].prefix { $0 != UInt8(ascii: "\n") }.trimmingASCIIWhitespace
    return !second.isEmpty && second.allSatisfy { $0 == UInt8(ascii: "=") }
  }
}

extension ArraySlice<UInt8> {
  /// The text from its first character on that is not white space; `nil` where it is indented as code.
  fileprivate var firstBlock: ArraySlice<UInt8>? {
    let text = drop { $0.isASCIIWhitespace }
    let lineStart = self[..<text.startIndex].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    let indent = self[(lineStart ?? startIndex)..<text.startIndex]
    return indent.count > 3 || indent.contains(UInt8(ascii: "\t")) ? nil : text
  }

  fileprivate func firstEnd(ofCommentFrom start: Int) -> Int? {
    var dashes = 0
    for index in start..<endIndex {
      if self[index] == UInt8(ascii: ">"), dashes >= 2 { return index + 1 }
      dashes = self[index] == UInt8(ascii: "-") ? dashes + 1 : 0
    }
    return nil
  }
}
