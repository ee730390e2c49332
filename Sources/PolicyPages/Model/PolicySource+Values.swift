import Bytes
import CourseLoading
import CourseModel

extension PolicySource {
  /// Who answers for the portal.
  var operatorName: String {
    legal.operator?.name?.value ?? portal.settings.operatorName ?? portal.settings.title
  }

  /// The address that letters reach, in one line.
  var operatorAddress: String {
    guard let address = legal.operator?.address else { return "" }
    let city = [address.postalCode, address.city].compactMap(\.self).joined(separator: " ")
    return [address.street, city, address.region, words.country(address.country)]
      .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The mail address for questions and requests about data.
  var privacyMail: String? { legal.contact.privacyEmail ?? legal.operator?.email?.value }

  /// The name of a language in the text's words; in its own where there are none.
  func name(of tag: LanguageTag) -> String {
    words.known("language", tag.primary) ?? facts.name(of: tag)
  }

  /// The name of a page, which each language has in its own folder.
  func address(_ slug: String) -> String {
    "\(slug).html"
  }

  /// How many days before it holds a change of the document is announced.
  var noticeDays: Int { legal.documents[document]?.changes.first?.noticeDays ?? 14 }

  /// What prices are in: what the declaration says, else what the courses show.
  var currencies: [Currency] {
    if let declared = legal.commerce.currency { return [declared] }
    let shown = Set(portal.courses.compactMap { $0.price.isFree ? nil : $0.price.currency })
    guard shown.isEmpty else { return shown.sorted { $0.code < $1.code } }
    return [portal.settings.currency].compactMap(\.self)
  }

  /// The ages of consent in the countries of the table, as the declaration departs from them.
  var ages: [AgeRow] {
    let declared = legal.audience.ageOfConsent
    let rows = facts.ages.map { code, age in
      AgeRow(country: words.country(code), age: declared.countries[code] ?? age)
    }
    let added = declared.countries.filter { facts.ages[$0.key] == nil }
      .map { AgeRow(country: words.country($0.key), age: $0.value) }
    let others = declared.standard.map { AgeRow(country: words.word("country", "others"), age: $0) }
    return (rows + added).sorted { $0.country.sortingKey < $1.country.sortingKey }
      + [others].compactMap(\.self)
  }

  // MARK: Data

  /// What the General Data Protection Regulation is called, of which the United Kingdom has its own.
  var nameOfGDPR: String { words.word("law", conditions["eu"] ? "gdpr" : "uk_gdpr") }

  /// The words for a value that names an article of it.
  private func article(_ group: String, _ value: (some RawRepresentable<String>)?) -> String {
    words.word(group, value).replacing("{gdpr}", with: nameOfGDPR)
  }

  /// The titles of purposes, by their ids.
  func joinedPurposes(_ ids: [Located<String>]) -> String {
    words.list(
      ids.compactMap { id in
        legal.purposes.first { $0.id?.value == id.value }.map { text($0.title) }
      })
  }

  func title(of item: PersonalData) -> String {
    let id = item.id?.value ?? ""
    return item.title?.text(in: language) ?? words.known("data", id) ?? words.word("field", id)
  }

  var purposeRows: [PurposeRow] {
    legal.purposes.map { purpose in
      func serves(_ ids: [Located<String>]) -> Bool {
        ids.contains { $0.value == purpose.id?.value }
      }
      let items = legal.data.filter { serves($0.purposes) }
      let services = legal.services.filter { serves($0.purposes) }
      var periods: [String] = []
      for period in items.compactMap({ words.duration(of: $0) })
      where !periods.contains(period) {
        periods.append(period)
      }
      if !services.isEmpty { periods.append(words.word("duration", "by_provider")) }
      return PurposeRow(
        title: text(purpose.title), basis: article("basis", purpose.basis),
        interest: text(purpose.interest), law: text(purpose.law),
        data: words.list(items.map(title) + services.map(title)), retention: words.list(periods))
    }
  }

  var dataRows: [DataRow] { legal.data.filter(\.isCollected).map(row) }

  func row(of item: PersonalData) -> DataRow {
    var bases: [String] = []
    for id in item.purposes {
      let basis = legal.purposes.first { $0.id?.value == id.value }?.basis
      let name = article("basis", basis)
      if !bases.contains(name) { bases.append(name) }
    }
    return DataRow(
      title: title(of: item),
      fieldNames: words.list(item.fields.map { words.word("field", $0) }),
      source: words.word("source", item.source), required: words.word("required", item.requirement),
      purposes: joinedPurposes(item.purposes), basis: words.list(bases),
      recipients: words.list(recipientNames(item.recipients)),
      retention: words.duration(of: item) ?? "",
      california: words.list(item.californiaCategories))
  }

  func recipientNames(_ ids: [Located<String>]) -> [String] {
    ids.compactMap { id in legal.recipients.first { $0.id?.value == id.value }?.name }
  }

  var recipientRows: [RecipientRow] {
    legal.recipients.map { recipient in
      RecipientRow(
        name: recipient.name ?? "", role: words.word("role", recipient.role),
        country: words.country(recipient.country), purposes: joinedPurposes(recipient.purposes),
        privacyURL: recipient.privacyURL ?? "", isProcessor: recipient.role == .processor)
    }
  }

  var transferRows: [TransferRow] {
    legal.transfers.map { transfer in
      let id = transfer.recipient?.value
      let name =
        legal.recipients.first { $0.id?.value == id }?.name
        ?? legal.services.first { $0.id.value == id }.map(title)
      return TransferRow(
        recipient: name ?? id ?? "", country: words.country(transfer.country),
        mechanism: article("mechanism", transfer.mechanism),
        instrument: transfer.instrument ?? "",
        asOf: transfer.asOf.map(words.interface.date) ?? "", copy: transfer.copyURL ?? "")
    }
  }

  /// Those to whom data goes abroad on a ground that is not declared, each with the countries.
  var openTransfers: String {
    words.list(
      legal.unexplainedTransfers.map { transfer in
        let id = transfer.id.value
        let name =
          legal.recipients.first { $0.id?.value == id }?.name
          ?? legal.services.first { $0.id.value == id }.map(title)
        return "\(name ?? id) (\(words.list(transfer.countries.map { words.country($0) })))"
      })
  }

  var linkedAccountRows: [LinkedAccountRow] {
    legal.linkedAccounts.map { account in
      LinkedAccountRow(
        provider: account.provider ?? "",
        data: words.list(account.data.map { words.word("field", $0) }),
        scopes: words.list(account.scopes), privacyURL: account.privacyURL ?? "")
    }
  }

  /// What the public interface tells: the fields that are declared, else all that it has.
  var publicFieldRows: [PublicFieldRow] {
    let api = legal.publicAPI
    guard api.isPublic else { return [] }
    let kinds = [
      ("course", api.courseFields.map(\.value), offer.courseFields),
      ("author", api.authorFields.map(\.value), offer.authorFields),
    ]
    return kinds.map { kind, declared, all in
      let names = declared.isEmpty ? all : declared
      return PublicFieldRow(
        title: words.word("api_field", kind),
        fieldNames: words.list(names.map { words.word("api_field", $0) }))
    }
  }

  // MARK: Rights

  /// The rights that learners have, and the way to use each.
  package var requestRows: [RequestRow] {
    facts.rights(under: legal, conditions: conditions).map { right in
      let title = words.word("right", right)
      return RequestRow(id: right, title: title, url: requestURL(title))
    }
  }

  private func requestURL(_ title: String) -> String {
    if conditions["rights_form"] { return legal.contact.privacyURL ?? "" }
    guard conditions["rights_mail"], let mail = privacyMail else { return "" }
    let interface = words.interface
    var url = [UInt8]("mailto:\(mail)?subject=".utf8)
    url.append(queryValue: "\(portal.settings.title): \(title)")
    url.append("&body=")
    url.append(queryValue: interface.text("request_mail_text") ?? "")
    return String(utf8: url)
  }
}
