package import Diagnostics
package import Files

/// A portal as an author meant it: plain values, ordered, each with its place in the sources.
package struct Portal: Sendable {
  package var settings: PortalSettings
  /// The courses to build, ordered by name.
  package var courses: [Course]
  /// The authors, ordered by name.
  package var authors: [Author]
  /// The plain pages, ordered by name.
  package var pages: [PlainPage]
  /// The day that counts as today.
  package var today: CalendarDate
  /// All files of the folder, for pictures, downloads and the author's own theme.
  package var sources: FileTree
  /// What `legal.yml` says; `nil` without the file.
  package var legal: LegalDeclaration?
  /// The folders of courses that are not published: nothing in them goes into the output.
  package var withheldFolders: Set<RelativePath> = []

  /// Joins the parts of a portal.
  package init(
    settings: PortalSettings, courses: [Course], authors: [Author], pages: [PlainPage],
    today: CalendarDate, sources: FileTree
  ) {
    self.settings = settings
    self.courses = courses
    self.authors = authors
    self.pages = pages
    self.today = today
    self.sources = sources
  }

  /// How much findings weigh: as `clevio.yml` says, else as `legal.yml` does.
  package var check: CheckSettings { settings.check.joined(with: legal?.check) }
}

/// A course.
package struct Course: Sendable {
  /// The name in addresses, unique in the portal.
  package var slug: String
  package var title: String
  package var frontMatter: CourseFrontMatter
  package var language: LanguageTag
  package var visibility: Visibility
  /// The folder of the sources.
  package var folder: RelativePath
  /// The landing page's text, if there is a file for it.
  package var landingPage: MarkdownFile?
  /// The lessons, in the order in which they are taken.
  package var sections: [Section]
  /// Where the course is declared.
  package var position: SourcePosition

  /// Joins the parts of a course.
  package init(
    slug: String, title: String, frontMatter: CourseFrontMatter, language: LanguageTag,
    visibility: Visibility, folder: RelativePath, landingPage: MarkdownFile?, sections: [Section],
    position: SourcePosition
  ) {
    self.slug = slug
    self.title = title
    self.frontMatter = frontMatter
    self.language = language
    self.visibility = visibility
    self.folder = folder
    self.landingPage = landingPage
    self.sections = sections
    self.position = position
  }

  /// What the course costs; nothing where nothing is said.
  package var price: Price { frontMatter.price?.value ?? .free }

  /// Whether lessons may be read in any order, which is so where nothing is said.
  package var allowsRandomAccess: Bool { frontMatter.allowsRandomAccess ?? true }

  /// Where the landing page is written.
  package var output: RelativePath { outputFolder.appending("index.html") }

  /// Where all of the course is written.
  package var outputFolder: RelativePath { RelativePath("courses/\(slug)") }

  /// All lessons, in order.
  package var lessons: some Sequence<Lesson> { sections.lazy.flatMap(\.lessons) }

  /// The lesson that another one requires.
  ///
  /// - Parameters:
  ///   - name: A path relative to the requiring lesson's folder, else to the course's; `.md` may be
  ///     left out.
  ///   - lesson: The lesson that requires it.
  ///   - paths: The files of all lessons of the course.
  /// - Returns: The file, or `nil` if the course has no such lesson.
  package func path(
    ofLesson name: String, requiredBy lesson: Lesson, among paths: Set<RelativePath>
  ) -> RelativePath? {
    for base in [lesson.file.path.parent, folder] {
      for ending in ["", ".md", ".markdown"] {
        if let path = base.resolving(name + ending), paths.contains(path) { return path }
      }
    }
    return nil
  }

  /// Whether the words of a lesson may be published: those of a paid course only if it is a preview.
  package func isOpen(_ lesson: Lesson) -> Bool {
    price.isFree || lesson.frontMatter.isPreview == true
  }

  /// A lesson's name within the course, by which progress and sealed files know it.
  package func id(of lesson: Lesson) -> String {
    let path = lesson.output.relative(to: outputFolder)?.text ?? lesson.output.text
    return String(path.dropLast(".html".count))
  }

  /// Whether lessons are sealed for those who buy the course.
  package var isSealed: Bool { !price.isFree }

  /// How the files of closed lessons are kept; sealed where nothing is said.
  package var media: MediaMode { frontMatter.media ?? .encrypted }

  /// The page on which buyers read the sealed lessons.
  package var reader: RelativePath { outputFolder.appending("reader.html") }

  /// The page on which learners make their certificates, where the course has one.
  package var certificate: RelativePath? {
    frontMatter.hasCertificate == true ? outputFolder.appending("certificate.html") : nil
  }

  /// The folder of all that is sealed.
  package var sealedFolder: RelativePath { outputFolder.appending("sealed") }
}

/// Lessons that belong together.
package struct Section: Sendable {
  /// The name in addresses, with `/` where folders lie in each other; `nil` for lessons that lie in the
  /// course's folder itself.
  package var slug: String?
  package var title: String
  /// The section's own text, if there is a file for it.
  package var introduction: MarkdownFile?
  package var lessons: [Lesson]
  /// Where the section's page is written.
  package var output: RelativePath
  /// Whether the section, with all that is in it, is not ready.
  package var isDraft = false

  /// Joins the parts of a section.
  package init(
    slug: String?, title: String, introduction: MarkdownFile?, lessons: [Lesson],
    output: RelativePath
  ) {
    self.slug = slug
    self.title = title
    self.introduction = introduction
    self.lessons = lessons
    self.output = output
  }
}

/// A lesson.
package struct Lesson: Sendable {
  package var title: String
  /// The lesson's place in its course, from 1 up, if that is all that may be told of a closed lesson.
  package var number: Int?
  /// The title that only buyers see; `nil` where it is no secret.
  package var closedTitle: String?
  package var frontMatter: LessonFrontMatter
  package var file: MarkdownFile
  /// How long the lesson takes: as the author says, or by the length of the text.
  package var minutes: Int
  /// Where the page is written.
  package var output: RelativePath

  /// Joins the parts of a lesson.
  package init(
    title: String, frontMatter: LessonFrontMatter, file: MarkdownFile, minutes: Int,
    output: RelativePath
  ) {
    self.title = title
    self.frontMatter = frontMatter
    self.file = file
    self.minutes = minutes
    self.output = output
  }
}

/// A Markdown file, read again when its page is made, so that texts do not stand in memory.
package struct MarkdownFile: Sendable {
  package var path: RelativePath
  package var content: FileContent

  /// Joins a path and its content.
  package init(path: RelativePath, content: FileContent) {
    self.path = path
    self.content = content
  }
}

/// A person who writes courses.
package struct Author: Sendable {
  /// The name in addresses, unique in the portal.
  package var slug: String
  package var name: String
  package var role: String?
  /// A picture, relative to the author's file.
  package var photo: Located<String>?
  package var links: [PageLink]
  package var biography: MarkdownFile
  /// Where the page is written.
  package var output: RelativePath { RelativePath("authors/\(slug).html") }

  /// Joins what is known of a person.
  package init(
    slug: String, name: String, role: String?, photo: Located<String>?, links: [PageLink],
    biography: MarkdownFile
  ) {
    self.slug = slug
    self.name = name
    self.role = role
    self.photo = photo
    self.links = links
    self.biography = biography
  }
}

/// A link with its words.
package struct PageLink: Sendable {
  package var title: String
  package var url: Located<String>

  /// Joins words and address.
  package init(title: String, url: Located<String>) {
    self.title = title
    self.url = url
  }
}

/// A page beside the courses.
package struct PlainPage: Sendable {
  /// The name in addresses, unique in the portal.
  package var slug: String
  package var title: String
  package var description: String?
  package var language: LanguageTag
  package var file: MarkdownFile
  /// Former addresses, which lead here.
  package var aliases: [Located<String>]
  /// Where the page is written.
  package var output: RelativePath { RelativePath("\(slug).html") }

  /// Joins the parts of a page.
  package init(
    slug: String, title: String, description: String?, language: LanguageTag, file: MarkdownFile,
    aliases: [Located<String>]
  ) {
    self.slug = slug
    self.title = title
    self.description = description
    self.language = language
    self.file = file
    self.aliases = aliases
  }
}
