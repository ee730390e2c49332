import Bytes
import CourseModel
import Files
import Templates

/// Makes the catalogue of one language, and the lists of courses that share a property.
struct ListingRendering {
  let site: PortalSite
  let language: LanguageTag

  /// How many courses a page lists.
  private static let pageSize = 48

  private var folder: RelativePath { site.folder(of: language) }
  private var strings: UIStrings { site.words(in: language) }

  /// A list of courses, and where it is written.
  struct Listing {
    var output: RelativePath
    var facet: FacetValue?
    var courses: [Course]
  }

  /// All lists of the language.
  static func listings(of site: PortalSite, in language: LanguageTag) -> [Listing] {
    let folder = site.folder(of: language)
    return [Listing(output: site.catalogue(in: language), courses: site.listed)]
      + site.facets.map {
        Listing(output: $0.output(in: folder), facet: $0, courses: $0.courses)
      }
  }

  /// The pages of a list: the first has its address, the others a number.
  static func pages(of listing: Listing) -> [RelativePath] {
    let count = max(1, (listing.courses.count + pageSize - 1) / pageSize)
    return (0..<count).map { number in
      number == 0
        ? listing.output
        : listing.output.parent.appending("\(listing.output.stem)-\(number + 1).html")
    }
  }

  /// Makes all pages of the language's lists.
  func run(_ receive: PageReceiver) throws(FileError) {
    for listing in ListingRendering.listings(of: site, in: language) {
      let pages = ListingRendering.pages(of: listing)
      for number in pages.indices {
        let model = ListingPage(
          frame: frame(of: listing, page: pages[number]), listing: view(listing, pages, number))
        var page: [UInt8] = []
        let template = listing.facet == nil ? site.theme.catalogue : site.theme.listing
        template.render(model, into: &page)
        try receive(pages[number], .bytes(page))
      }
    }
  }

  private func title(of listing: Listing) -> String {
    listing.facet.map { site.title(of: $0, strings: strings) } ?? site.portal.settings.title
  }

  private func frame(of listing: Listing, page: RelativePath) -> PageFrame {
    let title = title(of: listing)
    var trail: [(title: String, output: RelativePath)] = []
    if listing.facet != nil {
      trail = [(strings.text("catalogue"), site.catalogue(in: language)), (title, listing.output)]
    }
    let isFirst = page == listing.output
    return site.frame(
      PageDescription(
        kind: listing.facet == nil ? "catalogue" : "listing", output: page, language: language,
        title: title, description: listing.facet == nil ? site.portal.settings.description : nil,
        translations: isFirst ? translations(of: listing) : [], trail: trail,
        jsonLD: listing.facet == nil && isFirst
          ? site.jsonLD(forListOf: listing.courses.prefix(ListingRendering.pageSize)) : nil))
  }

  private func translations(of listing: Listing) -> [(language: LanguageTag, output: RelativePath)]
  {
    site.languages.map { other in
      (
        other,
        listing.facet?.output(in: site.folder(of: other)) ?? site.catalogue(in: other)
      )
    }
  }

  private func view(_ listing: Listing, _ pages: [RelativePath], _ number: Int) -> ListingView {
    let page = pages[number]
    let start = number * ListingRendering.pageSize
    let shown = listing.courses.dropFirst(start).prefix(ListingRendering.pageSize)
    var view = ListingView(
      title: title(of: listing),
      cards: shown.enumerated().map { index, course in
        site.card(course, from: page.parent, language: language, isEager: index < 3)
      })
    if let facet = listing.facet {
      view.group = strings.text(facet.kind.titleKey)
      view.courseCount = strings.plural("courses", listing.courses.count)
      view.clearURL = site.catalogue(in: language).reference(from: page.parent)
    } else {
      view.tagline = site.portal.settings.tagline
    }
    view.facets = facets(on: page, current: listing.facet)
    if pages.count > 1 {
      view.position = strings.text(
        "page_of", ["n": String(number + 1), "total": String(pages.count)])
      if number > 0 { view.previousURL = pages[number - 1].reference(from: page.parent) }
      if number + 1 < pages.count {
        view.nextURL = pages[number + 1].reference(from: page.parent)
      }
    }
    return view
  }

  private func facets(on page: RelativePath, current: FacetValue?) -> [FacetView] {
    FacetKind.allCases.compactMap { kind in
      let values = site.facets.filter { $0.kind == kind }
      guard !values.isEmpty else { return nil }
      var view = FacetView(
        title: strings.text(kind.titleKey),
        items: site.facetItems(
          offered(of: values, current), in: language, from: page.parent, current: current))
      view.moreURL = FacetIndexRendering.output(of: kind, in: language, of: site)?
        .reference(from: page.parent)
      return view
    }
  }

  /// The most used values, and the one whose page it is.
  private func offered(of values: [FacetValue], _ current: FacetValue?) -> [FacetValue] {
    let size = FacetIndexRendering.offered
    guard values.count > size else { return values }
    let limit = values.map(\.courses.count).sorted(by: >)[size - 1]
    var offered = Array(values.filter { $0.courses.count >= limit }.prefix(size))
    if let current = values.first(where: { $0.kind == current?.kind && $0.value == current?.value }
    ),
      !offered.contains(where: { $0.value == current.value })
    {
      offered[size - 1] = current
    }
    return offered
  }
}
