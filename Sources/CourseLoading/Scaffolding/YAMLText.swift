import Bytes

/// A text as a value of YAML and as a title.
struct YAMLText {
  /// The text in one line, without what no title holds.
  let words: String

  /// Takes any text: runs of white space become one space; control characters, byte order marks and
  /// noncharacters, which YAML refuses, go.
  init(_ text: String) {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if properties.isWhitespace {
        clean.append(" ")
      } else if properties.generalCategory != .control, !properties.isNoncharacterCodePoint,
        scalar != "\u{FEFF}"
      {
        clean.append(scalar)
      }
    }
    words = String(clean).split(separator: " ").joined(separator: " ")
  }

  /// The text as it stands after the colon of a key: in quotes wherever YAML, or an editor's YAML,
  /// might read something else.
  var scalar: String {
    // A JSON string is a double-quoted scalar of YAML 1.2 (§5.7, §7.3.1).
    isPlain ? words : words.quotedAsJSON
  }

  private var isPlain: Bool {
    guard let first = words.unicodeScalars.first, first.properties.isAlphabetic else {
      return false
    }
    let keywords = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    return !keywords.contains(words.lowercased())
      && words.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || " -.,'()!?".unicodeScalars.contains($0)
      }
  }
}
