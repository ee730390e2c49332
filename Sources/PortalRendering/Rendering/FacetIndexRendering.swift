import CourseModel
import Files

/// Makes a page of all values of each property that has more of them than other pages offer.
struct FacetIndexRendering {
  let site: PortalSite
  let language: LanguageTag

  /// How many values of a property other pages offer.
  static let offered = 12

  private var strings: UIStrings { site.words(in: language) }

  /// Where the page of a property is written; `nil` where other pages offer all of its values.
  static func output(
    of kind: FacetKind, in language: LanguageTag, of site: PortalSite
  ) -> RelativePath? {
    guard site.facets.count(where: { $0.kind == kind }) > offered else { return nil }
    return site.folder(of: language).appending("\(kind.folder)/index.html")
  }

  /// Makes the pages.
  func run(_ receive: PageReceiver) throws(FileError) {
    for kind in FacetKind.allCases {
      guard let output = FacetIndexRendering.output(of: kind, in: language, of: site) else {
        continue
      }
      let title = strings.text(kind.titleKey)
      let catalogue = site.catalogue(in: language)
      let frame = site.frame(
        PageDescription(
          kind: .listing, output: output, language: language, title: title,
          translations: site.languages.compactMap { other in
            FacetIndexRendering.output(of: kind, in: other, of: site).map { (other, $0) }
          }, trail: site.trail([(title, output)], in: language)))
      var view = ListingView(title: title, cards: [])
      view.courseCount = strings.plural("courses", site.listed.count)
      view.clearURL = catalogue.reference(from: output.parent)
      view.facets = [FacetView(title: title, items: items(of: kind, from: output.parent))]
      try receive(
        output, .bytes(site.theme.listing.rendered(ListingPage(frame: frame, listing: view))))
    }
  }

  private func items(of kind: FacetKind, from folder: RelativePath) -> [FacetView.Item] {
    site.facetItems(
      site.facets.filter { $0.kind == kind }, in: language, from: folder, current: nil)
  }
}

extension PortalSite {
  /// Links to values of one property, in the order in which readers look for them.
  func facetItems(
    _ values: [FacetValue], in language: LanguageTag, from folder: RelativePath,
    current: FacetValue?
  ) -> [FacetView.Item] {
    let strings = words(in: language)
    let home = self.folder(of: language)
    var order = FacetOrder()
    return order.sorted(values.map { ($0, title(of: $0, strings: strings)) }).map { value, title in
      FacetView.Item(
        title: title, url: value.output(in: home).reference(from: folder),
        count: String(value.courses.count),
        isCurrent: current?.kind == value.kind && current?.value == value.value)
    }
  }
}
