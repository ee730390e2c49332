import Bytes

/// An id that an author wrote after a heading's words: `## Loops {#loops}`, or with classes, which mean nothing here,
/// as other tools have it: `{: #loops .wide }`.
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
    var list = words[(start + 1)...].dropLast()
    if list.first == UInt8(ascii: ":") { list = list.dropFirst() }
    let names = list.split(whereSeparator: \.isASCIIWhitespace)
    let ids = names.filter { $0.first == UInt8(ascii: "#") }
    let before = words[..<start].reversed().drop(while: \.isASCIIWhitespace).count
    let isAlone = before == 0 && heading.firstChild.map { $0.isSame(as: last) } ?? true
    guard ids.count == 1, names.allSatisfy(HeadingID.isName), !isAlone else { return nil }
    id = Array(ids[0].dropFirst())
    suffix = words.count - before
  }

  /// Whether a word names an id or a class.
  private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
    let name = word.dropFirst()
    return (word.first == UInt8(ascii: "#") || word.first == UInt8(ascii: ".")) && !name.isEmpty
      && name.allSatisfy {
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 >= 0x80
      }
  }
}
