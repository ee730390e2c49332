import Bytes
import CourseModel
package import Files
import Synchronization

/// Sees that nothing of closed lessons stands in any other file of the portal.
///
/// It is made when all lessons are sealed, looks at each other file once as it is handed on, and
/// tells at the end what it found.
package final class LeakGate: Sendable {
  /// What was found in a file.
  struct Hit: Sendable {
    var output: RelativePath
    var finding: LeakScan.Finding
    /// The words as the file has them.
    var words: String

    /// Whether it is one wherever it stands.
    var isSecret: Bool { if case .secret = finding { true } else { false } }
  }

  /// A file that is not read for words, to be compared with the files of closed lessons.
  struct Other: Sendable {
    var output: RelativePath
    var size: Int
    var content: FileContent?
    var digest: ContentDigest?
  }

  let site: PortalSite
  let wanted: LeakScan.Wanted
  /// The sizes of the files of closed lessons.
  private let mediaSizes: Set<Int>
  /// The files of closed lessons that are published, as their courses say, and hold what they say.
  private let published: Set<RelativePath>
  private let state = Mutex(State())

  private struct State {
    var hits: [Hit] = []
    var others: [Other] = []
  }

  /// How many findings in one file are kept.
  private static let fileLimit = 20
  /// How many bytes a text may have to be read.
  private static let sizeLimit = 64 << 20

  /// Makes a gate for a portal whose lessons left `rendered`; `nil` where nothing is closed.
  package init?(_ site: PortalSite, _ rendered: RenderedPages) {
    guard site.seal != nil else { return nil }
    self.site = site
    var words = ClosedWords()
    var sizes: Set<Int> = []
    var published: Set<RelativePath> = []
    for course in site.portal.courses {
      guard let sealed = rendered.sealed[course.slug] else { continue }
      words.merge(sealed.words)
      sizes.formUnion(sealed.closedMedia.keys.compactMap { site.portal.sources[$0]?.size })
      published.formUnion(sealed.closedMedia.values.compactMap(\.unlisted))
      published.formUnion(sealed.openMedia.map { site.resolver.output(of: $0) })
    }
    self.published = published
    mediaSizes = sizes
    let interface = Set(site.interfaceWindows)
    words.windows.removeAll(where: interface.contains)
    var wanted = LeakScan.Wanted(windows: WindowSet(words.windows))
    let open = site.openTitles
    for (index, closed) in site.closedLessons.enumerated() {
      guard let title = closed.lesson.closedTitle else { continue }
      let words = ClosedWords.words(of: Array(title.utf8), as: .data)
      guard !words.isEmpty, !open.contains(words) else { continue }
      wanted.add(title: words, of: index)
    }
    for answer in words.answers { wanted.add(answer) }
    self.wanted = wanted
  }

  /// Looks at a file that everybody may get.
  ///
  /// - Throws: ``FileError`` if a text cannot be read.
  package func look(at content: FileContent, _ output: RelativePath) throws(FileError) {
    if !wanted.titles.isEmpty { lookAtName(of: output) }
    let form = content.size <= LeakGate.sizeLimit ? WordScanner.Form(of: output) : nil
    guard let form else { return keep(content, output) }
    if mediaSizes.contains(content.size) { keep(content, output) }
    let bytes = try content.read()
    var found = bytes.withUnsafeBufferPointer { hits(in: $0, form, output) }
    // Captions have numbers, times and notes in common, but a secret is one wherever it stands.
    if output.hasExtension("vtt", "srt") {
      let cues = CaptionCues.only(in: bytes)
      found =
        found.filter(\.isSecret)
        + cues.withUnsafeBufferPointer { hits(in: $0, form, output) }.filter { !$0.isSecret }
    }
    if !found.isEmpty { state.withLock { $0.hits += found } }
  }

  /// Notes a file to be compared with those of closed lessons; what is in memory is not kept there.
  private func keep(_ content: FileContent, _ output: RelativePath) {
    var other = Other(output: output, size: content.size, content: content)
    if case .bytes(let bytes) = content {
      other.content = nil
      other.digest = ContentDigest(of: bytes)
    }
    state.withLock { [other] in $0.others.append(other) }
  }

  /// The name of a file may tell the title of a lesson.
  private func lookAtName(of output: RelativePath) {
    for part in output.parts {
      let words = ClosedWords.words(of: Array(RelativePath(String(part)).stem.utf8), as: .data)
      guard let lesson = wanted.titles[words] else { continue }
      let hit = Hit(output: output, finding: .title(lesson), words: String(part))
      state.withLock { $0.hits.append(hit) }
    }
  }

  private func hits(
    in bytes: UnsafeBufferPointer<UInt8>, _ form: WordScanner.Form, _ output: RelativePath
  ) -> [Hit] {
    var scanner = WordScanner()
    var scan = LeakScan(wanted, in: bytes)
    scanner.scan(bytes, as: form, into: &scan)
    scan.finish()
    // The words of a search index stand alone, and say nothing of titles.
    if output.isSearchTerms { scan.omitTitles() }
    if published.contains(output) { scan.keepSecrets() }
    return scan.found.prefix(LeakGate.fileLimit).map { finding, range in
      Hit(output: output, finding: finding, words: LeakGate.shown(bytes[range]))
    }
  }

  /// A few words of a file as they are shown to its author.
  private static func shown(_ words: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let text = String(utf8: words.prefix(160)).split { $0.isWhitespace || $0 == "\"" }
    return text.prefix(8).joined(separator: " ")
  }

  /// What was found, in the order of the files.
  var hits: [Hit] {
    state.withLock { $0.hits }.enumerated().sorted {
      ($0.element.output, $0.offset) < ($1.element.output, $1.offset)
    }.map(\.element)
  }

  /// The files that were not read for words, in order.
  var others: [Other] { state.withLock { $0.others }.sorted { $0.output < $1.output } }
}

extension RelativePath {
  /// Whether a file lists the single words of all that can be searched.
  fileprivate var isSearchTerms: Bool {
    parts.first == "search" && parts.count == 3 && (name.hasPrefix("t") || name.hasPrefix("p"))
  }
}

extension WordScanner.Form {
  /// How a file is written, judged by its name's ending; `nil` if it is no text.
  fileprivate init?(of file: RelativePath) {
    switch file.fileExtension {
    case "html", "htm", "xhtml", "xml", "svg", "rss", "atom": self = .markup
    case "json", "js", "mjs", "txt", "css", "md", "csv", "tsv", "vtt", "srt", "yml", "yaml", "pem",
      "key", "jws", "jwk", "clevio", "webmanifest", "log", "tex", "swift", "py", "sh", "map", "":
      self = .data
    default: return nil
    }
  }
}

extension PortalSite {
  /// A lesson that only buyers read, with its course.
  struct ClosedLesson: Sendable {
    var course: Course
    var lesson: Lesson
  }

  /// All lessons that are sealed and not open, in the portal's order.
  var closedLessons: [ClosedLesson] {
    portal.courses.filter { seal(of: $0) != nil }.flatMap { course in
      sealedLessons(of: course).filter { !course.isOpen($0) }.map {
        ClosedLesson(course: course, lesson: $0)
      }
    }
  }

  /// The titles that everybody may read, by their words.
  fileprivate var openTitles: Set<[UInt64]> {
    var titles = portal.pages.map(\.title) + portal.authors.map(\.name)
    for course in portal.courses {
      titles.append(course.title)
      for section in course.sections {
        titles.append(section.title)
        titles += section.lessons.map(\.title)
      }
    }
    // A lesson called "Quiz" is not given away by the interface, which says so everywhere.
    titles += interfaceLanguages.flatMap { words(in: $0).values }
    return Set(titles.map { ClosedWords.words(of: Array($0.utf8), as: .data) })
  }

  /// The windows of the interface's own words, which stand on many pages.
  fileprivate var interfaceWindows: [UInt64] {
    interfaceLanguages.flatMap { language in
      words(in: language).values.flatMap { ClosedWords(of: Array($0.utf8)).windows }
    }
  }

  private var interfaceLanguages: Set<LanguageTag> {
    Set(portal.languagesOfTexts + languages)
  }
}
