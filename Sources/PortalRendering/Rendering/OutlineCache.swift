import Bytes
import CourseModel
import Files
import Templates

/// A course's navigation, rendered once for the pages that share it.
///
/// In a long course only the lessons around a page are listed, so that a page's size does not grow with its
/// course.
struct OutlineCache {
  /// How many lessons a course lists in full; in longer ones, how many of a section are listed together.
  static let chunk = 40

  private var rendered: [Key: [UInt8]] = [:]

  private struct Key: Hashable {
    let section: Int
    let chunk: Int
  }

  /// The navigation of a page, with the page itself marked.
  mutating func outline(
    of course: Course, section: Int, chunk: Int, folder: RelativePath, site: PortalSite,
    marking output: RelativePath
  ) -> [UInt8] {
    let count = course.sections.reduce(0) { $0 + $1.lessons.count }
    let isLong = count > OutlineCache.chunk
    // All pages of a folder share the navigation; in a long course, those of a chunk.
    let key = isLong ? Key(section: section, chunk: chunk) : Key(section: section, chunk: 0)
    let outline =
      rendered[key]
      ?? OutlineCache.render(course, isLong ? key : nil, folder: folder, site: site)
    rendered[key] = outline
    return OutlineCache.mark(output.reference(from: folder), in: outline)
  }

  private static func render(
    _ course: Course, _ part: Key?, folder: RelativePath, site: PortalSite
  ) -> [UInt8] {
    let sections = course.sections.enumerated().compactMap { index, section in
      var lessons = section.lessons[...]
      if let part {
        let start = part.chunk * chunk
        lessons =
          index == part.section
          ? section.lessons[min(start, lessons.count)..<min(start + chunk, lessons.count)] : []
        if lessons.isEmpty, section.slug == nil { return CourseOutline.Section?.none }
      }
      return CourseOutline.Section(
        title: section.slug == nil ? nil : section.title,
        url: section.output.reference(from: folder),
        lessons: lessons.map { site.row($0, of: course, from: folder) })
    }
    let model = CourseOutline(
      strings: site.words(in: course.language), id: course.slug, title: course.title,
      url: course.output.reference(from: folder), isLong: part != nil,
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
