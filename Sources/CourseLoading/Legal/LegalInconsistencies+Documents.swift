import CourseModel
import Diagnostics
import Files

extension LegalInconsistencies {
  /// What is wrong with versions, dates and files of documents.
  var documents: [Diagnostic] {
    PolicyDocument.allCases.flatMap { document -> [Diagnostic] in
      guard let declared = legal.documents[document] else { return [] }
      return origin(of: document, declared) + dates(of: document, declared)
        + changes(of: document, declared)
        + missingFiles([declared.source, declared.intro, declared.more])
    } + missingFiles([legal.commerce.refundPolicy]) + reviewed
  }

  private var reviewed: [Diagnostic] {
    let days = [
      ("reviewed", legal.accessibility?.reviewed), ("as_of", legal.audience.ageOfConsent.asOf),
    ]
    return days.compactMap { key, day in
      day.flatMap { $0.value > today ? future(key, $0.value, at: $0.position) : nil }
    }
  }

  private func origin(of document: PolicyDocument, _ declared: DocumentDeclaration)
    -> [Diagnostic]
  {
    let hasSource = declared.source != nil
    guard let isGenerated = declared.isGenerated, isGenerated.value == hasSource else { return [] }
    let name = document.rawValue
    return [
      error(
        "value-generated",
        hasSource
          ? "the text of \"\(name)\" is that of its source, and is not made"
          : "the text of \"\(name)\" is made, because no source takes its place",
        at: isGenerated.position,
        help: hasSource
          ? "remove generated: or source:"
          : "write source: with a Markdown file, or remove the line")
    ]
  }

  private func missingFiles(_ files: [Located<String>?]) -> [Diagnostic] {
    files.compactMap(\.self).compactMap { file in
      if let path = RelativePath.root.resolving(file.value), sources[path] != nil { return nil }
      return error(
        "legal-file", "there is no file \"\(file.value)\"", at: file.position,
        help: Suggestion.question(
          near: file.value, among: sources.paths.filter { $0.fileExtension == "md" }.map(\.text))
          ?? "write a path relative to the portal's folder, such as policies/intro.md")
    }
  }

  private func dates(of document: PolicyDocument, _ declared: DocumentDeclaration)
    -> [Diagnostic]
  {
    var found: [Diagnostic] = []
    let name = document.rawValue
    if let version = declared.version, declared.effective == nil {
      found.append(
        error(
          "policy-dates", "version \(version.value) of \"\(name)\" does not say from when it holds",
          at: version.position, help: "write effective: with a day such as \(today.isoText)"))
    }
    if let updated = declared.updated, updated.value > today {
      found.append(future("updated", updated.value, at: updated.position))
    }
    if let updated = declared.updated, let effective = declared.effective,
      effective.value < updated.value
    {
      found.append(
        error(
          "policy-dates",
          "\"\(name)\" holds from \(effective.value.isoText), before its text was changed on "
            + updated.value.isoText, at: effective.position,
          help: "write effective: \(updated.value.isoText) or a later day"))
    }
    return found
  }

  private func changes(of document: PolicyDocument, _ declared: DocumentDeclaration)
    -> [Diagnostic]
  {
    var found = declared.changes.flatMap(incomplete)
    for (newer, older) in zip(declared.changes, declared.changes.dropFirst()) {
      if let upper = newer.version, let lower = older.version, upper.value <= lower.value {
        found.append(
          error(
            "policy-dates", "version \(lower.value) stands below version \(upper.value)",
            at: lower.position, help: "write the newest version first"))
      } else if let later = newer.date, let earlier = older.date, later.value < earlier.value {
        found.append(
          error(
            "policy-dates",
            "the change of \(earlier.value.isoText) stands below that of \(later.value.isoText)",
            at: earlier.position, help: "write the days in the order of the versions, newest first")
        )
      }
    }
    if let first = declared.changes.first?.version, let version = declared.version,
      first.value > version.value
    {
      found.append(
        error(
          "policy-version",
          "the newest change is version \(first.value), but the document is version \(version.value)",
          at: version.position, help: "write version: \(first.value)"))
    }
    if let version = declared.version, version.value > 1,
      declared.change(to: version.value) == nil
    {
      found.append(
        error(
          "policy-summary", "version \(version.value) of \"\(document.rawValue)\" has no summary",
          at: version.position,
          help: "add to changes: {version: \(version.value), date: \(today.isoText), "
            + "level: minor, summary: …}"))
    }
    return found
  }

  private func incomplete(_ change: PolicyChange) -> [Diagnostic] {
    guard change.version != nil, let date = change.date else {
      return [
        error(
          "policy-summary", "a change needs a version and a date", at: change.position,
          help: "write {version: 2, date: \(today.isoText), level: minor, summary: …}")
      ]
    }
    var found: [Diagnostic] = []
    if date.value > today { found.append(future("date", date.value, at: date.position)) }
    guard let summary = change.summary, !summary.isEmpty else {
      found.append(
        error(
          "policy-summary", "the change has no summary", at: change.position,
          help: "write summary: in one or two plain sentences"))
      return found
    }
    if summary.variants.contains(where: { $0.text.count > 400 }) {
      found.append(
        error(
          "policy-summary", "the summary has more than 400 characters", at: change.position,
          help: "say only what changes for readers"))
    }
    return found
  }
}
