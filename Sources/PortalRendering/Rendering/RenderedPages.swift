import Bytes
package import Diagnostics
package import Files

/// Takes a page as soon as it is made, so that pages do not gather in memory.
package typealias PageReceiver = (RelativePath, FileContent) throws(FileError) -> Void

/// What is left of pages once they are written: what other pages and checks need of them.
package struct RenderedPages: Sendable {
  /// Files of the sources that the pages show or offer.
  var assets: Set<Asset> = []
  /// The same files by the courses that show or offer them.
  var courseAssets: [String: Set<Asset>] = [:]
  /// The places on each page that a link may lead to.
  var ids: [RelativePath: PlaceNames] = [:]
  /// Links to places on pages.
  var anchors: [AnchorUse] = []
  /// The searchable texts of the parts of the portal, in order, by their language.
  var search: [String: [IndexSegment]] = [:]
  /// What is left of sealed courses, by their names.
  var sealed: [String: SealedCourse] = [:]
  package var diagnostics: [Diagnostic] = []
  /// The services whose content waits somewhere.
  var services: Set<String> = []
  /// Whether the pages of a course show or name anything outside its folder.
  package var reachOutside = false

  /// The files of the sources that pages show or offer, those of sealed lessons among them.
  package var usedFiles: Set<RelativePath> {
    var used = Set(assets.map(\.source))
    for course in sealed.values {
      used.formUnion(course.media)
      used.formUnion(course.closedMedia.keys)
    }
    return used
  }

  /// Nothing rendered yet.
  package init() {}

  /// What is left of several parts; only the order of the searchable texts depends on theirs.
  package init(joining parts: [RenderedPages]) {
    for part in parts { merge(part) }
  }

  /// Adds what other pages left; only the order of the searchable texts depends on the order of calls.
  package mutating func merge(_ other: RenderedPages) {
    assets.formUnion(other.assets)
    courseAssets.merge(other.courseAssets) { $0.union($1) }
    // The pages of all courses are not added one by one.
    if ids.isEmpty { ids = other.ids } else { ids.merge(other.ids) { $0 + $1 } }
    anchors += other.anchors
    diagnostics += other.diagnostics
    services.formUnion(other.services)
    reachOutside = reachOutside || other.reachOutside
    for (name, course) in other.sealed { sealed[name, default: SealedCourse()].merge(course) }
    for (language, parts) in other.search { search[language, default: []] += parts }
  }

  /// Takes what a text on the page `output` needs.
  mutating func take(_ text: PageText, on output: RelativePath) {
    assets.formUnion(text.assets)
    if !text.ids.isEmpty { ids[output, default: PlaceNames()].append(text.ids) }
    anchors += text.anchors
    diagnostics += text.diagnostics
    services.formUnion(text.services)
  }

  /// The links that lead to places that their pages do not have.
  func deadAnchors() -> [Diagnostic] {
    var places: [RelativePath: KnownPlaces] = [:]
    return anchors.compactMap { anchor in
      places[anchor.page, default: KnownPlaces(ids[anchor.page]?.all ?? [])].finding(for: anchor)
    }
  }
}

/// The places of one page, to tell of links that lead to none of them.
private struct KnownPlaces {
  private let ids: Set<[UInt8]>
  /// The same as words, in order, once a link was found that leads to none of them.
  private lazy var names = ids.map { String(utf8: $0) }.sorted()
  /// For how many more links it is told what was perhaps meant: each is compared with all places.
  private var suggestions = 50

  init(_ ids: [[UInt8]]) { self.ids = Set(ids) }

  mutating func finding(for anchor: AnchorUse) -> Diagnostic? {
    if ids.contains(anchor.id) || anchor.id.elementsEqual("main".utf8) { return nil }
    let name = String(utf8: anchor.id)
    let meant = suggestions > 0 ? Suggestion(for: name, among: names) : nil
    suggestions -= 1
    return Diagnostic(
      "link-anchor", .warning, "\"\(anchor.target)\" has no place \"#\(name)\"",
      at: anchor.position,
      help: meant.map { "did you mean \"#\($0.word)\"?" }
        ?? "write the heading's words in lower case, with hyphens for spaces",
      fix: meant.flatMap { $0.isOnlyOne ? KnownPlaces.fix(of: anchor, meaning: $0.word) : nil })
  }

  private static func fix(of anchor: AnchorUse, meaning place: String) -> Fix {
    // The place is the end of the link.
    let column = anchor.position.column + anchor.position.length - anchor.id.count - 1
    return Fix(
      line: anchor.position.line, column: column, replacing: "#\(String(utf8: anchor.id))",
      with: "#\(place)")
  }
}
