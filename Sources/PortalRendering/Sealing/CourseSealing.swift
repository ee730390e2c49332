import Bytes
import CourseModel
import Diagnostics
import Entitlements
import Files
import Templates

/// Seals the lessons of a course.
struct CourseSealing {
  let site: PortalSite
  let course: Course
  let seal: CourseSeal
  private let media: ClosedMedia

  init(_ course: Course, seal: CourseSeal, site: PortalSite) {
    self.site = site
    self.course = course
    self.seal = seal
    media = ClosedMedia(course, seal: seal, sources: site.portal.sources)
  }

  /// How many lessons are sealed at a time on one thread.
  static let chunk = 32

  /// Seals some lessons and hands on their scripts.
  func run(_ lessons: [Lesson], _ receive: PageReceiver) throws(FileError) -> RenderedPages {
    var rendered = RenderedPages()
    var sealed = SealedCourse()
    for lesson in lessons {
      let (fragment, text, words) = render(lesson)
      let id = course.id(of: lesson)
      let script = SealedScript(sealing: fragment, path: id, with: seal.contentKey).text
      if script.count > SealedScript.greatestSize { rendered.diagnostics.append(tooLarge(lesson)) }
      try receive(course.sealedFolder.appending(id + ".js"), .bytes(script))
      let title = lesson.closedTitle ?? lesson.title
      sealed.lessons.append(SealedCourse.Entry(id: id, title: title, words: text.words))
      if !course.isOpen(lesson) { keep(words, text, of: lesson, &sealed) }
      take(text, of: lesson, &rendered, &sealed)
    }
    rendered.sealed[course.slug] = sealed
    rendered.courseAssets[course.slug] = rendered.assets
    return rendered
  }

  private func take(
    _ text: PageText, of lesson: Lesson, _ rendered: inout RenderedPages,
    _ sealed: inout SealedCourse
  ) {
    // What there is to tell of an open lesson is told where it is open.
    if !site.isOpen(lesson, of: course) {
      rendered.diagnostics += text.diagnostics
      rendered.anchors += text.anchors
      rendered.ids[lesson.output, default: []] += text.ids
    }
    switch course.media {
    case .encrypted: sealed.media.formUnion(text.assets.map(\.source))
    case .unlisted: rendered.assets.formUnion(text.assets.map { media.unlisted($0.source) })
    case .open: rendered.assets.formUnion(text.assets)
    }
  }

  /// Notes what of a closed lesson nobody else may get.
  private func keep(
    _ words: ClosedWords, _ text: PageText, of lesson: Lesson, _ sealed: inout SealedCourse
  ) {
    sealed.closedLessons += 1
    sealed.words.merge(words)
    guard course.media != .open else {
      sealed.openMedia.formUnion(text.assets.map(\.source))
      return
    }
    for asset in text.assets where sealed.closedMedia[asset.source] == nil {
      let unlisted = course.media == .unlisted ? media.unlisted(asset.source).output : nil
      sealed.closedMedia[asset.source] = SealedCourse.MediaUse(
        lesson: lesson.file.path, unlisted: unlisted)
    }
  }

  private func tooLarge(_ lesson: Lesson) -> Diagnostic {
    Diagnostic(
      "lesson-size", .error, "the lesson is too long to be sealed",
      at: SourcePosition(path: lesson.file.path.text), help: "split it into several lessons")
  }

  /// What a reader shows of a lesson, and what of it is to be kept from everybody else.
  func render(_ lesson: Lesson) -> (html: [UInt8], text: PageText, words: ClosedWords) {
    let strings = site.words(in: course.language)
    let title = lesson.closedTitle ?? lesson.title
    var view = LessonView(id: course.id(of: lesson), title: title)
    view.duration = strings.duration(minutes: lesson.minutes)
    view.isPreview = lesson.frontMatter.isPreview == true
    view.isOptional = lesson.frontMatter.isOptional == true
    view.updated = site.updated(lesson.frontMatter.lastModified, strings: strings)
    view.completion = site.completion(of: lesson).rawValue
    view.discussionURL = course.frontMatter.discussionURL?.value
    var text = lesson.file.text(
      for: lesson.output, title: title, language: course.language, site: site
    ) { setting in
      site.prepare(&setting, for: lesson, of: course)
      setting.base = course.outputFolder
      setting.media = media
    }
    view.body = text.html
    LessonMedia(site: site, course: course, lesson: lesson, media: media).add(to: &view, &text)
    var words = ClosedWords()
    if !course.isOpen(lesson) {
      words.merge(ClosedWords(of: text.html, in: lesson.file.path))
      let spoken = [view.video?.transcript] + (view.video?.captions.map(\.text) ?? [])
      for part in spoken { words.merge(ClosedWords(of: part ?? [])) }
    }
    let model = SealedLesson(
      strings: strings, contents: TableOfContents(text.outline), lesson: view)
    var html: [UInt8] = []
    site.theme.sealedLesson.render(model, into: &html)
    return (SealedMarkup.exchangingAddresses(in: html), text, words)
  }
}

extension PortalSite {
  /// What a course is sealed with; `nil` for a free one.
  func seal(of course: Course) -> CourseSeal? {
    guard course.isSealed, let seal else { return nil }
    return Identifier(course.slug).flatMap { seal.courses[$0] }
  }

  /// The lessons that a course's buyers may read today.
  func sealedLessons(of course: Course) -> [Lesson] {
    course.lessons.filter { !isScheduled($0) }
  }

  /// The parts of the portal that are sealed, in a fixed order; to be made before all others.
  package var sealingBatches: [PageBatch] {
    portal.courses.flatMap { course -> [PageBatch] in
      guard let seal = seal(of: course) else { return [] }
      let lessons = sealedLessons(of: course)
      return stride(from: 0, to: lessons.count, by: CourseSealing.chunk).map { start in
        let part = Array(lessons[start...].prefix(CourseSealing.chunk))
        return PageBatch { receive throws(FileError) in
          try CourseSealing(course, seal: seal, site: self).run(part, receive)
        }
      }
    }
  }

  /// What belongs to sealed lessons: their words for the search, their files, the buyers' slots.
  package func batches(besidesSealed rendered: RenderedPages) -> [PageBatch] {
    portal.courses.flatMap { course -> [PageBatch] in
      guard let seal = seal(of: course), let sealed = rendered.sealed[course.slug] else {
        return []
      }
      let scripts = PageBatch { receive throws(FileError) in
        try sealSearch(sealed, of: course, seal, receive)
        if let slots = seal.slots {
          try receive(course.sealedFolder.appending("slots.js"), .bytes(slots.text))
        }
        return RenderedPages()
      }
      return [scripts]
        + sealed.media.sorted().map { source in
          PageBatch { receive throws(FileError) in
            try sealFile(source, of: course, seal, receive)
          }
        }
    }
  }

  /// How many bytes of words the search of one course holds, so that browsers can unpack it.
  private static let searchLimit = 16 << 20

  private func sealSearch(
    _ sealed: SealedCourse, of course: Course, _ seal: CourseSeal, _ receive: PageReceiver
  ) throws(FileError) {
    var json = [UInt8]("[")
    for (index, lesson) in sealed.lessons.enumerated() {
      if index > 0 { json.append(",") }
      json.append("{\"id\":")
      json.append(quoting: lesson.id.utf8)
      json.append(",\"title\":")
      json.append(quoting: lesson.title.utf8)
      json.append(",\"text\":")
      // A course as long as a library is found by its titles.
      let isFull = json.count + lesson.words.count > PortalSite.searchLimit
      json.append(quoting: isFull ? [] : lesson.words)
      json.append("}")
    }
    json.append("]")
    let script = SealedScript(sealing: json, path: "search", with: seal.contentKey)
    try receive(course.sealedFolder.appending("search.js"), .bytes(script.text))
  }

  /// Seals a file part by part, so that a film never stands in memory.
  private func sealFile(
    _ source: RelativePath, of course: Course, _ seal: CourseSeal, _ receive: PageReceiver
  ) throws(FileError) -> RenderedPages {
    var rendered = RenderedPages()
    guard let original = portal.sources[source] else { return rendered }
    let content = try withoutMetadata(original, at: source, &rendered.diagnostics)
    let name = seal.name(of: source.text)
    let parts = ClosedMedia.parts(of: original.size)
    for part in 0..<parts {
      let range = (content.size * part / parts)..<(content.size * (part + 1) / parts)
      let script = SealedScript(
        sealing: try content.read(range), path: "media/\(name)/\(part + 1)", with: seal.contentKey)
      try receive(
        course.sealedFolder.appending("media/\(name).\(part + 1).js"), .bytes(script.text))
    }
    return rendered
  }
}
