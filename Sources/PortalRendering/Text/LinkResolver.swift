import Bytes
import CourseModel
import Files

/// Finds where links lead: the addresses of all pages, by their sources.
struct LinkResolver: Sendable {
  /// Files that a browser runs as a page or a script, or that a web server runs itself.
  private static let runningExtensions: Set<String> = [
    "html", "htm", "xhtml", "xht", "xhtm", "shtml", "shtm", "stm", "mht", "mhtml", "xml", "xsl",
    "xslt",
    "rdf", "rss", "atom", "svgz", "js", "mjs", "cjs", "css", "wasm", "htc", "hta", "php", "php3",
    "php4",
    "php5", "phtml", "phar", "asp", "aspx", "ashx", "jsp", "jspx", "cgi", "htaccess",
  ]

  private var pages: [RelativePath: RelativePath] = [:]
  private let sources: FileTree
  private let spellings: PathSpellings
  private let withheldFolders: Set<RelativePath>
  /// The files of closed lessons.
  private var closedLessons: Set<RelativePath> = []
  /// Pages that are made of no file of the sources, by the names that texts call them.
  var addresses: [RelativePath: RelativePath] = [:]
  /// Notes whether links lead out of a course.
  var reach: CourseReach?
  /// The folders of courses and sections with their folders in the output.
  private var folders: [RelativePath: RelativePath] = [:]

  /// Knows only pages that are made of no file.
  init(addresses: [RelativePath: RelativePath]) {
    self.addresses = addresses
    sources = FileTree()
    spellings = PathSpellings(sources)
    withheldFolders = []
  }

  init(_ portal: Portal) {
    sources = portal.sources
    spellings = PathSpellings(sources)
    withheldFolders = portal.withheldFolders
    for page in portal.pages { pages[page.file.path] = page.output }
    for author in portal.authors { pages[author.biography.path] = author.output }
    for course in portal.courses {
      if let file = course.landingPage { pages[file.path] = course.output }
      pages[course.folder] = course.output
      folders[course.folder] = course.outputFolder
      for section in course.sections {
        if let file = section.introduction { pages[file.path] = section.output }
        if section.slug != nil, let first = section.lessons.first {
          pages[first.file.path.parent] = section.output
          folders[first.file.path.parent] = section.output.parent
        }
        for lesson in section.lessons {
          pages[lesson.file.path] = lesson.output
          if !course.isOpen(lesson) { closedLessons.insert(lesson.file.path) }
        }
      }
    }
  }

  /// Where `reference`, written in `file`, leads; with `suggesting`, also what was perhaps meant by one that leads
  /// nowhere, which takes a look at all files of a folder.
  func target(
    of reference: [UInt8], from file: RelativePath, suggesting: Bool = true
  ) -> LinkTarget {
    if reference.isEmpty { return .missing("", meant: nil, near: nil) }
    if reference.first == UInt8(ascii: "#") {
      return .fragment(Array(reference.dropFirst()).percentDecoded)
    }
    if let elsewhere = LinkResolver.targetElsewhere(of: reference) { return elsewhere }
    let hash = reference.firstIndex(of: UInt8(ascii: "#")) ?? reference.endIndex
    let fragment =
      hash < reference.endIndex ? Array(reference[(hash + 1)...]).percentDecoded : nil
    let path = reference[..<hash].prefix { $0 != UInt8(ascii: "?") }
    let text = String(utf8: path.percentDecoded)
    if text.isEmpty { return .fragment(fragment ?? []) }
    if let page = pageOfFolderStyle(text, from: file) {
      return .page(page.output, source: page.source, fragment: fragment)
    }
    guard let resolved = file.parent.resolving(text) else {
      return .missing(text, meant: nil, near: nil)
    }
    reach?.note(resolved)
    for candidate in candidates(for: resolved) {
      if let page = pages[candidate] ?? addresses[candidate] {
        return .page(page, source: candidate, fragment: fragment)
      }
      if candidate.hasExtension("md", "markdown"), sources[candidate] != nil {
        return .withheld(candidate)
      }
    }
    if isWithheld(resolved) { return .withheld(resolved) }
    guard sources[resolved] != nil else {
      let source = suggesting ? source(ofPage: text, namedIn: file) : nil
      let seeks = suggesting && source == nil
      return .missing(
        text, meant: spellings.spelling(of: text, leadingTo: resolved),
        near: seeks ? spellings.neighbour(of: text, leadingTo: resolved) : nil, file: source)
    }
    if resolved.hasExtension("yml", "lock"), resolved.parent == .root {
      return .refused(resolved, reason: "it belongs to the portal's settings")
    }
    if Self.runningExtensions.contains(resolved.fileExtension) {
      return .refused(resolved, reason: "pages and scripts of your own are not published unchecked")
    }
    return .file(
      Asset(source: resolved, output: output(of: resolved)), suffix: Array(reference[hash...]))
  }

  /// Whether a lesson is closed to readers of a text, so that they must not see the names of places in it: those are
  /// made of its headings' words.
  func isClosed(_ lesson: RelativePath, to text: RelativePath) -> Bool {
    closedLessons.contains(lesson) && !closedLessons.contains(text)
  }

  /// Whether a file or a folder belongs to a course that is not published.
  func isWithheld(_ path: RelativePath) -> Bool {
    guard !withheldFolders.isEmpty else { return false }
    var folder = path
    while folder != .root {
      if withheldFolders.contains(folder) { return true }
      if folders[folder] != nil { return false }
      folder = folder.parent
    }
    return withheldFolders.contains(.root) && folders[.root] == nil
  }

  /// The page of a link such as `../other/`, as it is written for sites that publish every page as
  /// a folder.
  private func pageOfFolderStyle(_ path: String, from file: RelativePath)
    -> (output: RelativePath, source: RelativePath)?
  {
    guard path.hasPrefix("../"), path.hasSuffix("/"),
      !file.isIntroduction,
      let resolved = file.parent.appending(file.stem).resolving(path)
    else { return nil }
    let source = RelativePath(resolved.text + ".md")
    reach?.note(source)
    return pages[source].map { ($0, source) }
  }

  /// The file of the page whose address a text names in place of the file, as the text is to name it.
  private func source(ofPage text: String, namedIn file: RelativePath) -> String? {
    guard text.hasSuffix(".html"), let address = (pages[file] ?? file).parent.resolving(text)
    else { return nil }
    let sources = pages.filter { $0.value == address }.map(\.key)
    let source = sources.filter { $0.hasExtension("md", "markdown") }.min() ?? sources.min()
    return source.map { String(utf8: $0.reference(from: file.parent)) }
  }

  /// Where a file of the sources is written.
  func output(of source: RelativePath) -> RelativePath {
    var folder = source.parent
    while true {
      if let output = folders[folder], let inner = source.relative(to: folder) {
        return output.appending(inner.text)
      }
      if folder == .root { return RelativePath("files/" + source.text) }
      folder = folder.parent
    }
  }

  /// Where a reference leads that names another host, or has a scheme; `nil` for all others.
  static func targetElsewhere(of reference: [UInt8]) -> LinkTarget? {
    guard let scheme = scheme(of: reference) else {
      return reference.hasPrefix("//") ? .external : nil
    }
    return safeSchemes.contains { scheme.elementsEqual($0.utf8) } ? .external : .unsafe
  }

  /// The schemes of addresses that a page may lead to.
  static let safeSchemes = ["http", "https", "mailto", "tel"]

  /// The bytes before the colon of an absolute URL (RFC 3986 §3.1), in lower case.
  static func scheme(of reference: [UInt8]) -> [UInt8]? {
    // Browsers pass over white space and control characters within a scheme.
    let visible = reference.lazy.filter { $0 > 0x20 && $0 != 0x7F }
    var scheme: [UInt8] = []
    for byte in visible {
      if byte == UInt8(ascii: ":") { return scheme.isEmpty ? nil : scheme }
      guard
        byte.isASCIILetter
          || (!scheme.isEmpty && (byte.isASCIIDigit || "+-.".utf8.contains(byte)))
      else { return nil }
      scheme.append(byte.asciiLowercased)
    }
    return nil
  }

  /// The files that may be meant by a path: as written, without `.md`, a rendered page, or a
  /// folder; where a file has that very name, only this one.
  private func candidates(for path: RelativePath) -> [RelativePath] {
    switch path.fileExtension {
    case "md", "markdown": return [path]
    case "html", "htm":
      return [path.parent.appending(path.stem + ".md"), path]
    case let ending where !ending.isEmpty && sources[path] != nil: return [path]
    default:
      return [
        RelativePath(path.text + ".md"), RelativePath(path.text + ".markdown"),
        path.appending("index.md"), path.appending("_index.md"), path.appending("README.md"), path,
      ]
    }
  }
}
