import Bytes

/// Gives headings their ids by GitHub's rule: lower case, only letters, digits, `-` and `_`, spaces
/// as hyphens, and `-1`, `-2`, … where a page has the same again.
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
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
        slug.unicodeScalars.append(scalar)
      default:
        if scalar.properties.isAlphabetic {
          slug.unicodeScalars.append(scalar)
        } else if scalar == "-" || scalar == " " {
          slug += "-"
        }
      }
    }
    return Array(slug.utf8)
  }
}
