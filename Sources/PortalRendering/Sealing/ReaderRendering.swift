import Bytes
import CourseModel
import Entitlements
import Files
import Templates

/// Makes the page on which buyers of a course read it.
struct ReaderRendering {
  let site: PortalSite
  let course: Course
  let seal: CourseSeal
  let portalSeal: PortalSeal

  /// The page; `get` is what leads to the shop.
  func page(trail: [(title: String, output: RelativePath)], get: [Action]) -> [UInt8] {
    let strings = site.words(in: course.language)
    let frame = site.frame(
      PageDescription(
        kind: "reader", output: course.reader, language: course.language, title: course.title,
        isListed: false, trail: trail))
    let model = ReaderPage(
      frame: frame, id: course.slug, title: course.title, subtitle: course.frontMatter.subtitle,
      price: site.priceTag(of: course, strings: strings), actions: get,
      landing: course.output.reference(from: course.outputFolder), isPreview: portalSeal.isPreview,
      data: data, sections: sections)
    var page: [UInt8] = []
    site.theme.reader.render(model, into: &page)
    return page
  }

  private var sections: [ReaderPage.Section] {
    course.sections.compactMap { section in
      let lessons = section.lessons.filter { !site.isScheduled($0) }
      if lessons.isEmpty { return nil }
      return ReaderPage.Section(
        title: section.slug == nil ? nil : section.title,
        lessons: lessons.map { lesson in
          ReaderPage.Lesson(
            id: course.id(of: lesson), row: site.row(lesson, of: course, from: course.outputFolder))
        })
    }
  }

  /// What the reader's script needs to know.
  private var data: [UInt8] {
    let folder = course.outputFolder
    func url(_ path: RelativePath) -> JSONValue {
      .text(String(utf8: path.reference(from: folder)))
    }
    let lessons = course.sections.flatMap { section in
      section.lessons.filter { !site.isScheduled($0) }.map { lesson -> JSONValue in
        let id = course.id(of: lesson)
        return [
          "id": .text(id), "title": .text(lesson.title),
          "section": section.slug == nil ? .null : .text(section.title),
          "file": url(course.sealedFolder.appending(id + ".js")), "page": url(lesson.output),
          "open": .flag(course.isOpen(lesson)), "quiz": .flag(lesson.frontMatter.kind == .quiz),
          "optional": .flag(lesson.frontMatter.isOptional == true),
          "minutes": .number(lesson.minutes),
        ]
      }
    }
    let value: JSONValue = [
      "author": .text(portalSeal.author.description),
      "portal": .text(site.portal.settings.id?.value ?? ""), "course": .text(course.slug),
      "epoch": .number(seal.epoch),
      "root": .text(String(utf8: Base64.url.encoded(portalSeal.root.bytes))),
      "keyList": portalSeal.keyList.map { .text(String(utf8: $0)) } ?? .null,
      "revoked": .list(seal.revoked.map { .text($0.description) }),
      "preview": .flag(portalSeal.isPreview),
      "slots": seal.slots == nil ? .null : "sealed/slots.js", "search": "sealed/search.js",
      "checkout": site.checkout(of: course).map(JSONValue.text) ?? .null,
      "landing": url(course.output), "lessons": .list(lessons),
    ]
    var text: [UInt8] = []
    text.append(json: value)
    return text
  }
}
