import ConsentBanner
import CourseModel
import PolicyPages

/// What a portal declares that a browser can see.
struct Declaration {
  let services: [Service]
  /// What the portal itself keeps: what its own scripts do, and what its declaration adds.
  let ownStorage: [StoredItem]
  /// Whether Global Privacy Control is taken for a no.
  let honoursSignal: Bool

  init(of portal: Portal) {
    let legal = portal.legal ?? LegalDeclaration()
    services = legal.services.map(\.namingHosts)
    honoursSignal = legal.consent.honoursGlobalPrivacyControl
    ownStorage = OwnStorage.items(
      of: legal, isSelling: portal.courses.contains { !$0.price.isFree })
  }

  /// The services that wait for a choice.
  var optional: [Service] { services.filter { $0.effectiveCategory.isOptional } }

  /// Whether visitors are asked for a choice.
  var asks: Bool { !optional.isEmpty }

  /// What is allowed before any choice: what the portal cannot do without.
  var beforeChoice: Allowance {
    let necessary = services.filter { !$0.effectiveCategory.isOptional }
    let own = ownStorage.filter { $0.category == .necessary && !$0.isSetOnUserAction }
    return Allowance(services: necessary, storage: necessary.flatMap(\.storage) + own)
  }

  /// What is allowed once all was refused: the record of that, too.
  var afterRefusal: Allowance {
    var allowance = beforeChoice
    allowance.storage += ownStorage.filter { $0.name?.value == "clv_consent" }
    return allowance
  }

  /// What is allowed once the services that `isAccepted` holds for may run.
  func afterAcceptance(of isAccepted: (Service) -> Bool = { _ in true }) -> Allowance {
    let allowed = services.filter { !$0.effectiveCategory.isOptional || isAccepted($0) }
    return Allowance(services: allowed, storage: allowed.flatMap(\.storage) + ownStorage)
  }
}
