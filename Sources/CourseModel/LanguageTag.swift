/// The language of a text, as BCP 47 names it: `en`, `pt-BR`, `zh-Hant`.
package struct LanguageTag: Hashable, Sendable {
  /// The tag as it goes into `lang=`.
  package let text: String

  /// Reads a tag, in letters of any case; `nil` if it is not of the form of BCP 47.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { index, part in
      let isWord = part.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (index > 0 && (0x30...0x39).contains($0))
      }
      return isWord && (index == 0 ? 2...3 : 1...8).contains(part.utf8.count)
    }
    guard isTag else { return nil }
    // Tags are the same in letters of any case; these are the recommended ones (RFC 5646 §2.1.1).
    self.text = parts.enumerated().map { index, part in
      let word = part.lowercased()
      if index == 0 || parts[index - 1].utf8.count == 1 { return word }
      switch word.utf8.count {
      case 2: return word.uppercased()
      case 4: return word.prefix(1).uppercased() + word.dropFirst()
      default: return word
      }
    }.joined(separator: "-")
  }

  private init(known text: String) { self.text = text }

  /// English, which is assumed where nothing is said.
  package static let english = LanguageTag(known: "en")

  /// The first part in lower case, which chooses the interface's words.
  package var primary: String {
    String(text.split(separator: "-").first ?? "").lowercased()
  }

  /// Whether the language is written from right to left.
  package var isRightToLeft: Bool {
    let scripts = text.split(separator: "-").dropFirst().map { $0.lowercased() }
    if scripts.contains("latn") || scripts.contains("cyrl") { return false }
    if scripts.contains(where: ["arab", "hebr", "thaa", "nkoo"].contains) { return true }
    return [
      "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
    .contains(primary)
  }

  /// The language's direction as it goes into `dir=`.
  package var direction: String { isRightToLeft ? "rtl" : "ltr" }
}
