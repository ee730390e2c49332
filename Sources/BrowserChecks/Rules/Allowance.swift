import Bytes
import ConsentBanner
import CourseModel

/// What pages may do at some moment.
struct Allowance {
  var services: DeclaredServices
  var storage: [StoredItem]

  init(services: [Service], storage: [StoredItem]) {
    self.services = DeclaredServices(services)
    self.storage = storage
  }

  /// What of a page's deeds is not allowed.
  func rest(of deeds: PageDeeds) -> PageDeeds {
    PageDeeds(
      requests: deeds.requests.filter { !allows($0) }, kept: deeds.kept.filter { !allows($0) })
  }

  private func allows(_ request: ForeignRequest) -> Bool {
    request.foreignAddress.flatMap(services.service(of:)) != nil
  }

  private func allows(_ item: KeptItem) -> Bool {
    storage.contains { declared in
      item.place == .storage(declared.kind)
        && declared.name.map { WildcardPattern($0.value).matches(item.name) } ?? false
    }
  }
}
