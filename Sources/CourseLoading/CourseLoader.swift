import CourseModel
import Diagnostics
import Files

/// Makes a course out of its files.
struct CourseLoader {
  let source: CourseSource
  let declared: CourseFolder?
  let tree: FileTree
  let settings: PortalSettings
  /// The portal's name, for a portal that is itself one course.
  let portalName: String
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ source: CourseSource, declared: CourseFolder?, tree: FileTree, settings: PortalSettings,
    portalName: String
  ) {
    self.source = source
    self.declared = declared
    self.tree = tree
    self.settings = settings
    self.portalName = portalName
  }

  mutating func load() -> Course {
    var landingPage: LoadedFile<CourseFrontMatter>?
    if let path = source.landingPage {
      let file = LoadedFile(
        path, in: tree, values: CourseFrontMatter(), by: Field.course, of: "a course",
        settings: settings)
      diagnostics += file.diagnostics
      landingPage = file
    }
    diagnostics += source.shadowed.compactMap(shadowedFrontMatter)
    let frontMatter = (landingPage?.values ?? CourseFrontMatter())
      .filled(from: declared?.frontMatter ?? CourseFrontMatter()).filled(from: settings.defaults)
    let name = SourceName(source.folder == .root ? portalName : source.folder.name)
    let slug = checked(frontMatter.slug) ?? name.slug
    let title = frontMatter.title?.value ?? landingPage?.heading ?? name.title
    let isUnderstood = landingPage?.hasErrors != true
    var course = Course(
      slug: slug, title: title, frontMatter: frontMatter,
      language: frontMatter.language ?? settings.language,
      visibility: isUnderstood ? frontMatter.visibility ?? .public : .private,
      folder: source.folder,
      landingPage: landingPage?.file, sections: [],
      position: SourcePosition(path: source.landingPage?.text ?? source.folder.text))
    var sections: [Section] = []
    collect(source.folder, slugs: [], isDraft: false, of: course, into: &sections)
    course.sections = ordered(CourseLoader.withoutTranscripts(sections), of: course)
    return course
  }

  /// Front matter of a file that is passed over, which might say who may see the folder; `nil` if there is none.
  private func shadowedFrontMatter(of path: RelativePath) -> Diagnostic? {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try tree[path]?.read() ?? [] } catch { return nil }
    guard FrontMatter(of: bytes).bodyLine > 1 else { return nil }
    return Diagnostic(
      "front-matter-twice", .error,
      "\"\(path.name)\" is passed over with its front matter: another file introduces its folder",
      at: SourcePosition(path: path.text, line: 1, column: 1, length: 3),
      help: "keep one of the two, or take the front matter out of this one")
  }

  /// The sections without the files that say what is said in a lesson's film: they belong to that lesson, also while
  /// it is a draft, and are none of their own.
  private static func withoutTranscripts(_ sections: [Section]) -> [Section] {
    let transcripts = Set(
      sections.flatMap(\.lessons).compactMap { lesson in
        lesson.frontMatter.video?.transcript.flatMap {
          lesson.file.path.parent.resolving($0.value)
        }
      })
    guard !transcripts.isEmpty else { return sections }
    return sections.compactMap { section in
      guard section.lessons.contains(where: { transcripts.contains($0.file.path) }) else {
        return section
      }
      var section = section
      section.lessons.removeAll { transcripts.contains($0.file.path) }
      return section.lessons.isEmpty && section.introduction == nil ? nil : section
    }
  }

  private enum Entry {
    case lesson(LoadedFile<LessonFrontMatter>)
    case folder(RelativePath)
  }

  /// Adds the lessons of `folder` and of the folders in it, in order; depth costs stack, but a file
  /// system's paths are short.
  private mutating func collect(
    _ folder: RelativePath, slugs: [String], isDraft: Bool, of course: Course,
    into sections: inout [Section]
  ) {
    guard let content = source.folders[folder] else { return }
    var heading: LoadedFile<LessonFrontMatter>?
    if folder != source.folder, let path = content.introduction {
      heading = loadFile(path, by: Field.section, of: "a section")
    }
    let isDraft = isDraft || heading?.values.visibility == .draft || heading?.hasErrors == true
    let slug = slugs.isEmpty ? nil : slugs.joined(separator: "/")
    let output = course.outputFolder.appending((slugs + ["index.html"]).joined(separator: "/"))
    func section() -> Section {
      var section = Section(
        slug: slug,
        title: heading?.values.title?.value ?? heading?.heading ?? SourceName(folder.name).title,
        introduction: heading?.file, lessons: [], output: output)
      section.isDraft = isDraft
      section.description = heading?.values.description
      section.lastModified = heading?.values.lastModified
      let language = heading?.values.language
      section.language = language == course.language ? nil : language
      return section
    }
    var current = section()
    current.lessons.reserveCapacity(content.lessons.count)
    for (name, entry) in entries(of: content) {
      switch entry {
      case .lesson(let file): current.lessons.append(lesson(file, name: name, slugs, of: course))
      case .folder(let inner):
        if slug == nil, !current.lessons.isEmpty {
          sections.append(current)
          current = section()
        }
        let innerName = SourceName(inner.name).slug
        if slug == nil {
          collect(inner, slugs: [innerName], isDraft: isDraft, of: course, into: &sections)
        }
      }
    }
    if !current.lessons.isEmpty || heading != nil { sections.append(current) }
    guard slug != nil else { return }
    for inner in content.folders.sorted(by: { SourceName.precedes($0.text, $1.text) }) {
      collect(
        inner, slugs: slugs + [SourceName(inner.name).slug], isDraft: isDraft, of: course,
        into: &sections)
    }
  }

  private mutating func entries(of content: CourseSource.Folder) -> [(SourceName, Entry)] {
    var entries: [(key: (Int, String), name: SourceName, entry: Entry)] = []
    for path in content.lessons {
      let file = loadFile(path, by: Field.lesson, of: "a lesson")
      let name = SourceName(path.stem)
      let order = file.values.order ?? name.number ?? .max
      entries.append(((order, path.stem), name, .lesson(file)))
    }
    for path in content.folders {
      let name = SourceName(path.name)
      // A folder comes after a lesson of the same name, which introduces it.
      entries.append(((name.number ?? .max, path.name + "/"), name, .folder(path)))
    }
    entries.sort { left, right in
      left.key.0 != right.key.0
        ? left.key.0 < right.key.0 : SourceName.precedes(left.key.1, right.key.1)
    }
    return entries.map { ($0.name, $0.entry) }
  }

  private mutating func loadFile(
    _ path: RelativePath, by fields: [Field<LessonFrontMatter>], of subject: String
  ) -> LoadedFile<LessonFrontMatter> {
    let file = LoadedFile(
      path, in: tree, values: LessonFrontMatter(), by: fields, of: subject, settings: settings)
    diagnostics += file.diagnostics
    return file
  }

  private mutating func lesson(
    _ file: LoadedFile<LessonFrontMatter>, name: SourceName, _ slugs: [String], of course: Course
  ) -> Lesson {
    var slug = checked(file.values.slug) ?? name.slug
    // `index` is the section's own page.
    if slug == "index" { slug = "index-1" }
    var matter = file.values
    if file.hasErrors { matter.visibility = .private }
    return Lesson(
      title: matter.title?.value ?? file.heading ?? name.title, frontMatter: matter,
      file: file.file, minutes: matter.minutes ?? file.readingTime.minutes,
      output: course.outputFolder.appending((slugs + [slug + ".html"]).joined(separator: "/")))
  }

  private mutating func checked(_ slug: Located<String>?) -> String? {
    guard let slug else { return nil }
    guard SourceName.isSlug(slug.value) else {
      // Other tools take a whole address here.
      let parts = slug.value.split(separator: "/").filter { $0 != ".." }
      let name = SourceName.slug(of: parts.last.map(String.init) ?? slug.value)
      diagnostics.append(
        Diagnostic(
          "value-slug", .error, "\"\(slug.value)\" cannot stand in an address", at: slug.position,
          help: "write \"\(name)\""
            + (parts.count > 1 ? ", and the old address under aliases:" : "")))
      return nil
    }
    return slug.value
  }

  /// Tells which lessons come last, since an order of lessons does not name them.
  private mutating func reportUnnamed(
    _ lessons: [Lesson], in named: [Located<String>], _ places: [RelativePath: Int]
  ) {
    let names = lessons.filter { places[$0.file.path] == nil }.map { lesson in
      lesson.file.path.relative(to: source.folder)?.text ?? lesson.file.path.name
    }
    // Of a name that is wrong, another lesson may be meant.
    guard let first = named.first, places.count == named.count, !names.isEmpty else { return }
    let listed = names.prefix(3).joined(separator: ", ")
    let others = names.count > 3 ? " and \(names.count - 3) more" : ""
    diagnostics.append(
      Diagnostic(
        "course-lessons", .note, "not named here, and so last: \(listed)\(others)",
        at: first.position, help: "name all lessons, in their order"))
  }

  /// The sections in the order that `lessons:` names, if it does.
  private mutating func ordered(_ sections: [Section], of course: Course) -> [Section] {
    let named = course.frontMatter.lessons
    guard !named.isEmpty else { return sections }
    var places: [RelativePath: Int] = [:]
    let all = Set(sections.flatMap(\.lessons).map(\.file.path))
    let paths = all.compactMap { $0.relative(to: source.folder)?.text }.sorted()
    for (place, name) in named.enumerated() {
      guard let path = source.folder.resolving(name.value), all.contains(path) else {
        diagnostics.append(
          Diagnostic(
            "course-lessons", .error, "the course has no lesson \"\(name.value)\"",
            at: name.position,
            help: Suggestion.question(near: name.value, among: paths)
              ?? "write the path of a file of the course",
            fix: Fix(at: name.position, misspelt: name.value, among: paths)))
        continue
      }
      if places[path] == nil {
        places[path] = place
      } else {
        diagnostics.append(
          Diagnostic(
            "course-lessons", .warning, "the lesson \"\(name.value)\" was already named",
            at: name.position, help: "leave it where it belongs, and remove the other"))
      }
    }
    reportUnnamed(sections.flatMap(\.lessons), in: named, places)
    func place(_ lesson: Lesson) -> Int { places[lesson.file.path] ?? .max }
    return sections.map { section in
      var section = section
      let order = section.lessons.enumerated().sorted {
        (place($0.element), $0.offset) < (place($1.element), $1.offset)
      }
      section.lessons = order.map(\.element)
      return section
    }.enumerated().sorted { left, right in
      let (first, second) = (
        left.element.lessons.map(place).min() ?? .max,
        right.element.lessons.map(place).min() ?? .max
      )
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
  }
}
