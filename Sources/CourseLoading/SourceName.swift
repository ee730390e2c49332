import Bytes

/// The name of a file or a folder of a course: its place in the order and its words.
package struct SourceName {
  /// The number that the name begins with, as in `02-loops`.
  let number: Int?

  /// The name without its number.
  let words: Substring

  /// Reads a name without its extension.
  package init(_ name: String) {
    let digits = name.utf8.prefix { $0.isASCIIDigit }
    let separator = name.utf8.dropFirst(digits.count).first
    let isNumbered =
      (1...6).contains(digits.count)
      && separator.map { "-_. ".utf8.contains($0) } == true
      && name.utf8.count > digits.count + 1
    number = isNumbered ? Int(Substring(digits)) : nil
    words = isNumbered ? Substring(name.utf8.dropFirst(digits.count + 1)) : name[...]
  }

  /// The name as it stands in addresses: lower case, words joined with hyphens, letters of every script.
  package var slug: String { SourceName.slug(of: words) }

  /// The name as a title: `git_basics` is "Git basics".
  var title: String {
    let text = words.split { "-_ ".contains($0) }.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A text as it stands in addresses; `untitled` where nothing of it can.
  static func slug(of text: some StringProtocol) -> String {
    var slug = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber || character == "_" {
        slug.append(character)
      } else if character.unicodeScalars.contains(where: { $0.properties.isVariationSelector }) {
        continue
      } else if "- .+&/".contains(character), !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "untitled" : slug
  }

  /// Whether an author's own name for addresses can be one.
  static func isSlug(_ text: String) -> Bool { !text.isEmpty && slug(of: text) == text }
}

extension SourceName {
  /// Orders names as people count: by number, then `part2` before `part10`, else by bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let (first, second) = (Array(left.utf8), Array(right.utf8))
    var (i, j) = (0, 0)
    while i < first.count, j < second.count {
      if first[i].isASCIIDigit, second[j].isASCIIDigit {
        let a = digits(first, from: i)
        let b = digits(second, from: j)
        if a.count != b.count { return a.count < b.count }
        if !a.elementsEqual(b) { return a.lexicographicallyPrecedes(b) }
        i = a.endIndex
        j = b.endIndex
      } else if first[i] != second[j] {
        return first[i] < second[j]
      } else {
        i += 1
        j += 1
      }
    }
    if first.count - i != second.count - j { return first.count - i < second.count - j }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The digits from `start` on, without leading zeros.
  private static func digits(_ bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    let run = bytes[start...].prefix { $0.isASCIIDigit }
    return run.drop { $0 == UInt8(ascii: "0") }
  }
}
