import Bytes
package import CourseModel
import Files
import YAMLTree

/// A version of a document as it was published.
package struct PolicyVersion: Sendable {
  package var number: Int
  /// The first day on which it holds.
  package var effective: CalendarDate
  /// The day on which its text was written.
  package var updated: CalendarDate
  package var level: ChangeLevel
  /// What it changed.
  package var summary: LocalizedText?
  /// Its texts, ordered by language.
  package var texts: [PolicyText]
  /// The digests that were written beside the texts.
  private var digests: [String] = []

  /// Joins the parts of a version.
  package init(
    number: Int, effective: CalendarDate, updated: CalendarDate, level: ChangeLevel,
    summary: LocalizedText?, texts: [PolicyText]
  ) {
    self.number = number
    self.effective = effective
    self.updated = updated
    self.level = level
    self.summary = summary
    self.texts = texts
  }

  /// The text in a language, else in the portal's, else the first.
  package func text(for language: LanguageTag, portal: LanguageTag) -> PolicyText? {
    texts.first { $0.language == language } ?? texts.first {
      $0.language.primary == language.primary
    }
      ?? texts.first { $0.language == portal } ?? texts.first
  }
}

extension PolicyVersion {
  /// Reads an entry of the lock file; `nil` for what is none.
  init?(_ node: YAMLNode) {
    guard let number = node["version"]?.text.flatMap({ Int($0) }), number > 0,
      let effective = node["effective"]?.text.flatMap(CalendarDate.init(parsing:)),
      let updated = node["updated"]?.text.flatMap(CalendarDate.init(parsing:))
    else { return nil }
    self.init(
      number: number, effective: effective, updated: updated,
      level: node["level"]?.text.flatMap(ChangeLevel.init(rawValue:)) ?? .minor,
      summary: FactFile.localizedText(node["summary"]), texts: [])
    for entry in node["texts"]?.entries ?? [] {
      guard let language = LanguageTag(entry.key.text ?? ""), let text = entry.value["text"]?.text
      else { return nil }
      texts.append(PolicyText(language: language, markdown: text))
      digests.append(entry.value["sha256"]?.text ?? "")
    }
  }

  /// The language of a text that is not the one that its digest was made of.
  var changedLanguage: String? {
    zip(texts, digests).first { $0.digest.description != $1 }?.0.language.text
  }

  /// The entry of the lock file.
  var yaml: String {
    var yaml = """
          - version: \(number)
            effective: \(effective.isoText)
            updated: \(updated.isoText)
            level: \(level.rawValue)

      """
    if let summary, !summary.isEmpty {
      yaml += "      summary:"
      for variant in summary.variants {
        let text = PolicyVersion.quoted(variant.text)
        yaml += variant.language.map { "\n        \($0.text): \(text)" } ?? " \(text)"
      }
      yaml += "\n"
    }
    yaml += "      texts:\n"
    for text in texts.sorted(by: { $0.language.text < $1.language.text }) {
      yaml += """
                \(text.language.text):
                  sha256: \(text.digest)
                  text: |2

        """
      for line in text.markdown.split(separator: "\n", omittingEmptySubsequences: false) {
        yaml += line.isEmpty ? "\n" : "            \(line)\n"
      }
    }
    return yaml
  }

  private static func quoted(_ text: String) -> String {
    PolicyText.lockable(text).quotedAsJSON
  }
}
