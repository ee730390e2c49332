package import CourseModel
package import Diagnostics
package import Files

/// Makes a portal out of a folder's files, and tells every mistake in them.
///
/// - Throws: ``FileError`` if `clevio.yml` cannot be read.
package func loadPortal(from tree: FileTree, options: LoadingOptions) throws(FileError)
  -> (portal: Portal, diagnostics: [Diagnostic])
{
  var none = LoadedCourses()
  return try loadPortal(from: tree, options: options, remembering: &none)
}

/// Makes a portal out of a folder's files, and tells every mistake in them.
///
/// - Parameters:
///   - tree: The files.
///   - options: How they are read.
///   - known: Courses that were loaded before, with the same options; those that are loaded now are kept in it.
/// - Returns: The portal, and what is wrong with it.
/// - Throws: ``FileError`` if `clevio.yml` cannot be read.
package func loadPortal(
  from tree: FileTree, options: LoadingOptions, remembering known: inout LoadedCourses
) throws(FileError) -> (portal: Portal, diagnostics: [Diagnostic]) {
  var (settings, diagnostics) = try PortalSettings.load(from: tree)
  if settings.title.isEmpty { settings.title = SourceName(options.folderName).title }
  if let url = options.url { settings.url = url }

  let texts = tree.files.keys.filter { CourseSource.isMarkdown($0) && !settings.ignores($0) }
    .sorted()
  var courses: [Course] = []
  known.load(among: texts, of: tree, settings: settings, options: options)
  for loaded in known.all {
    courses += loaded.course.map { [$0] } ?? []
    diagnostics += loaded.diagnostics
  }
  settings.languages = languages(of: courses.filter { $0.isPublished(with: options) }, settings)
  let broken = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.position.path))
  let (authors, authorDiagnostics) = loadAuthors(among: texts, of: tree, settings: settings)
  let (pages, pageDiagnostics) = loadPages(
    among: texts, of: tree, settings: settings, options: options)
  let (legal, legalDiagnostics, misread) = try LegalDeclaration.load(from: tree)
  var everything = Portal(
    settings: settings,
    courses: courses.sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) },
    authors: authors, pages: pages, today: options.today, sources: tree)
  everything.legal = legal
  diagnostics += authorDiagnostics + pageDiagnostics + legalDiagnostics
  diagnostics += UnreadFiles(tree: tree, texts: texts, settings: settings, legal: legal).all
  if options.looksForGaps, !legalDiagnostics.contains(where: { $0.severity == .error }) {
    diagnostics += LegalGaps(of: everything).all
  }
  if let legal, let misread {
    diagnostics +=
      LegalInconsistencies(
        legal: legal, misread: misread, settings: settings,
        courses: courses.filter { $0.isPublished(with: options) }, today: options.today,
        sources: tree
      ).all
  }
  diagnostics += Inconsistencies(of: everything, besides: broken).all
  let published = everything.published(
    with: options, besides: options.includesBroken ? broken : [])
  return (published, diagnostics.sorted())
}

/// The portal's languages: those of the settings, else the one that all courses name.
private func languages(of courses: [Course], _ settings: PortalSettings) -> [LanguageTag] {
  guard settings.languages.isEmpty, let language = courses.first?.frontMatter.language,
    courses.allSatisfy({ $0.frontMatter.language == language })
  else { return settings.languages }
  return [language]
}

private func loadAuthors(
  among texts: [RelativePath], of tree: FileTree, settings: PortalSettings
) -> ([Author], [Diagnostic]) {
  var authors: [Author] = []
  var diagnostics: [Diagnostic] = []
  for path in texts where path.isDirectly(in: RelativePath("authors")) {
    let file = LoadedFile(
      path, in: tree, values: AuthorFrontMatter(), by: Field.author, of: "an author",
      settings: settings)
    diagnostics += file.diagnostics
    let name = SourceName(path.stem)
    var author = Author(
      slug: name.slug, name: file.values.name ?? file.heading ?? name.title,
      role: file.values.role, photo: file.values.photo, links: file.values.links,
      biography: file.file)
    author.language = file.values.language
    authors.append(author)
  }
  return (authors, diagnostics)
}

private func loadPages(
  among texts: [RelativePath], of tree: FileTree, settings: PortalSettings, options: LoadingOptions
) -> ([PlainPage], [Diagnostic]) {
  var pages: [PlainPage] = []
  var diagnostics: [Diagnostic] = []
  for path in texts where path.isDirectly(in: RelativePath("pages")) {
    let file = LoadedFile(
      path, in: tree, values: PageFrontMatter(), by: Field.page, of: "a page", settings: settings)
    diagnostics += file.diagnostics
    if file.values.visibility == .draft, !options.includesDrafts { continue }
    let name = SourceName(path.stem)
    pages.append(
      PlainPage(
        slug: name.slug, title: file.values.title?.value ?? file.heading ?? name.title,
        description: file.values.description,
        language: file.values.language ?? settings.language, file: file.file,
        aliases: file.values.aliases))
  }
  return (pages, diagnostics)
}

extension Portal {
  /// The portal without what is not to be published: private courses and lessons, drafts unless they are
  /// asked for, and what has not begun or is over.
  ///
  /// - Parameters:
  ///   - options: How the portal is read.
  ///   - broken: Files that were not understood, and what belongs to them is kept.
  /// - Returns: What is left.
  fileprivate func published(with options: LoadingOptions, besides broken: Set<String>) -> Portal {
    var portal = self
    let hidden = courses.filter {
      !$0.isPublished(with: options) && !broken.contains($0.position.path)
    }
    let withheld = Set(hidden.map(\.slug))
    let withheldFolders = Set(hidden.map(\.folder))
    portal.withheldFolders = withheldFolders
    portal.courses = courses.compactMap { course in
      guard !withheldFolders.contains(course.folder) else { return nil }
      var course = course.published(with: options, besides: broken)
      // The name of a course that nobody may see would be taken for plain words.
      course.frontMatter.prerequisites.removeAll { withheld.contains($0.value) }
      return course
    }
    // Who wrote only what nobody may see is not to be seen either.
    let named = Set(hidden.flatMap(\.frontMatter.authors).map(\.value))
      .subtracting(portal.courses.flatMap(\.frontMatter.authors).map(\.value))
    portal.authors.removeAll { named.contains($0.slug) }
    return portal
  }
}

extension Course {
  /// The course without what of it is not to be published.
  func published(with options: LoadingOptions, besides broken: Set<String> = []) -> Course {
    func isKept(_ lesson: Lesson) -> Bool {
      lesson.isPublished(with: options)
        || !broken.isEmpty && broken.contains(lesson.file.path.text)
    }
    var course = self
    course.sections = sections.compactMap { section in
      if section.isDraft, !options.includesDrafts,
        !(section.introduction.map { broken.contains($0.path.text) } ?? false)
      {
        return nil
      }
      var section = section
      // Lessons are large: a section of which all are published goes on sharing them.
      if !section.lessons.allSatisfy(isKept) { section.lessons.removeAll { !isKept($0) } }
      return section.lessons.isEmpty && section.introduction == nil ? nil : section
    }
    course.closeTitles()
    return course
  }

  /// Takes the words of closed lessons' titles out of addresses made of them, where they are to be kept.
  fileprivate mutating func closeTitles() {
    var number = 0
    for section in sections.indices {
      for index in sections[section].lessons.indices {
        number += 1
        let lesson = sections[section].lessons[index]
        let isClosing = lesson.frontMatter.closesTitle ?? frontMatter.closesTitles ?? false
        guard isClosing, !isOpen(lesson) else { continue }
        sections[section].lessons[index].number = number
        // An address that an author wrote stays as it is.
        guard lesson.frontMatter.slug == nil else { continue }
        sections[section].lessons[index].output = lesson.output.parent.appending(
          "lesson-\(number).html")
      }
    }
  }

  /// Whether the course may be part of the output; what has not begun counts as a draft.
  fileprivate func isPublished(with options: LoadingOptions) -> Bool {
    if let expires = frontMatter.expires, expires <= options.today { return false }
    if options.includesDrafts { return visibility != .private }
    if let available = frontMatter.available, options.today < available { return false }
    return visibility != .private && visibility != .draft
  }
}

extension Lesson {
  /// Whether the lesson may be part of the output.
  fileprivate func isPublished(with options: LoadingOptions) -> Bool {
    if let expires = frontMatter.expires, expires <= options.today { return false }
    switch frontMatter.visibility {
    case .private: return false
    case .draft: return options.includesDrafts
    case .public, .unlisted, nil: return true
    }
  }
}
