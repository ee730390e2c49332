import CourseModel
import Files

extension PublicPortal {
  /// How many entries a feed has at most.
  private static let feedLimit = 50

  /// Where a course's feed is written, if there is one.
  func feedOutput(of course: Course) -> RelativePath? {
    let output = course.outputFolder.appending("feed.xml")
    guard course.visibility.isListed, setting.absolute(output) != nil,
      course.lessons.contains(where: { changed($0, in: course) != nil })
    else { return nil }
    return output
  }

  /// The day of a lesson's last change, else of its course's; `nil` for what is yet to open.
  private func changed(_ lesson: Lesson, in course: Course) -> CalendarDate? {
    opening(of: lesson) == nil ? lesson.changed ?? course.changed : nil
  }

  private var publisher: String {
    let settings = portal.settings
    let name = settings.operatorName ?? settings.title
    return name.isEmpty ? "Courses" : name
  }

  /// `feed.xml` with new and changed courses.
  ///
  /// Dates are the authors' own: what has none is left out, and so is a feed without entries.
  var portalFeed: (RelativePath, [UInt8])? {
    let output = RelativePath("feed.xml")
    guard let url = setting.absolute(output),
      let page = setting.absolute(RelativePath("index.html"))
    else { return nil }
    let entries = courses.compactMap { course -> AtomFeed.Entry? in
      guard let updated = course.changed, let url = setting.absolute(course.output) else {
        return nil
      }
      let matter = course.frontMatter
      return AtomFeed.Entry(
        title: course.title, url: url, updated: updated, published: matter.date,
        summary: course.summary, language: course.language,
        authors: authors(of: course).map(\.name),
        categories: (matter.category.map { [$0] } ?? []) + matter.tags)
    }
    let feed = AtomFeed(
      title: portal.settings.title.isEmpty ? publisher : portal.settings.title,
      subtitle: portal.settings.tagline, url: url, page: page,
      language: portal.settings.language, author: publisher, generator: setting.generator,
      entries: newest(entries))
    return feed.bytes.map { (output, $0) }
  }

  /// The feed in a course's folder, with its lessons.
  func feed(of course: Course) -> (RelativePath, [UInt8])? {
    let output = course.outputFolder.appending("feed.xml")
    guard let url = setting.absolute(output), let page = setting.absolute(course.output) else {
      return nil
    }
    let entries = course.lessons.compactMap { lesson -> AtomFeed.Entry? in
      guard let updated = changed(lesson, in: course), let url = setting.absolute(lesson.output)
      else { return nil }
      return AtomFeed.Entry(
        title: lesson.title, url: url, updated: updated, published: nil,
        summary: course.isOpen(lesson) && opening(of: lesson) == nil
          ? lesson.frontMatter.description : nil, language: lesson.frontMatter.language)
    }
    let names = authors(of: course).map(\.name)
    let feed = AtomFeed(
      title: course.title, subtitle: course.frontMatter.subtitle, url: url, page: page,
      language: course.language, author: names.first ?? publisher, generator: setting.generator,
      entries: newest(Array(entries)))
    return feed.bytes.map { (output, $0) }
  }

  /// The newest entries first; those of one day in their order.
  private func newest(_ entries: [AtomFeed.Entry]) -> [AtomFeed.Entry] {
    let ordered = entries.enumerated().sorted { left, right in
      left.element.updated == right.element.updated
        ? left.offset < right.offset : left.element.updated > right.element.updated
    }
    return ordered.prefix(Self.feedLimit).map(\.element)
  }
}
