package import CourseModel
package import Diagnostics
package import Files

/// What a portal is loaded with, beside its files.
package struct LoadingOptions: Sendable {
  /// The day that counts as today.
  package var today: CalendarDate
  /// Whether drafts are built.
  package var includesDrafts = false
  /// Where the portal will stand, in place of what the settings say; ends in `/`.
  package var url: String?
  /// The name of the portal's folder, for a portal without a title.
  package var folderName: String

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
  var (settings, diagnostics) = try PortalSettings.load(from: tree)
  if settings.title.isEmpty { settings.title = SourceName(options.folderName).title }
  if let url = options.url { settings.url = url }

  var courses: [Course] = []
  for (source, declared) in CourseFolders(tree: tree, settings: settings).sources() {
    if source.folders.isEmpty, let declared {
      diagnostics.append(emptyCourse(declared))
      continue
    }
    var loader = CourseLoader(
      source, declared: declared, tree: tree, settings: settings, portalName: options.folderName)
    courses.append(loader.load())
    diagnostics += loader.diagnostics
  }
  let (authors, authorDiagnostics) = loadAuthors(from: tree, settings: settings)
  let (pages, pageDiagnostics) = loadPages(from: tree, settings: settings, options: options)
  let everything = Portal(
    settings: settings,
    courses: courses.sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) },
    authors: authors, pages: pages, today: options.today, sources: tree)
  diagnostics += authorDiagnostics + pageDiagnostics + everything.inconsistencies()
  return (everything.published(with: options), diagnostics)
}

private func emptyCourse(_ declared: CourseFolder) -> Diagnostic {
  Diagnostic(
    "course-folder", .error, "the folder \"\(declared.path.value)\" holds no Markdown files",
    at: declared.path.position, help: "name a folder with lessons, relative to clevio.yml")
}

private func loadAuthors(from tree: FileTree, settings: PortalSettings) -> ([Author], [Diagnostic])
{
  var authors: [Author] = []
  var diagnostics: [Diagnostic] = []
  for path in markdownFiles(in: "authors", of: tree, settings) {
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

private func loadPages(from tree: FileTree, settings: PortalSettings, options: LoadingOptions)
  -> ([PlainPage], [Diagnostic])
{
  var pages: [PlainPage] = []
  var diagnostics: [Diagnostic] = []
  for path in markdownFiles(in: "pages", of: tree, settings) {
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

private func markdownFiles(in folder: String, of tree: FileTree, _ settings: PortalSettings)
  -> [RelativePath]
{
  tree.paths.filter {
    $0.parent.text == folder && CourseSource.isMarkdown($0) && !settings.ignores($0)
  }
}

extension Portal {
  /// The portal without what is not to be published: private courses and lessons, drafts unless they are
  /// asked for, and what has not begun or is over.
  fileprivate func published(with options: LoadingOptions) -> Portal {
    var portal = self
    portal.courses = courses.compactMap { course in
      let matter = course.frontMatter
      guard course.visibility != .private, course.visibility != .draft || options.includesDrafts,
        matter.expires.map({ options.today < $0 }) ?? true,
        options.includesDrafts || (matter.available.map { $0 <= options.today } ?? true)
      else { return nil }
      var course = course
      course.sections = course.sections.compactMap { section in
        var section = section
        section.lessons.removeAll { lesson in
          (lesson.frontMatter.visibility == .draft && !options.includesDrafts)
            || (lesson.frontMatter.expires.map { $0 <= options.today } ?? false)
        }
        return section.lessons.isEmpty && section.introduction == nil ? nil : section
      }
      return course
    }
    return portal
  }
}
