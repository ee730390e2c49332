import CourseModel
package import Templates

/// A category of consent with its services and what is stored in it.
struct CategoryGroup: TemplateModel {
  var category: ConsentCategory
  var title: String
  var text: String
  var services: [ServiceRow]
  var items: [StoredItemRow]

  static let fields: [TemplateField<CategoryGroup>] = [
    .text("id") { $0.category.rawValue }, .slot("title") { $0.title }, .slot("text") { $0.text },
    .flag("necessary") { !$0.category.isOptional },
    .flag("has_services") { !$0.services.isEmpty }, .list("services") { $0.services },
    .flag("has_items") { !$0.items.isEmpty }, .list("items") { $0.items },
  ]
}

/// A service of somebody else.
struct ServiceRow: TemplateModel {
  var id: String
  var title: String
  var provider: String
  var country: String
  var purpose: String
  var sends: String
  var hosts: String
  var privacyURL: String
  var transfers: String
  var isUnverified: Bool
  var hasItems: Bool

  static let fields: [TemplateField<ServiceRow>] = [
    .text("id") { $0.id }, .slot("title") { $0.title }, .slot("provider") { $0.provider },
    .slot("country") { $0.country }, .slot("purpose") { $0.purpose.droppingFullStop },
    .slot("sends") { $0.sends.droppingFullStop }, .slot("hosts") { $0.hosts },
    .slot("privacy_url") { $0.privacyURL }, .slot("transfers") { $0.transfers },
    .flag("unverified") { $0.isUnverified },
    .flag("has_items") { $0.hasItems },
  ]
}

/// Something that is kept on devices.
package struct StoredItemRow: TemplateModel {
  package var name: String
  package var provider: String
  package var purpose: String
  package var duration: String
  package var kind: String
  package var party: String
  package var service: String
  /// The domain and the path of a cookie, where they are declared.
  var place: String
  var isLinkedToAccount: Bool
  var isSession: Bool

  package static let fields: [TemplateField<StoredItemRow>] = [
    .slot("name") { $0.name }, .slot("provider") { $0.provider },
    .slot("purpose") { $0.purpose.droppingFullStop }, .slot("duration") { $0.duration },
    .slot("type") { $0.kind }, .slot("party") { $0.party }, .slot("service") { $0.service },
    .slot("place") { $0.place }, .flag("account") { $0.isLinkedToAccount },
    .flag("session") { $0.isSession },
  ]
}

extension String {
  /// A sentence that a clause ends by itself.
  var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension PolicySource {
  /// The categories that have services or stored items, the necessary first.
  var groups: [CategoryGroup] {
    ConsentCategory.allCases.compactMap { category in
      let services = legal.services.filter { $0.effectiveCategory == category }
      let own = ownItems.filter { ($0.category ?? .necessary) == category }
      guard !services.isEmpty || !own.isEmpty else { return nil }
      return CategoryGroup(
        category: category,
        title: words.interface.text("category_\(category.rawValue)") ?? category.rawValue,
        text: text(of: category),
        services: services.map(row),
        items: own.map { row(of: $0, in: nil) }
          + services.flatMap { service in service.storage.map { row(of: $0, in: service) } })
    }
  }

  /// What a category is for; without a choice nothing is said of where it is kept.
  private func text(of category: ConsentCategory) -> String {
    let text = words.interface.text("category_\(category.rawValue)_text") ?? ""
    guard category == .necessary, !legal.optionalServices.isEmpty else { return text }
    return [text, words.interface.text("category_necessary_choice") ?? ""].joined(separator: " ")
  }

  func title(of service: Service) -> String {
    service.title?.text(in: language) ?? service.id.value
  }

  func joinedTitles(_ isWanted: (Service) -> Bool) -> String {
    words.list(legal.services.filter(isWanted).map(title))
  }

  func purpose(of service: Service) -> String {
    service.purpose.map(text) ?? joinedPurposes(service.purposes)
  }

  /// What goes to a service when it loads.
  func sent(to service: Service) -> String {
    service.receives.map(text) ?? words.interface.text("embed_data") ?? ""
  }

  private func row(_ service: Service) -> ServiceRow {
    let provider = service.provider.name ?? (service.provider.isOperator ? operatorName : "")
    return ServiceRow(
      id: service.id.value, title: title(of: service), provider: provider,
      country: words.country(service.provider.country),
      purpose: purpose(of: service), sends: sent(to: service),
      hosts: words.list(service.loadedHosts),
      privacyURL: service.provider.privacyURL ?? "",
      transfers: words.list(service.transfers.map { words.country($0) }),
      isUnverified: service.isFromCatalogue && service.verified == nil,
      hasItems: !service.storage.isEmpty)
  }

  private func row(of item: StoredItem, in service: Service?) -> StoredItemRow {
    StoredItemRow(
      name: item.name?.value ?? "",
      provider: service.map { $0.provider.name ?? title(of: $0) } ?? operatorName,
      purpose: text(item.purpose), duration: words.duration(of: item),
      kind: words.word("storage_type", item.kind), party: words.word("party", item.party),
      service: service.map(title) ?? "",
      place: (item.domain ?? "") + (item.path ?? ""), isLinkedToAccount: item.isLinkedToAccount,
      isSession: item.keeping == .session)
  }
}
