import CourseModel
import Diagnostics
import Files

/// What is right in `legal.yml` value by value, but not as a whole.
struct LegalInconsistencies {
  let legal: LegalDeclaration
  let misread: MisreadEntries
  let settings: PortalSettings
  /// The courses that are published.
  let courses: [Course]
  let today: CalendarDate
  let sources: FileTree

  /// All of them that are not mere consequences of a mistake in a value, in no order.
  var all: [Diagnostic] {
    let all =
      missingOperator + unknownJurisdictions + purposes + data + recipients + transfers + services
      + storage + unasked + claims + consent + publicInterface + sharing + rights + sale + documents
    return misread.isEmpty ? all : all.filter(isJudged)
  }

  /// Findings of one value, which hold whatever else its entry says; others are of what an entry lacks, or of how its
  /// values go together.
  private static let ofOneValue: Set<Diagnostic.ID> = [
    "claim-share", "consent-google", "legal-dates", "legal-file", "legal-id", "legal-jurisdiction",
    "legal-reference", "legal-share", "rights-days", "service-events", "service-insecure",
    "service-necessary", "value-hosts", "value-integrity",
  ]

  /// Whether a finding would be told as well if all values had been understood.
  private func isJudged(_ finding: Diagnostic) -> Bool {
    guard !misread.hasMistake(at: finding.position) else { return false }
    guard misread.repeatsOwnKeys || misread.hasEntry(around: finding.position) else { return true }
    return Self.ofOneValue.contains(finding.id) && !misread.hasEntry(at: finding.position)
  }

  /// Whether an entry that another refers to may be in the file without having been understood.
  private func mayBeMisread(among known: [String]) -> Bool {
    guard !misread.isEmpty else { return false }
    let hasEntryWithoutID =
      legal.purposes.contains { $0.id == nil } || legal.recipients.contains { $0.id == nil }
      || legal.services.contains(where: \.id.value.isEmpty)
    return hasEntryWithoutID || misread.repeatsOwnKeys
      || known.isEmpty && misread.hasOwnMistakes
  }

  func error(
    _ id: Diagnostic.ID, _ message: String, at position: SourcePosition, help: String,
    fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(id, .error, message, at: position, help: help, fix: fix)
  }

  /// Whether the rules of the European Union apply, which is so where nothing is said.
  var isEuropean: Bool {
    legal.jurisdictions.isEmpty
      || legal.jurisdictions.contains { $0.value == "eu" || isCountry($0.value) }
  }

  private func isCountry(_ code: String) -> Bool { Jurisdiction.countries.contains(code) }

  private var missingOperator: [Diagnostic] {
    guard let owner = legal.operator else {
      guard settings.operatorName == nil else { return [] }
      return [
        error(
          "legal-operator", "legal.yml does not say who runs the portal", at: legal.position,
          help: "write operator: with a name:, an address: and an email:")
      ]
    }
    guard owner.name == nil, settings.operatorName == nil else { return [] }
    return [
      error(
        "legal-operator", "the operator has no name", at: owner.position,
        help: "write name: with the person or enterprise that answers for the portal")
    ]
  }

  private var unknownJurisdictions: [Diagnostic] {
    let known = Jurisdiction.names
    return legal.jurisdictions.filter { !known.contains($0.value) }.map { name in
      error(
        "legal-jurisdiction", "there are no rules for \"\(name.value)\"", at: name.position,
        help: Jurisdiction.question(for: name.value) ?? "write \(Jurisdiction.list)")
    }
  }

  // MARK: References

  /// Entries without an id, or with one that another has.
  private func ids(_ entries: [(id: Located<String>?, position: SourcePosition)], of list: String)
    -> [Diagnostic]
  {
    var seen: [String: SourcePosition] = [:]
    return entries.compactMap { id, position in
      guard let id, !id.value.isEmpty else {
        return error(
          "legal-id", "an entry of \"\(list)\" has no id", at: position,
          help: "write id: with a short name, such as id: example")
      }
      if let first = seen[id.value] {
        return error(
          "legal-id", "\"\(list)\" has the id \"\(id.value)\" in line \(first.line) already",
          at: id.position, help: "give each entry an id of its own")
      }
      seen[id.value] = id.position
      return nil
    }
  }

  func unknown(
    _ names: [Located<String>], _ kind: String, among known: [String], in list: String
  ) -> [Diagnostic] {
    let strangers = names.filter { !known.contains($0.value) }
    guard !strangers.isEmpty, !mayBeMisread(among: known) else { return [] }
    return strangers.map { name in
      error(
        "legal-reference", "there is no \(kind) \"\(name.value)\"", at: name.position,
        help: Suggestion.question(near: name.value, among: known)
          ?? "add it under \(list):, or write "
          + (known.isEmpty ? "nothing here" : "one of \(known.joined(separator: ", "))"),
        fix: Fix(at: name.position, misspelt: name.value, among: known))
    }
  }

  var purposeIDs: [String] { legal.purposes.compactMap(\.id?.value) }
  var recipientIDs: [String] { legal.recipients.compactMap(\.id?.value) }

  // MARK: Data

  private var purposes: [Diagnostic] {
    ids(legal.purposes.map { ($0.id, $0.position) }, of: "purposes")
      + legal.purposes.flatMap { purpose -> [Diagnostic] in
        let name = purpose.id?.value ?? ""
        guard let basis = purpose.basis else {
          return [
            error(
              "gdpr-13-1c", "the purpose \"\(name)\" has no legal basis", at: purpose.position,
              help: "write basis: contract, consent, legal_obligation or legitimate_interest")
          ]
        }
        if basis == .legitimateInterest, purpose.interest == nil {
          return [
            error(
              "gdpr-13-1d", "the purpose \"\(name)\" does not say whose interest and which",
              at: purpose.position, help: "write interest: in a few words")
          ]
        }
        guard purpose.title == nil else { return [] }
        return [
          error(
            "legal-title", "the purpose \"\(name)\" has no title", at: purpose.position,
            help: "write title: in the words that readers see")
        ]
      }
  }

  private var data: [Diagnostic] {
    ids(legal.data.map { ($0.id, $0.position) }, of: "data")
      + legal.data.flatMap { item -> [Diagnostic] in
        let name = item.id?.value ?? ""
        var found =
          unknown(item.purposes, "purpose", among: purposeIDs, in: "purposes")
          + unknown(item.recipients, "recipient", among: recipientIDs, in: "recipients")
        if let id = item.id, isMisnamedLog(id.value) {
          found.append(
            error(
              "legal-id", "the web server's log is called \"\(PersonalData.serverLogs)\" here",
              at: id.position, help: "write id: \(PersonalData.serverLogs)"))
        }
        if item.purposes.isEmpty {
          found.append(
            error(
              "gdpr-13-1c", "the data \"\(name)\" has no purpose", at: item.position,
              help: "write purposes: with ids of the list purposes"))
        }
        if item.retention == nil {
          found.append(
            error(
              "gdpr-13-2a", "the data \"\(name)\" does not say how long it is kept",
              at: item.position, help: "write retention: such as P14D, until_erased, or a rule"))
        }
        return found
      }
  }

  /// Whether an id was meant for the web server's log, of which the texts would else say that there is none.
  private func isMisnamedLog(_ id: String) -> Bool {
    guard id != PersonalData.serverLogs else { return false }
    let words = id.lowercased().replacing("-", with: "_")
    return Suggestion.nearest(to: words, among: [PersonalData.serverLogs]) != nil
      || ["log", "logs", "access_log", "access_logs", "weblog", "web_logs", "log_files"].contains(
        words)
  }

  private var recipients: [Diagnostic] {
    ids(legal.recipients.map { ($0.id, $0.position) }, of: "recipients")
      + legal.recipients.flatMap { recipient -> [Diagnostic] in
        unknown(recipient.purposes, "purpose", among: purposeIDs, in: "purposes")
          + (recipient.name == nil
            ? [
              error(
                "gdpr-13-1e", "the recipient \"\(recipient.id?.value ?? "")\" has no name",
                at: recipient.position, help: "write name: as readers know it")
            ] : [])
      }
  }

  private var transfers: [Diagnostic] {
    let known = recipientIDs + legal.services.map(\.id.value)
    return legal.transfers.flatMap { transfer -> [Diagnostic] in
      var found = unknown(
        [transfer.recipient].compactMap(\.self), "recipient or service", among: known,
        in: "recipients")
      if transfer.recipient == nil || transfer.country == nil || transfer.mechanism == nil {
        found.append(
          error(
            "gdpr-13-1f", "a transfer needs a recipient, a country and a mechanism",
            at: transfer.position,
            help: "write {recipient: example, country: US, mechanism: adequacy}"))
      }
      if let asOf = transfer.asOf, asOf > today {
        found.append(future("as_of", asOf, at: transfer.position))
      }
      return found
    }
  }

  private var storage: [Diagnostic] {
    (legal.storage.map { ("storage", $0) }
      + legal.services.filter { !$0.isFromCatalogue }
      .flatMap { service in service.storage.map { (service.id.value, $0) } })
      .flatMap { owner, item -> [Diagnostic] in
        guard let name = item.name else {
          return [
            error(
              "legal-storage", "an entry of \"\(owner)\" has no name", at: item.position,
              help: "write name: as it is on the device")
          ]
        }
        guard item.purpose == nil else { return [] }
        return [
          error(
            "legal-storage", "\"\(name.value)\" has no purpose", at: name.position,
            help: "write purpose: in a few words")
        ]
      }
  }

  /// What the portal's own scripts are to keep after a choice, which is asked for services alone.
  private var unasked: [Diagnostic] {
    legal.storage.compactMap { item in
      guard let name = item.name, let category = item.category, category.isOptional else {
        return nil
      }
      return error(
        "legal-storage",
        "\"\(name.value)\" is for \(category.rawValue), but nobody is asked about it",
        at: name.position,
        help: "declare what keeps it as a service with storage:, or write category: necessary")
    }
  }

  // MARK: Numbers and claims

  private var rights: [Diagnostic] {
    guard let days = legal.rights.responseDays else { return [] }
    let (limit, law) = isEuropean ? (31, "the GDPR allows one month") : (45, "45 days are allowed")
    guard days.value > limit else { return [] }
    return [
      error(
        "rights-days", "requests are answered within \(days.value) days, but \(law)",
        at: days.position, help: "write response_days: \(isEuropean ? 30 : 45)")
    ]
  }

  private var sale: [Diagnostic] {
    guard let shares = legal.shares, !shares.value else { return [] }
    if let purpose = legal.purposes.first(where: { $0.california == .share }) {
      return [
        error(
          "claim-share",
          "\"share\" is false, but the purpose \"\(purpose.id?.value ?? "")\" is sharing",
          at: shares.position, help: "write share: true, or remove ccpa: from the purpose")
      ]
    }
    return legal.services.filter(\.isSharing).prefix(1).map { service in
      error(
        "claim-share",
        "\"share\" is false, but \"\(service.id.value)\" shares data for advertising",
        at: shares.position, help: "write share: true, or remove the service")
    }
  }

  private var publicInterface: [Diagnostic] {
    let api = legal.publicAPI
    let known = [
      ("courses", api.courseFields, Self.courseFields),
      ("authors", api.authorFields, Self.authorFields),
    ]
    return known.flatMap { subject, fields, names in
      fields.filter { !names.contains($0.value) }.map { field in
        error(
          "legal-reference", "the public interface tells no \"\(field.value)\" of \(subject)",
          at: field.position,
          help: Suggestion.question(near: field.value, among: names)
            ?? "write some of \(names.joined(separator: ", "))")
      }
    }
  }

  /// What the public interface tells, with the words that `legal.yml` takes for some of it.
  private static let courseFields = [
    "id", "slug", "title", "subtitle", "description", "summary", "language", "level", "category",
    "tags", "author", "authors", "price", "regular_price", "price_until", "lesson_count", "minutes",
    "date", "updated", "last_modified", "version", "license", "random_access", "passing_score",
    "certificate", "discussion_url", "outcomes", "requirements", "audience", "prerequisites",
    "translations", "lessons", "sections",
  ]
  private static let authorFields = ["id", "slug", "name", "role", "links", "courses"]

  private var sharing: [Diagnostic] {
    let known = ["email", "bluesky", "linkedin", "facebook", "x", "whatsapp"]
    return (legal.sharing.targets ?? []).filter { !known.contains($0.value) }.map { name in
      Diagnostic(
        "legal-share", .warning, "pages offer no link to \"\(name.value)\"", at: name.position,
        help: ["false", "no", "none"].contains(name.value.lowercased())
          ? "write share: [] for none"
          : Suggestion.question(near: name.value, among: known)
            ?? "write some of \(known.joined(separator: ", "))",
        fix: Fix(at: name.position, misspelt: name.value, among: known))
    }
  }

  func future(_ key: String, _ date: CalendarDate, at position: SourcePosition) -> Diagnostic {
    error(
      "legal-dates", "\"\(key)\" is \(date.isoText), which is yet to come", at: position,
      help: "write a day up to \(today.isoText)")
  }
}
