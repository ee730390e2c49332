import CourseModel
import Files

/// Where the pages of a course are in its translations, for the switch of languages.
///
/// Translations are looked through once for all pages of a course.
struct CourseCounterparts {
  private let site: PortalSite
  private let course: Course
  private let translations: [Translation]

  /// What of a translation can be met at the place of a page.
  private struct Translation {
    let course: Course
    /// Whether it has as many lessons in each section.
    let isAlike: Bool
    private let lessons: [String: RelativePath]
    private let sections: [String: RelativePath]

    init(_ course: Course, of original: Course) {
      self.course = course
      isAlike = original.sections.map(\.lessons.count) == course.sections.map(\.lessons.count)
      lessons = Dictionary(course.lessons.map { (course.id(of: $0), $0.output) }) { first, _ in
        first
      }
      sections = Dictionary(course.sections.map { ($0.slug ?? "", $0.output) }) { first, _ in first
      }
    }

    func lesson(_ id: String) -> RelativePath? { lessons[id] }

    func section(_ slug: String) -> RelativePath? { slug.isEmpty ? nil : sections[slug] }
  }

  /// What a page can lead to in each language of a portal.
  typealias Pages = [(language: LanguageTag, output: RelativePath)]

  init(of course: Course, site: PortalSite) {
    self.site = site
    self.course = course
    translations = site.translations(of: course).filter { $0.slug != course.slug }.map {
      // The course's pages show where those of another are.
      site.resolver.reach?.note($0.folder)
      return Translation($0, of: course)
    }
  }

  /// A lesson in other languages; nothing for a course without translations.
  func pages(of lesson: Lesson, section: Int, place: Int) -> Pages {
    if translations.isEmpty { return [] }
    let id = course.id(of: lesson)
    return pages(of: lesson.output) { other in
      other.lesson(id)
        ?? (other.isAlike ? other.course.sections[section].lessons[place].output : nil)
    }
  }

  /// A section in other languages; nothing for a course without translations.
  func pages(ofSection index: Int) -> Pages {
    let section = course.sections[index]
    return pages(of: section.output) { other in
      if let same = other.section(section.slug ?? "") { return same }
      guard other.isAlike, other.course.sections[index].slug != nil else { return nil }
      return other.course.sections[index].output
    }
  }

  /// The certificate, at `output`, in other languages; nothing for a course without translations.
  func pages(ofCertificate output: RelativePath) -> Pages {
    pages(of: output) { $0.course.certificate }
  }

  /// The page itself, its counterparts, the courses of those that have none, and catalogues of other languages.
  private func pages(of own: RelativePath, _ find: (Translation) -> RelativePath?) -> Pages {
    if translations.isEmpty { return [] }
    let outputs =
      [(course.language, own)]
      + translations.map { ($0.course.language, find($0) ?? $0.course.output) }
    var pages = site.languages.map { (language: $0, output: site.catalogue(in: $0)) }
    var known: Set<String> = []
    for (language, output) in outputs {
      let interface = site.interface(for: language)
      if interface.primary == language.primary, known.insert(interface.text).inserted,
        let index = pages.firstIndex(where: { $0.language == interface })
      {
        pages[index].output = output
      } else {
        pages.append((language, output))
      }
    }
    return pages
  }
}
