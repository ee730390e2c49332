package import CourseModel
package import Diagnostics
package import Files

/// What a portal is loaded with, beside its files.
package struct LoadingOptions: Sendable {
  /// The day that counts as today.
  package var today: CalendarDate
  /// Whether drafts are built.
  package var includesDrafts = false
  /// Whether is told what a public portal still lacks, as checks do.
  package var looksForGaps = false
  /// Where the portal will stand, in place of what the settings say; ends in `/`.
  package var url: String?
  /// The name of the portal's folder, for a portal without a title.
  package var folderName: String
  /// How many threads read.
  package var threads = 1

  /// Options for a build of today's published portal.
  package init(today: CalendarDate, folderName: String) {
    self.today = today
    self.folderName = folderName
  }
}

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
  diagnostics += strayFiles(among: texts, settings: settings) + misnamedSettings(in: tree)
  settings.languages = languages(of: courses.filter { $0.isPublished(with: options) }, settings)
  let broken = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.position.path))
  let (authors, authorDiagnostics) = loadAuthors(among: texts, of: tree, settings: settings)
  let (pages, pageDiagnostics) = loadPages(
    among: texts, of: tree, settings: settings, options: options)
  let (legal, legalDiagnostics) = try LegalDeclaration.load(from: tree)
  var everything = Portal(
    settings: settings,
    courses: courses.sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) },
    authors: authors, pages: pages, today: options.today, sources: tree)
  everything.legal = legal
  diagnostics += authorDiagnostics + pageDiagnostics + legalDiagnostics
  if options.looksForGaps, !legalDiagnostics.contains(where: { $0.severity == .error }) {
    diagnostics += LegalGaps(of: everything).all
  }
  if let legal, !legalDiagnostics.contains(where: { $0.severity == .error }) {
    diagnostics +=
      LegalInconsistencies(
        legal: legal, settings: settings, today: options.today, sources: tree
      ).all
  }
  diagnostics += Inconsistencies(of: everything, besides: broken).all
  return (everything.published(with: options), diagnostics.sorted())
}

/// The portal's languages: those of the settings, else the one that all courses name.
private func languages(of courses: [Course], _ settings: PortalSettings) -> [LanguageTag] {
  guard settings.languages.isEmpty, let language = courses.first?.frontMatter.language,
    courses.allSatisfy({ $0.frontMatter.language == language })
  else { return settings.languages }
  return [language]
}

/// Lessons that lie beside the courses' folders, and folders that are no courses, where nothing would become of them.
private func strayFiles(among texts: [RelativePath], settings: PortalSettings) -> [Diagnostic] {
  let folder = RelativePath("courses")
  guard settings.courses.isEmpty else { return unlistedFolders(in: folder, texts, settings) }
  guard
    texts.contains(where: { $0.isInside(folder) && !$0.isDirectly(in: folder) })
  else { return [] }
  let files = texts.filter { $0.isDirectly(in: folder) && !CourseSource.isIntroduction($0) }
  return files.map { path in
    Diagnostic(
      "course-file", .warning, "\"\(path)\" belongs to no course",
      at: SourcePosition(path: path.text),
      help: "a course is a folder: move the file to courses/\(SourceName(path.stem).slug)/index.md")
  }
}

/// Folders where courses usually lie, of which the settings' own list says nothing.
private func unlistedFolders(
  in folder: RelativePath, _ texts: [RelativePath], _ settings: PortalSettings
) -> [Diagnostic] {
  let listed = settings.courses.map(\.path.value)
  var folders: [RelativePath] = []
  for path in texts where path.isInside(folder) && !path.isDirectly(in: folder) {
    // The files of a folder follow each other.
    if let last = folders.last, path.isInside(last) { continue }
    folders.append(folder.appending(String(path.parts[1])))
  }
  return folders.filter { folder in
    !listed.contains { $0.isInside(folder) || folder.isInside($0) }
  }.map { path in
    Diagnostic(
      "course-file", .warning, "\"\(path)\" is no course: clevio.yml lists others",
      at: SourcePosition(path: path.text),
      help: "list it under courses: in clevio.yml, too, or under ignore:")
  }
}

/// Files that are nearly called as settings are, of which nothing would hold.
private func misnamedSettings(in tree: FileTree) -> [Diagnostic] {
  let known = ["clevio.yml", "legal.yml"]
  let files = tree.files.keys.filter { path in
    path.hasExtension("yml", "yaml") && !path.text.utf8.contains(UInt8(ascii: "/"))
  }
  return files.compactMap { path in
    guard let name = known.first(where: { $0.hasPrefix(path.stem.lowercased() + ".") }),
      path.text != name
    else { return nil }
    let isAlone = tree[RelativePath(name)] == nil
    return Diagnostic(
      "settings-file", isAlone ? .error : .warning, "\"\(path)\" is not read",
      at: SourcePosition(path: path.text), help: "call it \(name)")
  }
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
    authors.append(
      Author(
        slug: name.slug, name: file.values.name ?? file.heading ?? name.title,
        role: file.values.role, photo: file.values.photo, links: file.values.links,
        biography: file.file))
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
  fileprivate func published(with options: LoadingOptions) -> Portal {
    var portal = self
    let hidden = courses.filter { !$0.isPublished(with: options) }
    let withheld = Set(hidden.map(\.slug))
    portal.withheldFolders = Set(hidden.map(\.folder))
    portal.courses = courses.compactMap { course in
      guard course.isPublished(with: options) else { return nil }
      var course = course.published(with: options)
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
  func published(with options: LoadingOptions) -> Course {
    var course = self
    course.sections = sections.compactMap { section in
      if section.isDraft, !options.includesDrafts { return nil }
      var section = section
      // Lessons are large: a section of which all are published goes on sharing them.
      if !section.lessons.allSatisfy({ $0.isPublished(with: options) }) {
        section.lessons.removeAll { !$0.isPublished(with: options) }
      }
      return section.lessons.isEmpty && section.introduction == nil ? nil : section
    }
    course.closeTitles()
    return course
  }

  /// Takes the words of closed lessons' titles out of their addresses, where they are to be kept.
  fileprivate mutating func closeTitles() {
    var number = 0
    for section in sections.indices {
      for index in sections[section].lessons.indices {
        number += 1
        let lesson = sections[section].lessons[index]
        let isClosing = lesson.frontMatter.closesTitle ?? frontMatter.closesTitles ?? false
        guard isClosing, !isOpen(lesson) else { continue }
        sections[section].lessons[index].number = number
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
