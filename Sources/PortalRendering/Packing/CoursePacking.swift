import Bytes
package import CourseModel
package import Diagnostics
package import Files

/// Makes a copy of one course that is read from a disk: its reader, all of its lessons, and what they need.
///
/// Browsers that keep storage for each file apart see one page only, so progress and search work in all.
package struct CoursePacking: Sendable {
  private let site: PortalSite
  private let course: Course

  /// Prepares the copy of a course of a site that is made for it (``PortalSite/packed``).
  package init(_ course: Course, site: PortalSite) {
    self.course = course
    self.site = site
  }

  /// The folder of the lessons of a course that is not sealed.
  private var folder: RelativePath { course.outputFolder.appending("lessons") }

  /// Where the script lies that opens a sealed course for a buyer.
  package var entitlement: RelativePath { course.outputFolder.appending("entitlement.js") }

  /// Makes all files, and tells what is wrong with the course.
  ///
  /// The course's pages are not in the copy, but what keeps them from being published keeps the copy from being made:
  /// mistakes that only they have, and words of closed lessons that stand there.
  package func run(_ receive: PageReceiver) throws(FileError) -> [Diagnostic] {
    var rendered = RenderedPages()
    for batch in site.sealingBatches(of: course) { rendered.merge(try batch.run(receive)) }
    for batch in site.batches(of: course, besidesSealed: rendered) {
      rendered.merge(try batch.run(receive))
    }
    // What was made until here is sealed; all the rest goes through the gate.
    let gate = LeakGate(site, rendered)
    let pages = try site.batch(of: course).run { path, content throws(FileError) in
      try gate?.look(at: content, path)
    }
    rendered.diagnostics += pages.diagnostics
    try makeOpenFiles(&rendered) { path, content throws(FileError) in
      try gate?.look(at: content, path)
      try receive(path, content)
    }
    return rendered.diagnostics + (try gate?.findings(rendered) ?? [])
  }

  /// Makes what is read without a licence.
  private func makeOpenFiles(
    _ rendered: inout RenderedPages, _ receive: PageReceiver
  ) throws(FileError) {
    if site.seal(of: course) == nil { try renderLessons(&rendered, receive) }
    rendered.merge(try PolicyRendering(site: site, language: language).run(receive))
    try receive(course.reader, .bytes(reader))
    try receive(
      course.outputFolder.appending("clevio-course.js"),
      .bytes(site.courseMap(of: course, LearningOrder(of: course, on: site.portal.today))))
    try renderEntrances(receive)
    if let logo = site.logoAsset { rendered.assets.insert(logo) }
    if let icon = site.iconAsset { rendered.assets.insert(icon) }
    try site.finishFiles(rendered, receive, &rendered.diagnostics)
  }

  private var language: LanguageTag { site.interface(for: course.language) }

  private var reader: [UInt8] {
    ReaderRendering(site: site, course: course, lock: site.lock(of: course)).page(
      trail: [], get: [])
  }

  // MARK: Lessons

  private func renderLessons(
    _ rendered: inout RenderedPages, _ receive: PageReceiver
  ) throws(FileError) {
    var entries: [SealedCourse.Entry] = []
    for lesson in site.sealedLessons(of: course) {
      let fragment = LessonFragment(lesson, of: course, site: site)
      rendered.take(fragment.text, on: lesson.output)
      let id = course.id(of: lesson)
      try receive(
        folder.appending(id + ".js"), .bytes(script(path: id, content: fragment.html)))
      entries.append(
        SealedCourse.Entry(id: id, title: lesson.title, words: fragment.text.words))
    }
    try receive(
      folder.appending("search.js"),
      .bytes(script(path: "search", content: SealedCourse.searchText(of: entries))))
  }

  /// A script that hands over a text, because pages may not fetch from a disk.
  private func script(path: String, content: [UInt8]) -> [UInt8] {
    var script = [UInt8]("clevioPlain(")
    script.append(scriptString: course.slug.utf8)
    script.append(",")
    script.append(scriptString: path.utf8)
    script.append(",")
    script.append(scriptString: content)
    script.append(");\n")
    return script
  }

  // MARK: Entrances

  /// Where the copy is opened, and where its pages find the way back: both lead to the reader.
  private func renderEntrances(_ receive: PageReceiver) throws(FileError) {
    for output in Set([RelativePath("index.html"), site.catalogue(in: language)]).sorted() {
      let frame = site.frame(
        PageDescription(
          kind: .redirect, output: output, language: course.language, title: course.title,
          isListed: false))
      let url = course.reader.reference(from: output.parent)
      let page = RedirectPage(frame: frame, url: url, canonical: nil)
      try receive(output, .bytes(site.theme.redirect.rendered(page)))
    }
  }
}

extension PageFrame {
  /// The frame without the ways to what is not in a copy of one course.
  var withinPackedCourse: PageFrame {
    var frame = self
    frame.page.canonical = nil
    frame.page.openGraph = []
    frame.page.alternates = []
    frame.page.feeds = []
    frame.page.languages = []
    frame.page.breadcrumbs = []
    frame.header.links = []
    frame.header.searchURL = nil
    // A copy loads nothing from elsewhere by itself, whatever the portal may.
    frame.consent.runsServices = false
    frame.consent.tags = []
    return frame
  }
}
