import Bytes
import CourseModel
import Entitlements
import Files

/// Makes the page on which buyers of a course read it.
struct ReaderRendering {
  let site: PortalSite
  let course: Course
  /// What the lessons are sealed with; `nil` where they lie open beside the page.
  let lock: Lock?

  /// A course's keys, and the portal's.
  struct Lock {
    let course: CourseSeal
    let portal: PortalSeal
  }

  /// The page; `get` is what leads to the shop.
  func page(trail: [TrailStep], get: [Action]) -> [UInt8] {
    let strings = site.words(in: course.language)
    let frame = site.frame(
      PageDescription(
        kind: .reader, output: course.reader, language: course.language, title: course.title,
        isListed: false, trail: trail, license: course.frontMatter.license))
    let model = ReaderPage(
      frame: frame, id: course.slug, title: course.title, subtitle: course.frontMatter.subtitle,
      price: site.priceTag(of: course, strings: strings), actions: get,
      landing: landing.reference(from: course.outputFolder), isSealed: lock != nil,
      isPreview: lock?.portal.isPreview == true,
      data: data, sections: sections)
    return site.theme.reader.rendered(model)
  }

  /// The page about the course; a packed course has none but the reader.
  private var landing: RelativePath { site.packed == nil ? course.output : course.reader }

  private var sections: [ReaderPage.Section] {
    course.sections.compactMap { section in
      let lessons = section.lessons.filter { !site.isScheduled($0) }
      if lessons.isEmpty { return nil }
      return ReaderPage.Section(
        title: section.slug == nil ? nil : section.title,
        lessons: lessons.map { lesson in
          let id = course.id(of: lesson)
          var row = site.row(lesson, of: course, from: course.outputFolder)
          // A packed course has no other page.
          if site.packed != nil { row.url = [UInt8]("#/") + Array(id.utf8) }
          return ReaderPage.Lesson(id: id, row: row)
        })
    }
  }

  private func url(_ path: RelativePath) -> JSONValue {
    .text(String(utf8: path.reference(from: course.outputFolder)))
  }

  private var lessons: JSONValue {
    let scripts = lock == nil ? course.outputFolder.appending("lessons") : course.sealedFolder
    let lessons = course.sections.flatMap { section in
      section.lessons.filter { !site.isScheduled($0) }.map { lesson -> JSONValue in
        let id = course.id(of: lesson)
        return [
          "id": .text(id), "title": .text(lesson.title),
          "section": section.slug == nil ? .null : .text(section.title),
          "file": url(scripts.appending(id + ".js")), "page": url(lesson.output),
          "open": .flag(course.isOpen(lesson)), "quiz": .flag(lesson.frontMatter.kind == .quiz),
          "optional": .flag(lesson.frontMatter.isOptional == true),
          "minutes": .number(lesson.minutes),
          "opens": site.openingNote(of: lesson, in: course.language).map(JSONValue.text),
        ]
      }
    }
    return .list(lessons)
  }

  /// What the reader's script needs to know.
  private var data: [UInt8] {
    let common: JSONValue = [
      "course": .text(course.slug), "landing": url(landing), "lessons": lessons,
      "packed": site.packed == nil ? nil : .flag(true),
      "home": site.packed == nil ? nil : site.portal.settings.url.map(JSONValue.text),
    ]
    var text: [UInt8] = []
    text.append(json: common.adding(lock.map(keys) ?? ["search": "lessons/search.js"]))
    return text
  }

  /// What opens the course.
  private func keys(of lock: Lock) -> JSONValue {
    let (seal, portalSeal) = (lock.course, lock.portal)
    return [
      "sealed": true, "author": .text(portalSeal.author.description),
      "portal": .text(site.portal.settings.id?.value ?? ""),
      "epoch": .number(seal.epoch),
      "root": .text(String(utf8: Base64.url.encoded(portalSeal.root.bytes))),
      "keyList": portalSeal.keyList.map { .text(String(utf8: $0)) } ?? .null,
      "revoked": .list(seal.revoked.map { .text($0.description) }),
      "preview": .flag(portalSeal.isPreview),
      "slots": seal.slots == nil ? .null : "sealed/slots.js", "search": "sealed/search.js",
      "checkout": site.checkout(of: course).map(JSONValue.text) ?? .null,
    ]
  }
}
