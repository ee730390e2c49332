package import CourseModel

/// Where a document stands on a day: what holds, what is announced, what was before.
package struct PolicyHistory: Sendable {
  package var document: PolicyDocument
  /// The version that the sources describe; `nil` for a document without versions.
  package var current: PolicyVersion?
  /// The version that holds while ``current`` is still to come.
  package var inForce: PolicyVersion?
  /// All other versions that were published, the newest first.
  package var others: [PolicyVersion] = []
  /// What is said of changes, the newest first.
  package var changes: [PolicyChangeNote] = []

  /// The version that readers are bound by: ``inForce`` while another is announced, else ``current``.
  package var binding: PolicyVersion? { inForce ?? current }

  /// Every version with its text, the newest first.
  package var all: [PolicyVersion] {
    ([current].compactMap(\.self) + others).sorted { $0.number > $1.number }
  }

  /// The version before another, if its text is kept.
  package func predecessor(of version: PolicyVersion) -> PolicyVersion? {
    all.first { $0.number < version.number }
  }
}

/// What is said of one change of a document.
package struct PolicyChangeNote: Sendable {
  package var version: Int
  package var date: CalendarDate
  package var level: ChangeLevel
  package var summary: LocalizedText
}

/// A change after which consent is asked for again.
package struct MaterialChange: Sendable {
  package var document: PolicyDocument
  package var version: Int
  package var date: CalendarDate
  package var summary: LocalizedText
}

extension PolicyHistory {
  /// Puts a document's declaration beside the archive.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - texts: The document as the sources make it, by language.
  ///   - declared: What the author says of it.
  ///   - archive: What was published.
  ///   - today: The day that counts as today.
  package init(
    of document: PolicyDocument, texts: [PolicyText], declared: DocumentDeclaration?,
    archive: PolicyArchive, today: CalendarDate
  ) {
    self.document = document
    let locked = archive.versions[document] ?? []
    changes = PolicyHistory.notes(declared, locked)
    guard document.hasVersions,
      let version = PolicyHistory.described(texts, declared: declared, last: locked.last)
    else { return }
    current = version
    others = locked.filter { $0.number != version.number }.sorted { $0.number > $1.number }
    if version.effective > today {
      inForce = others.first { $0.effective <= today && $0.number < version.number }
    }
  }

  /// The version that the sources describe: as declared, else the last that was locked.
  private static func described(
    _ texts: [PolicyText], declared: DocumentDeclaration?, last: PolicyVersion?
  ) -> PolicyVersion? {
    let number = declared?.version?.value ?? last?.number
    let change = number.flatMap { declared?.change(to: $0) }
    guard let number, let effective = declared?.effective?.value ?? last?.effective else {
      return nil
    }
    let known = last?.number == number ? last : nil
    return PolicyVersion(
      number: number, effective: effective,
      updated: declared?.updated?.value ?? change?.date?.value ?? known?.updated ?? effective,
      level: change?.level ?? known?.level ?? .minor, summary: change?.summary ?? known?.summary,
      texts: texts)
  }

  /// The summaries of the declaration, and those of the archive for versions that it no longer names.
  private static func notes(_ declared: DocumentDeclaration?, _ locked: [PolicyVersion])
    -> [PolicyChangeNote]
  {
    var notes = (declared?.changes ?? []).compactMap { change -> PolicyChangeNote? in
      guard let version = change.version?.value, let date = change.date?.value,
        let summary = change.summary
      else { return nil }
      return PolicyChangeNote(version: version, date: date, level: change.level, summary: summary)
    }
    for version in locked where !notes.contains(where: { $0.version == version.number }) {
      guard let summary = version.summary, !summary.isEmpty else { continue }
      notes.append(
        PolicyChangeNote(
          version: version.number, date: version.updated, level: version.level, summary: summary))
    }
    return notes.sorted { $0.version > $1.version }
  }

  /// The last change, among versions that hold, after which consent is asked for again.
  package func materialChange(on today: CalendarDate) -> MaterialChange? {
    guard let binding, binding.effective <= today else { return nil }
    let number = binding.number
    return changes.first { $0.level == .material && $0.version <= number && $0.version > 1 }
      .map {
        MaterialChange(document: document, version: $0.version, date: $0.date, summary: $0.summary)
      }
  }
}
