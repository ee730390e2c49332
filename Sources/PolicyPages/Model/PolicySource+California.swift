import CourseModel

extension LegalDeclaration {
  /// The categories of California's law that kinds of data and services fall into.
  var californiaCategories: Set<String> {
    var letters = Set(
      data.filter { !$0.isOnDevice }.flatMap(\.californiaCategories)
        + data.flatMap(\.impliedCaliforniaCategories))
    // Whatever a service is for, it gets the address of a device, and learns which page is read there.
    if isSharing || !services.isEmpty { letters.formUnion(PolicySource.categoriesOfServices) }
    return letters
  }
}

extension PersonalData {
  /// The categories that a log belongs to, whether or not they are declared: it tells what was visited, and an
  /// address in full tells from where.
  fileprivate var impliedCaliforniaCategories: [String] {
    guard id?.value == PersonalData.serverLogs else { return [] }
    if fields.contains("ip") { return ["A", "F"] }
    return fields.contains("ip_truncated") ? ["F"] : []
  }
}

extension PolicySource {
  /// Identifiers, and activity on the internet.
  fileprivate static let categoriesOfServices = ["A", "F"]

  var californiaRows: [CaliforniaRow] {
    let letters = legal.californiaCategories
    return facts.californiaCategories.filter { letters.contains($0.letter) }.map { category in
      let items = legal.data.filter {
        !$0.isOnDevice && $0.californiaCategories.contains(category.letter)
          || $0.impliedCaliforniaCategories.contains(category.letter)
      }
      let rows = items.map(row)
      let examples = category.examples.text(in: language)
      let isOfServices = PolicySource.categoriesOfServices.contains(category.letter)
      let sent = isOfServices ? handedOn(like: examples) : HandedOnData()
      return CaliforniaRow(
        letter: category.letter, title: category.title.text(in: language), examples: examples,
        data: unique([words.list(rows.map(\.title))] + sent.data).joined(separator: "; "),
        sources: words.list(unique(rows.map(\.source) + sent.sources)),
        purposes: words.list(
          unique(items.flatMap(\.purposes).map { joinedPurposes([$0]) } + sent.purposes)),
        disclosedTo: words.list(
          unique(items.flatMap { recipientNames($0.recipients) } + sent.recipients)),
        retention: words.list(unique(rows.map(\.retention) + sent.periods)),
        isSold: legal.isSelling, isShared: isOfServices && conditions["shares"])
    }
  }

  /// What goes to services and to those with whom data is shared, as lists of words.
  private struct HandedOnData {
    var data: [String] = []
    var sources: [String] = []
    var purposes: [String] = []
    var recipients: [String] = []
    var periods: [String] = []
  }

  /// What services get; where none is named with whom data is shared, what a category is known by, for what it is
  /// shared.
  private func handedOn(like examples: String) -> HandedOnData {
    guard legal.isSharing || !legal.services.isEmpty else { return HandedOnData() }
    let declared = legal.purposes.filter { $0.california == .share }.map { text($0.title) }
    return HandedOnData(
      data: legal.services.isEmpty
        ? [examples] : legal.services.map { sent(to: $0).droppingFullStop },
      sources: [words.word("source", DataSource.automatic)],
      purposes: declared + legal.services.map { purpose(of: $0).droppingFullStop },
      recipients: legal.services.map(title),
      periods: [words.word("duration", "by_provider")])
  }

  var otherCaliforniaTitles: [String] {
    let named = Set(californiaRows.map(\.letter))
    return facts.californiaCategories.filter { !named.contains($0.letter) }
      .map { $0.title.text(in: language) }
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
