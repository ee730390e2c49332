import CourseModel
import Files

extension PortalSite {
  /// What machine-readable files say of the portal.
  var exchangeSetting: ExchangeSetting {
    ExchangeSetting(
      generator: generator,
      listings: languages.flatMap { language in
        ListingRendering.listings(of: self, in: language).map {
          ExchangeSetting.Listing(output: $0.output, language: language)
        } + listedPolicies(in: language)
      },
      absolute: absolute,
      cover: { [self] course in coverAsset(of: course)?.output ?? generatedCover(of: course) },
      licenseURL: { License($0).url }, policies: policyEntries)
  }

  /// The pages of policies that search engines may list.
  private func listedPolicies(in language: LanguageTag) -> [ExchangeSetting.Listing] {
    policies.documents.filter { $0 != .yourData }.map {
      ExchangeSetting.Listing(output: policyPage($0, in: language), language: language)
    }
  }

  /// What a course's page tells search engines.
  func jsonLD(
    for course: Course, description: String?, trail: [TrailStep]
  ) -> [UInt8]? {
    guard let data = linkedData, course.visibility.isListed else { return nil }
    return LinkedData.text(
      [data.course(course, description: description), data.breadcrumbs(trail)].compactMap(\.self))
  }

  /// What a page tells search engines of its place.
  func jsonLD(for trail: [TrailStep]) -> [UInt8]? {
    linkedData.flatMap { data in LinkedData.text([data.breadcrumbs(trail)].compactMap(\.self)) }
  }

  /// What a page of the catalogue tells search engines of the courses on it.
  func jsonLD(forListOf courses: some Sequence<Course>) -> [UInt8]? {
    linkedData.flatMap { data in LinkedData.text([data.list(Array(courses))].compactMap(\.self)) }
  }

  /// Links to pass a page on; none where the portal does not know where it will stand.
  func shareLinks(for output: RelativePath, title: String, strings: UIStrings) -> [NamedLink] {
    guard let address = absolute(output) else { return [] }
    return ShareLink.all(title: title, address: address, targets: ShareTarget.offered(by: portal))
      .map {
        NamedLink(title: $0.target.name ?? strings.text("share_mail"), url: $0.url)
      }
  }
}
