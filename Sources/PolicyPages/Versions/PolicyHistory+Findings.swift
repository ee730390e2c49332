package import CourseModel
package import Diagnostics

extension PolicyHistory {
  /// What is wrong between a document, its declaration and the archive.
  ///
  /// - Parameters:
  ///   - archive: What was published.
  ///   - declared: What the author says of the document.
  ///   - position: Where the document is declared, or would be.
  ///   - madeElsewhere: The texts in a language that the portal makes where only its own address, or whether its
  ///     versions are kept, differs.
  /// - Returns: The findings, in no order.
  package func findings(
    archive: PolicyArchive, declared: DocumentDeclaration?, position: SourcePosition,
    madeElsewhere: (LanguageTag) -> [PolicyText] = { _ in [] }
  ) -> [Diagnostic] {
    guard let current else { return [] }
    let locked = archive.versions[document] ?? []
    if let last = locked.last, last.number > current.number {
      return [
        Diagnostic(
          "policy-version", .error,
          "version \(current.number) of \"\(document.rawValue)\" is older than version \(last.number), "
            + "which was published", at: declared?.version?.position ?? position,
          help: "write version: \(last.number + 1) with a summary")
      ]
    }
    guard let same = locked.last, same.number == current.number else {
      return [missing(at: declared?.version?.position ?? position)]
    }
    return changedText(
      same, declared, at: declared?.version?.position ?? position, madeElsewhere)
      + changedDates(same, declared)
  }

  /// A version that the archive does not have yet.
  private func missing(at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      "policy-lock", .warning,
      "version \(current?.number ?? 1) of \"\(document.rawValue)\" is not in policies.lock",
      at: position, help: "run clevio policies lock, and commit the file")
  }

  /// A text that is not the one that was locked under the same version.
  private func changedText(
    _ locked: PolicyVersion, _ declared: DocumentDeclaration?, at position: SourcePosition,
    _ madeElsewhere: (LanguageTag) -> [PolicyText]
  ) -> [Diagnostic] {
    let next = locked.number + 1
    let remedy =
      declared == nil
      ? "write documents: \(document.rawValue): with version: \(next), effective: and changes: in legal.yml"
      : "write version: \(next) and its summary under changes:"
    return (current?.texts ?? []).compactMap { text in
      guard let before = locked.texts.first(where: { $0.language == text.language }) else {
        return Diagnostic(
          "policy-lock", .warning,
          "policies.lock has no text of \"\(document.rawValue)\" in \"\(text.language.text)\"",
          at: position, help: "run clevio policies lock, and commit the file")
      }
      guard before.digest != text.digest else { return nil }
      let others = madeElsewhere(text.language)
      guard !others.contains(where: { $0.digest == before.digest }) else { return nil }
      // Some words come of where the portal stands; the author's are those that differ there, too.
      let nearest = others.map { TextDifference(from: before, to: $0) }
        .reduce(TextDifference(from: before, to: text)) { least, other in
          other.passages.count < least.passages.count ? other : least
        }
      return Diagnostic(
        "policy-changed", .error,
        "the text of \"\(document.rawValue)\" (\(text.language.text)) is no longer that of version "
          + "\(locked.number): \(nearest.firstChange)",
        at: position,
        help: "\(remedy), then run clevio policies lock")
    }
  }

  /// Days of a version that was published already.
  private func changedDates(_ locked: PolicyVersion, _ declared: DocumentDeclaration?)
    -> [Diagnostic]
  {
    let dates = [
      ("effective", declared?.effective, locked.effective),
      ("updated", declared?.updated, locked.updated),
    ]
    return dates.compactMap { name, date, before in
      guard let date, date.value != before else { return nil }
      return Diagnostic(
        "policy-dates", .error,
        "\"\(name)\" of version \(locked.number) was published as \(before.isoText)",
        at: date.position, help: "write \(before.isoText), or make a new version")
    }
  }
}
