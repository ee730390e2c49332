import Bytes
package import CourseModel
package import Diagnostics
package import Entitlements
package import Files

/// What all pages of a portal share: worked out once, then only read.
///
/// It is large, and everything that makes pages has it; as an object it is handed on without copying its parts.
package final class PortalSite: Sendable {
  let portal: Portal
  let theme: Theme
  let resolver: LinkResolver
  let images: ImageCatalogue
  /// The interface's languages, the portal's own first.
  let languages: [LanguageTag]
  let generator: String
  /// What paid courses are sealed with.
  let seal: PortalSeal?
  /// The course that a copy for disks is made of, and of nothing else; `nil` for a portal.
  package let packed: Course?
  /// Whether anything is sold.
  let hasPaidCourses: Bool
  /// The courses that are listed, in the catalogue's order.
  let listed: [Course]
  /// The values by which the listed courses can be found.
  let facets: [FacetValue]
  let accent: Colour
  let accentStylesheet: [UInt8]?
  private let strings: [String: UIStrings]
  /// The places of the values among ``facets``.
  private let facetPlaces: [FacetKind: [String: Int]]
  /// The places of courses among all, by their names.
  private let coursePlaces: [String: Int]
  private let authorPlaces: [String: Int]
  /// The places of the courses that have a name or are translations of the course of that name.
  private let families: [String: [Int]]
  /// The texts and versions of the policies.
  let policies: SitePolicies
  /// `nil` only while the site is worked out.
  private let derived: Derived?

  /// What is made of the rest of the site, of which it asks for the addresses of pages.
  private struct Derived: Sendable {
    let machines: PublicPortal
    let linkedData: LinkedData?
    let feed: RelativePath?
    let consent: SiteConsent?

    init(_ site: PortalSite) {
      machines = PublicPortal(site.portal, setting: site.exchangeSetting)
      linkedData = LinkedData(machines)
      feed = machines.portalFeed?.0
      consent = PortalSite.consent(
        of: site, words: site.strings.keys.sorted().compactMap { site.strings[$0] })
    }
  }

  /// Prepares a portal's pages.
  ///
  /// - Parameters:
  ///   - portal: The portal.
  ///   - theme: Its look.
  ///   - generator: The program's name and version.
  ///   - seal: What its paid courses are sealed with.
  ///   - packed: The name of the course that a copy for disks is made of.
  ///   - diagnostics: What is wrong with the interface's words is added to it.
  package convenience init(
    _ portal: Portal, theme: Theme, generator: String, seal: PortalSeal? = nil,
    packed: String? = nil, diagnostics: inout [Diagnostic]
  ) {
    let site = PortalSite(
      of: portal, theme: theme, generator: generator, seal: seal, packed: packed, &diagnostics)
    var resolver = site.resolver
    resolver.addresses = site.policyAddresses(in: site.languages[0])
    self.init(site, portal: site.portal, resolver: resolver, derived: Derived(site))
  }

  /// Works out what follows from the portal and its theme alone.
  private init(
    of portal: Portal, theme: Theme, generator: String, seal: PortalSeal?, packed: String?,
    _ diagnostics: inout [Diagnostic]
  ) {
    let strings = PortalSite.strings(for: portal, theme: theme, &diagnostics)
    let portal = portal.withoutClosedTitles(strings)
    self.portal = portal
    self.strings = strings
    self.theme = theme
    self.generator = generator
    self.seal = seal
    self.packed = portal.courses.first { $0.slug == packed }
    resolver = LinkResolver(portal)
    images = ImageCatalogue(portal.sources)
    hasPaidCourses = portal.courses.contains { !$0.price.isFree }
    var families: [String: [Int]] = [:]
    for (place, course) in portal.courses.enumerated() {
      let original = course.frontMatter.translationOf?.value
      for name in Set([course.slug, original ?? course.slug]) {
        families[name, default: []].append(place)
      }
    }
    self.families = families
    coursePlaces = Dictionary(portal.courses.enumerated().map { ($1.slug, $0) }) { first, _ in first
    }
    authorPlaces = Dictionary(portal.authors.enumerated().map { ($1.slug, $0) }) { first, _ in first
    }
    listed = portal.courses.filter(\.visibility.isListed)
    facets = FacetKind.allCases.flatMap { [listed] in FacetValue.all($0, of: listed) }
    var facetPlaces: [FacetKind: [String: Int]] = [:]
    for (place, facet) in facets.enumerated() {
      facetPlaces[facet.kind, default: [:]][FacetValue.key(of: facet.value)] = place
    }
    self.facetPlaces = facetPlaces
    languages = portal.settings.languages.isEmpty ? [.english] : portal.settings.languages
    accent = portal.settings.theme.accent.flatMap { Colour($0.value) } ?? .accent
    accentStylesheet = AccentStylesheet.css(for: portal.settings.theme)
    policies = SitePolicies(
      portal, words: languages.compactMap { strings[$0.text] }, diagnostics: &diagnostics)
    derived = nil
    diagnostics += refusedPictures
  }

  /// Another site with some things in place of its own.
  private init(
    _ site: PortalSite, portal: Portal, resolver: LinkResolver, derived: Derived?
  ) {
    self.portal = portal
    self.resolver = resolver
    self.derived = derived
    theme = site.theme
    images = site.images
    languages = site.languages
    generator = site.generator
    seal = site.seal
    packed = site.packed
    listed = site.listed
    facets = site.facets
    accent = site.accent
    accentStylesheet = site.accentStylesheet
    strings = site.strings
    hasPaidCourses = site.hasPaidCourses
    facetPlaces = site.facetPlaces
    coursePlaces = site.coursePlaces
    authorPlaces = site.authorPlaces
    families = site.families
    policies = site.policies
  }

  /// All files of the author's folder.
  package var sources: FileTree { portal.sources }

  /// The portal as machines read it.
  var machines: PublicPortal {
    guard let derived else { preconditionFailure("the site is still being worked out") }
    return derived.machines
  }

  /// What pages tell search engines; `nil` without absolute addresses.
  var linkedData: LinkedData? { derived?.linkedData }

  /// Where news of the courses are read; `nil` without absolute addresses.
  var feed: RelativePath? { derived?.feed }

  /// What visitors are asked, if anything.
  var consent: SiteConsent? { derived?.consent }

  /// What `clevio.yml` says.
  package var settings: PortalSettings { portal.settings }

  /// The portal with a course in place of one that has its pages in the same places, and is called the same.
  ///
  /// - Parameters:
  ///   - old: The course that goes.
  ///   - new: The course that comes; not a sealed one.
  ///   - sources: All files of the author's folder, the same but for their contents.
  /// - Returns: The portal; its lists still tell of the old course.
  package func replacing(_ old: Course, by new: Course, sources: FileTree) -> PortalSite {
    var portal = portal
    portal.sources = sources
    if let place = portal.courses.firstIndex(where: { $0.folder == old.folder }) {
      portal.courses[place] = new
    }
    return PortalSite(self, portal: portal, resolver: resolver, derived: derived)
  }

  /// The same site, which notes in `reach` whether links lead out of a course.
  func noting(_ reach: CourseReach) -> PortalSite {
    var resolver = resolver
    resolver.reach = reach
    return PortalSite(self, portal: portal, resolver: resolver, derived: derived)
  }

  /// The interface's words in all languages of a portal, by their tags.
  private static func strings(
    for portal: Portal, theme: Theme, _ diagnostics: inout [Diagnostic]
  ) -> [String: UIStrings] {
    var strings: [String: UIStrings] = [:]
    let languages = portal.settings.languages.isEmpty ? [.english] : portal.settings.languages
    for language in languages + portal.languagesOfTexts where strings[language.text] == nil {
      let file = RelativePath("\(language.primary).yml")
      let isKnown = theme.strings.contains { $0[file] != nil }
      if !isKnown {
        let place =
          languages.contains(language)
          ? SourcePosition(path: "theme/strings/\(file)") : portal.place(ofLanguage: language)
        diagnostics += place.map { [wordless(language, in: portal, at: $0)] } ?? []
      }
      strings[language.text] = UIStrings(
        isKnown ? language : portal.settings.language, folders: theme.strings,
        diagnostics: &diagnostics)
    }
    return strings
  }

  /// Tells that pages in a language have words of another one around their texts.
  private static func wordless(
    _ language: LanguageTag, in portal: Portal, at place: SourcePosition
  ) -> Diagnostic {
    Diagnostic(
      "theme-words", .note,
      "the interface has no words in \"\(language.primary)\": pages in it have "
        + (language == portal.settings.language
          ? "English ones" : "those of \"\(portal.settings.language.text)\", or English ones"),
      at: place,
      help: "write theme/strings/\(language.primary).yml: clevio theme copy strings/en.yml writes "
        + "all words to translate")
  }

  /// The interface's words for a page in `language`.
  func words(in language: LanguageTag) -> UIStrings {
    guard let words = strings[language.text] ?? strings[self.languages[0].text] else {
      preconditionFailure("no words for \(language.text)")
    }
    return words
  }

  /// The name of a language in itself.
  func name(of language: LanguageTag) -> String {
    LanguageNames.name(of: language)
      ?? strings[language.text]?.text("language_name") ?? language.text
  }

  /// Where the catalogue of a language is written.
  func catalogue(in language: LanguageTag) -> RelativePath {
    folder(of: language).appending("index.html")
  }

  /// The folder of a language's own pages: the root for the portal's language.
  func folder(of language: LanguageTag) -> RelativePath {
    language == languages[0] || !languages.contains(language)
      ? .root : RelativePath(language.text)
  }

  /// The interface language that serves a page in `language`.
  func interface(for language: LanguageTag) -> LanguageTag {
    languages.first { $0 == language } ?? languages.first { $0.primary == language.primary }
      ?? languages[0]
  }

  /// The absolute address of a page, if the portal knows where it will stand.
  func absolute(_ output: RelativePath) -> String? {
    guard let base = portal.settings.url else { return nil }
    var address = Array(base.utf8)
    let reference = output.reference(from: .root)
    // A folder stands for the `index.html` in it.
    let isIndex =
      reference.suffix(11).equals("/index.html") || reference.equals("index.html")
    address += isIndex ? reference.dropLast("index.html".utf8.count) : reference[...]
    return String(utf8: address)
  }

  /// The path of the portal on its server, with `/` at both ends, if the portal knows where it will
  /// stand.
  var rootPath: [UInt8]? {
    guard let url = portal.settings.url?.utf8 else { return nil }
    let parts = url.split(
      separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count == 4 ? [UInt8(ascii: "/")] + parts[3] : nil
  }

  /// Whether the words of a lesson may be published now.
  func isOpen(_ lesson: Lesson, of course: Course) -> Bool {
    course.isOpen(lesson) && !isScheduled(lesson)
  }

  /// Whether a lesson opens on a day to come.
  func isScheduled(_ lesson: Lesson) -> Bool {
    lesson.opens(after: portal.today)
  }

  /// A value of a property, if listed courses have it and it tells them apart.
  func facet(_ kind: FacetKind, _ value: String) -> FacetValue? {
    facetPlaces[kind]?[FacetValue.key(of: value)].map { facets[$0] }
  }

  /// The author of a name.
  func author(named name: String) -> Author? { authorPlaces[name].map { portal.authors[$0] } }

  /// The course of a name.
  func course(named name: String) -> Course? { coursePlaces[name].map { portal.courses[$0] } }

  /// The courses that say the same in other languages, with the course itself, ordered by language.
  func translations(of course: Course) -> [Course] {
    let family = families[course.frontMatter.translationOf?.value ?? course.slug] ?? []
    if family.count < 2 { return [] }
    let visible = family.map { portal.courses[$0] }.filter {
      $0.visibility.isListed || $0.slug == course.slug
    }
    return visible.count > 1 ? visible.sorted { $0.language.text < $1.language.text } : []
  }
}

extension Portal {
  /// The languages that texts are in, besides those of the interface.
  var languagesOfTexts: [LanguageTag] {
    courses.flatMap { course in
      [course.language] + course.sections.compactMap(\.language)
        + course.lessons.compactMap(\.frontMatter.language)
    }
      + pages.map(\.language) + authors.compactMap(\.language)
  }

  /// Where the first course in a language says so; `nil` where none does.
  fileprivate func place(ofLanguage language: LanguageTag) -> SourcePosition? {
    courses.first { $0.language == language }.map { $0.frontMatter.languagePosition ?? $0.position }
  }
}

extension Portal {
  /// The portal with a number in place of each title that only buyers may see.
  fileprivate func withoutClosedTitles(_ strings: [String: UIStrings]) -> Portal {
    var portal = self
    for course in portal.courses.indices {
      let words = strings[portal.courses[course].language.text]
      for section in portal.courses[course].sections.indices {
        for index in portal.courses[course].sections[section].lessons.indices {
          let lesson = portal.courses[course].sections[section].lessons[index]
          guard let number = lesson.number else { continue }
          portal.courses[course].sections[section].lessons[index].closedTitle = lesson.title
          portal.courses[course].sections[section].lessons[index].title =
            words?.text("lesson_number", ["n": String(number)]) ?? String(number)
        }
      }
    }
    return portal
  }
}
