import CourseModel
import Files

/// What a page says of itself, for the frame around it.
struct PageDescription {
  var kind: PageKind
  var output: RelativePath
  var language: LanguageTag
  var title: String
  var description: String?
  /// Whether search engines may list the page.
  var isListed = true
  /// The page in other languages; none where there is only this one.
  var translations: [(language: LanguageTag, output: RelativePath)] = []
  /// Where the switch of languages leads; to the page's translations, or to catalogues, where nothing is said.
  var counterparts: CourseCounterparts.Pages = []
  /// The way from the catalogue to the page, which is the last of it.
  var trail: [TrailStep] = []
  /// What networks show beside a link to the page.
  var image: SharedImage?
  /// The feed of what is on the page, besides the portal's.
  var feed: RelativePath?
  var jsonLD: [UInt8]?
  /// Whether the page may run scripts of services.
  var runsServices = true
  /// The services whose content waits in the page's texts.
  var services: Set<String> = []
  /// What the page's content may be used for, where that is not what the portal says of all.
  var license: String?
}

/// A picture that stands for a page where a link to it is shared.
struct SharedImage {
  var output: RelativePath
  /// What it shows, for who cannot see it.
  var alternative: String?
}

/// A step on the way from the catalogue to a page.
typealias TrailStep = (title: String, output: RelativePath)

extension PortalSite {
  /// The way from the catalogue in a language to a page, which is the last of `steps`.
  func trail(_ steps: [TrailStep], in language: LanguageTag) -> [TrailStep] {
    [(words(in: language).text("catalogue"), catalogue(in: interface(for: language)))] + steps
  }
}
