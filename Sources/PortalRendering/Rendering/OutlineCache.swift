import Bytes
import CourseModel
import Files
import Templates

/// A course's navigation, rendered once for the pages that share it.
///
/// In a long course only the lessons around a page are listed, and the first that stand in no section, so that a
/// page's size does not grow with its course.
struct OutlineCache {
  /// How many lessons a course lists in full; in longer ones, how many of a section are listed together.
  static let chunk = 40

  private let site: PortalSite
  private let course: Course
  private let isLong: Bool
  private var rendered: [Key: [UInt8]] = [:]

  private struct Key: Hashable {
    let section: Int
    let chunk: Int
  }

  init(of course: Course, site: PortalSite) {
    self.course = course
    self.site = site
    isLong = course.sections.reduce(0) { $0 + $1.lessons.count } > OutlineCache.chunk
  }

  /// The navigation of a page, with the page itself marked.
  ///
  /// - Parameters:
  ///   - output: The page.
  ///   - section: The section that it is in.
  ///   - place: Its place among the section's lessons.
  /// - Returns: The navigation as HTML.
  mutating func outline(marking output: RelativePath, section: Int, place: Int = 0) -> [UInt8] {
    let folder =
      course.sections[section].slug == nil
      ? course.outputFolder : course.sections[section].output.parent
    // All pages of a folder share the navigation; in a long course, those of a chunk.
    let key = Key(section: section, chunk: isLong ? place / OutlineCache.chunk : 0)
    let outline = rendered[key] ?? render(key, folder: folder)
    rendered[key] = outline
    return OutlineCache.mark(output.reference(from: folder), in: outline)
  }

  private func render(_ part: Key, folder: RelativePath) -> [UInt8] {
    // What stands in no section leads on from everywhere, as a section's name does.
    var loose = OutlineCache.chunk
    let sections = course.sections.enumerated().compactMap { index, section in
      var lessons = section.lessons[...]
      if isLong, index == part.section {
        lessons = lessons.dropFirst(part.chunk * OutlineCache.chunk).prefix(OutlineCache.chunk)
      } else if isLong {
        lessons = lessons.prefix(section.slug == nil ? loose : 0)
        loose -= lessons.count
      }
      if lessons.isEmpty, section.slug == nil { return CourseOutline.Section?.none }
      return CourseOutline.Section(
        title: section.slug == nil ? nil : section.title,
        url: section.output.reference(from: folder), language: section.language,
        lessons: lessons.map { site.row($0, of: course, from: folder) })
    }
    let model = CourseOutline(
      strings: site.words(in: course.language), id: course.slug, title: course.title,
      url: course.output.reference(from: folder), isLong: isLong,
      isOrdered: site.isOrdered(course), sections: sections)
    var outline: [UInt8] = []
    site.theme.courseOutline.render(model, into: &outline)
    return outline
  }

  /// Marks the link to `url` as the page that is shown.
  private static func mark(_ url: [UInt8], in outline: [UInt8]) -> [UInt8] {
    var link = [UInt8]("<a href=\"")
    link.append(escaping: url)
    link.append(UInt8(ascii: "\""))
    guard let start = outline.firstRange(of: link, from: 0)?.lowerBound else { return outline }
    var marked = outline
    marked.insert(contentsOf: [UInt8](" aria-current=\"page\""), at: start + 2)
    return marked
  }
}
