package import Diagnostics
package import Files

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

  /// The language of a lesson's text: its own, or the course's.
  package func language(of lesson: Lesson) -> LanguageTag {
    lesson.frontMatter.language ?? language
  }

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

  /// Where the files of closed lessons are written that lie open under names that tell nothing.
  package var unlistedFolder: RelativePath { sealedFolder.appending("media") }
}
