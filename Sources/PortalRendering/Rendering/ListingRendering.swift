import CourseModel
import Files
import Templates

/// Makes the catalogue of one language, and the lists of courses that share a property.
struct ListingRendering {
  let site: PortalSite
  let language: LanguageTag
  /// What every list offers of each property.
  private let offers: [FacetOffer]

  /// How many courses a page lists.
  private static let pageSize = 48

  init(site: PortalSite, language: LanguageTag) {
    self.site = site
    self.language = language
    offers = FacetKind.allCases.compactMap { FacetOffer(of: $0, in: language, of: site) }
  }

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
    let all = site.ordered(site.listed, for: language)
    return [Listing(output: site.catalogue(in: language), courses: all)]
      + site.facets.map {
        Listing(
          output: $0.output(in: folder), facet: $0,
          courses: site.ordered($0.courses, for: language))
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
    let trail =
      listing.facet == nil ? [] : site.trail([(title, listing.output)], in: language)
    let isFirst = page == listing.output
    return site.frame(
      PageDescription(
        kind: listing.facet == nil ? .catalogue : .listing, output: page, language: language,
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
    offers.map { offer in
      var view = FacetView(
        title: strings.text(offer.kind.titleKey),
        items: site.facetItems(
          offer.values(with: current), in: language, from: page.parent, current: current))
      view.moreURL = offer.all?.reference(from: page.parent)
      return view
    }
  }
}

/// What pages offer of a property: the most used values, and the way to all of them.
private struct FacetOffer {
  let kind: FacetKind
  private let values: [FacetValue]
  /// The page of all values, where there are more.
  let all: RelativePath?

  /// What is offered of a property; `nil` of one without values.
  init?(of kind: FacetKind, in language: LanguageTag, of site: PortalSite) {
    let values = site.facets.filter { $0.kind == kind }
    guard !values.isEmpty else { return nil }
    self.kind = kind
    all = FacetIndexRendering.output(of: kind, in: language, of: site)
    let size = FacetIndexRendering.offered
    let limit = values.map(\.courses.count).sorted(by: >).prefix(size).last ?? 0
    self.values = Array(values.filter { $0.courses.count >= limit }.prefix(size))
  }

  /// The values on the page of one, which is among them.
  func values(with current: FacetValue?) -> [FacetValue] {
    guard let current, current.kind == kind,
      !values.contains(where: { $0.value == current.value })
    else { return values }
    return values.dropLast() + [current]
  }
}
