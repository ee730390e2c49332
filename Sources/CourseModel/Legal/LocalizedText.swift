/// A text that an author wrote once for all languages, or once for each.
package struct LocalizedText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The text in one language; without a language it holds for all.
  package struct Variant: Hashable, Sendable {
    package var language: LanguageTag?
    package var text: String
  }

  /// The texts in the order in which they were written, never two of one language.
  package private(set) var variants: [Variant]

  /// One text for all languages.
  package init(_ text: String) { variants = [Variant(language: nil, text: text)] }

  /// One text for all languages.
  package init(stringLiteral text: String) { self.init(text) }

  /// Texts by language.
  package init(_ texts: [(language: LanguageTag, text: String)]) {
    variants = texts.map { Variant(language: $0.language, text: $0.text) }
  }

  /// Whether there is no text in any language.
  package var isEmpty: Bool { variants.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }

  /// The text that serves readers of a language best: theirs, else that of the same first part,
  /// else English, else the first.
  package func variant(for language: LanguageTag) -> Variant {
    variants.first { $0.language == nil || $0.language == language }
      ?? variants.first { $0.language?.primary == language.primary }
      ?? variants.first { $0.language?.primary == "en" } ?? variants.first
      ?? Variant(language: nil, text: "")
  }

  /// The words of ``variant(for:)``.
  package func text(in language: LanguageTag) -> String { variant(for: language).text }

  /// The text with another one after it, in each language that either of them has.
  package func joined(with other: LocalizedText, by separator: String) -> LocalizedText {
    var languages: [LanguageTag] = []
    for language in (variants + other.variants).compactMap(\.language)
    where !languages.contains(language) { languages.append(language) }
    func joined(in language: LanguageTag) -> String {
      text(in: language) + separator + other.text(in: language)
    }
    if languages.isEmpty { return LocalizedText(joined(in: .english)) }
    return LocalizedText(languages.map { (language: $0, text: joined(in: $0)) })
  }
}
