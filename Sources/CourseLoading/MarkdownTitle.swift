import Bytes
import CommonMark

/// The heading that a text begins with, which names its page.
package enum MarkdownTitle {
  /// The words of the first block if it is a heading of the first level; comments before it do not
  /// count.
  package static func first(in body: ArraySlice<UInt8>) -> String? {
    var rest = body.trimmingStart
    while rest.hasPrefix("<!--") {
      guard let end = rest.firstEnd(ofCommentFrom: rest.startIndex + 4) else { return nil }
      rest = rest[end...].trimmingStart
    }
    guard rest.hasPrefix("# ") || rest.hasPrefix("#\t") || hasUnderline(rest) else { return nil }
    let lines = rest.split(separator: UInt8(ascii: "\n"), maxSplits: 2).prefix(2)
    return MarkdownDocument.read(Array(lines.joined(separator: [UInt8(ascii: "\n")]))) { document in
      guard let heading = document.firstChild, heading.kind == .heading else { return nil }
      return String(utf8: heading.plainText.trimmingASCIIWhitespace)
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
  fileprivate var trimmingStart: ArraySlice<UInt8> { drop { $0.isASCIIWhitespace } }

  fileprivate func firstEnd(ofCommentFrom start: Int) -> Int? {
    var dashes = 0
    for index in start..<endIndex {
      if self[index] == UInt8(ascii: ">"), dashes >= 2 { return index + 1 }
      dashes = self[index] == UInt8(ascii: "-") ? dashes + 1 : 0
    }
    return nil
  }
}
