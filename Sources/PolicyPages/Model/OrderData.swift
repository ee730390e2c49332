import CourseModel
import YAMLTree

extension LegalDeclaration {
  /// What a portal declares, with what its terms say that buyers give where the declaration leaves that out: one
  /// document must not deny what another says.
  static func told(of portal: Portal) -> LegalDeclaration {
    let declared = portal.legal ?? LegalDeclaration()
    guard PolicyConditions.sells(portal), !declared.tellsOfOrders else { return declared }
    return declared.tellingOfOrders
  }

  private var tellingOfOrders: LegalDeclaration {
    let facts = BuiltinYAML.root(of: "facts/orders.yml")
    var declaration = self
    var orders = PersonalData(at: position)
    orders.id = Located("order", at: position)
    orders.fields = facts?["fields"]?.items?.compactMap(\.text) ?? []
    orders.source = .person
    orders.requirement = .contractual
    orders.retention = FactFile.localizedText(facts?["retention"])
      .map { Located(Retention.criteria($0), at: position) }
    orders.californiaCategories = facts?["ccpa"]?.items?.compactMap(\.text) ?? []
    if let known = purposes.first(where: { $0.basis == .contract && $0.id != nil })?.id {
      orders.purposes = [known]
    } else {
      var purpose = ProcessingPurpose(at: position)
      purpose.id = orders.id
      purpose.title = FactFile.localizedText(facts?["purpose"])
      purpose.basis = .contract
      declaration.purposes.append(purpose)
      orders.purposes = [Located("order", at: position)]
    }
    declaration.data.append(orders)
    return declaration
  }
}
