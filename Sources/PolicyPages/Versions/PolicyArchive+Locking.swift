package import CourseModel

extension PolicyArchive {
  /// Adds the version that the sources describe, if it is not there yet; what is there stays as it is.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - texts: Its text in each language.
  ///   - version: The version; a document without one begins with 1 today.
  ///   - today: The day that counts as today.
  /// - Returns: What was added, in one line; `nil` for nothing.
  package mutating func lock(
    _ document: PolicyDocument, texts: [PolicyText], as version: PolicyVersion?,
    on today: CalendarDate
  ) -> String? {
    var known = versions[document] ?? []
    let new =
      version
      ?? PolicyVersion(
        number: 1, effective: today, updated: today, level: .minor, summary: nil, texts: texts)
    if let last = known.last, last.number == new.number {
      let missing = texts.filter { text in
        !last.texts.contains { $0.language == text.language }
      }
      guard !missing.isEmpty else { return nil }
      known[known.count - 1].texts += missing
      versions[document] = known
      let languages = missing.map(\.language.text).joined(separator: ", ")
      return "\(document.rawValue) \(new.number): added \(languages)"
    }
    guard new.number > known.last?.number ?? 0 else { return nil }
    known.append(new)
    versions[document] = known
    return "\(document.rawValue) \(new.number), in force from \(new.effective.isoText)"
  }
}
