import Bytes

/// An id that an author wrote after a heading's words: `## Loops {#loops}`.
package struct HeadingID {
  /// The id itself, in UTF-8.
  package let id: [UInt8]
  /// How many bytes at the end of the heading's words it takes, with the space before it.
  package let suffix: Int

  /// Reads the end of a heading; `nil` where there is no id, or nothing else.
  package init?(endOf heading: MarkdownNode) {
    var last: MarkdownNode?
    for child in heading.children { last = child }
    guard let last, last.kind == .text else { return nil }
    let words = last.literal
    guard words.last == UInt8(ascii: "}"), let start = words.lastIndex(of: UInt8(ascii: "{")) else {
      return nil
    }
    let name = words[(start + 1)...].dropLast()
    let isID = name.dropFirst().allSatisfy {
      $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 >= 0x80
    }
    let before = words[..<start].reversed().drop(while: \.isASCIIWhitespace).count
    let isAlone = before == 0 && heading.firstChild.map { $0.isSame(as: last) } ?? true
    guard name.first == UInt8(ascii: "#"), name.count > 1, isID, !isAlone else { return nil }
    id = Array(name.dropFirst())
    suffix = words.count - before
  }
}
