import CourseModel
import Diagnostics
import Entitlements
import Files

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
      if let finding = CourseSealing.finding(on: lesson, scriptSize: script.count) {
        rendered.diagnostics.append(finding)
      }
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
    rendered.services.formUnion(text.services)
    // What there is to tell of an open lesson is told where it is open.
    if !site.isOpen(lesson, of: course) {
      rendered.diagnostics += text.diagnostics
      rendered.anchors += text.anchors
      rendered.ids[lesson.output, default: PlaceNames()].append(text.ids)
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

  /// What is wrong with a lesson whose script has so many bytes: readers refuse one that is too large.
  static func finding(on lesson: Lesson, scriptSize: Int) -> Diagnostic? {
    guard scriptSize > SealedScript.greatestSize else { return nil }
    return Diagnostic(
      "lesson-size", .error, "the lesson is too long to be sealed",
      at: SourcePosition(path: lesson.file.path.text), help: "split it into several lessons")
  }

  /// What a reader shows of a lesson, and what of it is to be kept from everybody else.
  func render(_ lesson: Lesson) -> (html: [UInt8], text: PageText, words: ClosedWords) {
    let fragment = LessonFragment(lesson, of: course, site: site, media: media)
    var words = ClosedWords()
    if !course.isOpen(lesson) {
      words.merge(ClosedWords(of: fragment.text.html, in: lesson.file.path))
      let video = fragment.video
      words.merge(ClosedWords(of: video?.transcript ?? []))
      for captions in video?.captions ?? [] {
        words.merge(ClosedWords(of: CaptionCues.only(in: captions.text ?? [])))
      }
    }
    return (SealedMarkup.exchangingAddresses(in: fragment.html), fragment.text, words)
  }
}

extension PortalSite {
  /// What a course is sealed with; `nil` for a free one.
  func seal(of course: Course) -> CourseSeal? {
    guard course.isSealed, let seal else { return nil }
    return Identifier(course.slug).flatMap { seal.courses[$0] }
  }

  /// What a reader of a course opens its lessons with; `nil` for a free one.
  func lock(of course: Course) -> ReaderRendering.Lock? {
    guard let seal, let own = self.seal(of: course) else { return nil }
    return ReaderRendering.Lock(course: own, portal: seal)
  }

  /// The lessons that a course's buyers may read today.
  func sealedLessons(of course: Course) -> [Lesson] {
    course.lessons.filter { !isScheduled($0) }
  }

  /// The parts of the portal that are sealed, in a fixed order; to be made before all others.
  package var sealingBatches: [PageBatch] { portal.courses.flatMap(sealingBatches) }

  /// The parts of a course that are sealed.
  func sealingBatches(of course: Course) -> [PageBatch] {
    guard let seal = seal(of: course) else { return [] }
    let lessons = sealedLessons(of: course)
    return stride(from: 0, to: lessons.count, by: CourseSealing.chunk).map { start in
      let part = Array(lessons[start...].prefix(CourseSealing.chunk))
      return PageBatch { receive throws(FileError) in
        try CourseSealing(course, seal: seal, site: self).run(part, receive)
      }
    }
  }

  /// What belongs to sealed lessons: their words for the search, their files, the buyers' slots.
  package func batches(besidesSealed rendered: RenderedPages) -> [PageBatch] {
    portal.courses.flatMap { batches(of: $0, besidesSealed: rendered) }
  }

  /// What belongs to the sealed lessons of a course.
  func batches(of course: Course, besidesSealed rendered: RenderedPages) -> [PageBatch] {
    guard let seal = seal(of: course), let sealed = rendered.sealed[course.slug] else { return [] }
    let scripts = PageBatch { receive throws(FileError) in
      let words = SealedScript(
        sealing: SealedCourse.searchText(of: sealed.lessons), path: "search", with: seal.contentKey)
      try receive(course.sealedFolder.appending("search.js"), .bytes(words.text))
      if let slots = seal.slots {
        try receive(course.sealedFolder.appending("slots.js"), .bytes(slots.text))
      }
      return RenderedPages()
    }
    return [scripts]
      + sealed.media.sorted().map { source in
        PageBatch { [self] receive throws(FileError) in
          try sealFile(source, of: course, seal, receive)
        }
      }
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
