import Bytes
import CourseModel
import Diagnostics
import Files

/// Makes the pages beside courses and lists: people, plain pages, search, unknown and former addresses.
struct DocumentRendering {
  let site: PortalSite

  /// Makes all of them.
  func run(_ receive: PageReceiver) throws(FileError) -> RenderedPages {
    var rendered = RenderedPages()
    for author in site.portal.authors { try render(author, &rendered, receive) }
    for page in site.portal.pages { try render(page, &rendered, receive) }
    for language in site.languages {
      try renderSearch(in: language, receive)
      try renderOffline(in: language, receive)
    }
    try renderNotFound(receive)
    try renderRedirects(&rendered, receive)
    for asset in [site.logoAsset, site.iconAsset] { if let asset { rendered.assets.insert(asset) } }
    return rendered
  }

  private func render(_ author: Author, _ rendered: inout RenderedPages, _ receive: PageReceiver)
    throws(FileError)
  {
    let language = author.language ?? site.languages[0]
    let text = author.biography.text(
      for: author.output, title: author.name, language: language, site: site
    ) {
      $0.reservedIDs = ["main", "courses"]
      $0.gate.runsServices = true
    }
    rendered.take(text, on: author.output)
    if let photo = site.photoAsset(of: author) { rendered.assets.insert(photo) }
    let folder = author.output.parent
    let written = site.listed.filter { course in
      course.frontMatter.authors.contains { $0.value == author.slug }
    }
    let courses = site.ordered(written, for: language)
    let frame = site.frame(
      PageDescription(
        kind: .author, output: author.output, language: language, title: author.name,
        description: author.role ?? text.summary, isListed: isListed(author),
        trail: site.trail([(author.name, author.output)], in: language), services: text.services))
    let model = AuthorPage(
      frame: frame, person: site.person(author, from: folder), titleID: text.titleID,
      body: text.html.isEmpty ? nil : text.html, hasQuiz: text.quizCount > 0,
      links: author.links.map { NamedLink(title: $0.title, url: Array($0.url.value.utf8)) },
      cards: courses.enumerated().map { index, course in
        site.card(course, from: folder, language: language, isEager: index < 3)
      })
    try receive(author.output, .bytes(site.theme.author.rendered(model)))
  }

  /// Whether a person is told of: not who has written only what is listed nowhere.
  private func isListed(_ author: Author) -> Bool {
    let courses = site.portal.courses.filter { course in
      course.frontMatter.authors.contains { $0.value == author.slug }
    }
    return courses.isEmpty || courses.contains(where: \.visibility.isListed)
  }

  private func render(_ page: PlainPage, _ rendered: inout RenderedPages, _ receive: PageReceiver)
    throws(FileError)
  {
    let text = page.file.text(
      for: page.output, title: page.title, language: page.language, site: site
    ) { $0.gate.runsServices = true }
    rendered.take(text, on: page.output)
    let frame = site.frame(
      PageDescription(
        kind: .page, output: page.output, language: page.language, title: page.title,
        description: page.description ?? text.summary,
        trail: site.trail([(page.title, page.output)], in: page.language), services: text.services))
    let model = DocumentPage(
      frame: frame, contents: TableOfContents(text.outline), title: page.title,
      titleID: text.titleID, body: text.html, hasQuiz: text.quizCount > 0)
    try receive(page.output, .bytes(site.theme.document.rendered(model)))
    var index = IndexWriter(
      language: page.language, part: page.output.parent.appending(page.output.stem))
    try index.add(
      SearchDocument(
        title: page.title, url: page.output, courseTitle: "", words: text.words,
        headings: text.headings), receive)
    rendered.search[page.language.text, default: []].append(try index.finish(receive))
  }

  private func renderSearch(in language: LanguageTag, _ receive: PageReceiver) throws(FileError) {
    let output = site.folder(of: language).appending("search.html")
    let frame = site.frame(
      PageDescription(
        kind: .search, output: output, language: language,
        title: site.words(in: language).text("search_title"), isListed: false,
        translations: site.languages.map {
          ($0, site.folder(of: $0).appending("search.html"))
        }))
    try receive(output, .bytes(site.theme.search.rendered(BarePage(frame: frame))))
  }

  /// The page that browsers show, without a network, for what was not saved.
  private func renderOffline(in language: LanguageTag, _ receive: PageReceiver) throws(FileError) {
    let output = site.offlinePage(in: language)
    let frame = site.frame(
      PageDescription(
        kind: .offline, output: output, language: language,
        title: site.words(in: language).text("offline_title"), isListed: false,
        translations: site.languages.map { ($0, site.offlinePage(in: $0)) }, runsServices: false))
    try receive(output, .bytes(site.theme.offline.rendered(BarePage(frame: frame))))
  }

  /// The page that servers show for addresses of any depth, so that its links begin at the root of the
  /// server where the portal knows its place there.
  private func renderNotFound(_ receive: PageReceiver) throws(FileError) {
    let language = site.languages[0]
    let output = RelativePath("404.html")
    let frame = site.frame(
      PageDescription(
        kind: .notFound, output: output, language: language,
        title: site.words(in: language).text("not_found_title"), isListed: false)
    ).rooted(at: site.rootPath)
    try receive(output, .bytes(site.theme.notFound.rendered(BarePage(frame: frame))))
  }

  // MARK: Former addresses

  private func renderRedirects(_ rendered: inout RenderedPages, _ receive: PageReceiver)
    throws(FileError)
  {
    for alias in aliases() {
      guard let output = Self.output(of: alias.from.value) else {
        rendered.diagnostics.append(
          Diagnostic(
            "alias-address", .error, "\"\(alias.from.value)\" is no address of a page",
            at: alias.from.position,
            help: "write a path from the portal's root, such as old/page.html"))
        continue
      }
      var frame = site.frame(
        PageDescription(
          kind: .redirect, output: output, language: alias.language, title: alias.title,
          isListed: false))
      frame.page.canonical = site.absolute(alias.to)
      let url = alias.to.reference(from: output.parent)
      let model = RedirectPage(
        frame: frame, url: url, canonical: site.absolute(alias.to) ?? String(utf8: url))
      try receive(output, .bytes(site.theme.redirect.rendered(model)))
    }
  }

  private struct Alias {
    var from: Located<String>
    var to: RelativePath
    var title: String
    var language: LanguageTag
  }

  private func aliases() -> [Alias] {
    var aliases: [Alias] = []
    for page in site.portal.pages {
      aliases += page.aliases.map {
        Alias(from: $0, to: page.output, title: page.title, language: page.language)
      }
    }
    for course in site.portal.courses {
      aliases += course.frontMatter.aliases.map {
        Alias(from: $0, to: course.output, title: course.title, language: course.language)
      }
      for lesson in course.lessons {
        aliases += lesson.frontMatter.aliases.map {
          Alias(from: $0, to: lesson.output, title: lesson.title, language: course.language)
        }
      }
    }
    return aliases
  }

  /// Where the page for a former address is written; `nil` for what is no path inside the portal.
  private static func output(of alias: String) -> RelativePath? {
    guard LinkResolver.scheme(of: Array(alias.utf8)) == nil, !alias.hasPrefix("//"),
      let path = RelativePath.root.resolving(alias), !path.text.isEmpty
    else { return nil }
    if alias.hasSuffix("/") { return path.appending("index.html") }
    return path.fileExtension == "html" ? path : path.appending("index.html")
  }
}

extension PageFrame {
  /// The frame with its links beginning at the root of the server, if the portal's place there is known.
  fileprivate func rooted(at base: [UInt8]?) -> PageFrame {
    guard let base else { return self }
    func absolute(_ url: [UInt8]) -> [UInt8] { base + url }
    var frame = self
    frame.page.canonical = nil
    frame.page.root = absolute([])
    frame.page.stylesheet = absolute(page.stylesheet)
    frame.page.script = absolute(page.script)
    frame.page.headScript = absolute(page.headScript)
    frame.page.accentStylesheet = page.accentStylesheet.map(absolute)
    frame.page.icon = page.icon.map(absolute)
    frame.page.languages = page.languages.map {
      var link = $0
      link.url = absolute($0.url)
      return link
    }
    frame.page.feeds = []
    frame.consent = consent.mapping(absolute)
    frame.footer.cookieSettings = footer.cookieSettings.map(absolute)
    frame.portal.url = absolute(portal.url)
    if let logo = portal.logo { frame.portal.logo?.url = absolute(logo.url) }
    frame.header.searchURL = header.searchURL.map(absolute)
    frame.header.links = header.links.map { NamedLink(title: $0.title, url: absolute($0.url)) }
    frame.footer.links = footer.links.map { NamedLink(title: $0.title, url: absolute($0.url)) }
    return frame
  }
}
