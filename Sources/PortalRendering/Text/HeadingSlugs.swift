import Bytes

/// Gives headings their ids by GitHub's rule: lower case, only letters, digits, `-` and `_`, spaces as
/// hyphens, and `-1`, `-2`, … where a page has the same again.
struct HeadingSlugs {
  /// How often each id without its number was asked for.
  private var uses: [[UInt8]: Int]

  /// Starts with the ids that a page has before its text.
  init(reserved: [StaticString]) {
    uses = Dictionary(uniqueKeysWithValues: reserved.map { ([UInt8]($0), 1) })
  }

  /// An id for a heading's words that the page does not have yet.
  mutating func id(for words: [UInt8]) -> [UInt8] {
    let slug = HeadingSlugs.slug(of: words)
    let base = slug.isEmpty ? [UInt8]("section") : slug
    var number = uses[base] ?? 0
    var id = base
    while number > 0 {
      id = base + [UInt8(ascii: "-")] + String(number).utf8
      if uses[id] == nil { break }
      number += 1
    }
    uses[base] = number + 1
    if id != base { uses[id] = 1 }
    return id
  }

  /// Takes an id that the author chose; `false` if the page has it already.
  mutating func claim(_ id: [UInt8]) -> Bool {
    guard uses[id] == nil else { return false }
    uses[id] = 1
    return true
  }

  /// The id that GitHub would make of a heading's words.
  static func slug(of words: [UInt8]) -> [UInt8] {
    let trimmed = words.trimmingASCIIWhitespace
    var slug: [UInt8] = []
    slug.reserveCapacity(trimmed.count)
    guard trimmed.allSatisfy({ $0 < 0x80 }) else {
      return unicodeSlug(of: String(utf8: trimmed))
    }
    for byte in trimmed {
      if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        slug.append(byte.asciiLowercased)
      } else if byte == UInt8(ascii: " ") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    return slug
  }

  private static func unicodeSlug(of words: String) -> [UInt8] {
    var slug = ""
    for scalar in words.lowercased().unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
        .otherNumber, .connectorPunctuation:
        slug.unicodeScalars.append(scalar)
      default:
        if scalar == "-" || scalar == " " { slug += "-" }
      }
    }
    return Array(slug.utf8)
  }
}

/// An id that an author wrote after a heading's words: `## Loops {#loops}`.
struct HeadingID {
  let id: [UInt8]
  /// The heading's words without it.
  let words: [UInt8]
  /// How many bytes it takes, with the space before it.
  let suffix: Int

  init?(endingIn heading: [UInt8]) {
    guard heading.last == UInt8(ascii: "}"),
      let start = heading.lastIndex(of: UInt8(ascii: "{")), start > 0
    else { return nil }
    let id = heading[(start + 1)...].dropLast()
    let isID = id.dropFirst().allSatisfy {
      $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 >= 0x80
    }
    guard id.first == UInt8(ascii: "#"), id.count > 1, isID else { return nil }
    self.id = Array(id.dropFirst())
    words = Array(heading[..<start].trimmingASCIIWhitespace)
    suffix = heading.count - words.count
  }
}
