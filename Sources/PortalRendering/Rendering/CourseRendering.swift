import Bytes
import CourseModel
import Diagnostics
import Files
import Templates

/// Makes the pages of one course.
struct CourseRendering {
  let site: PortalSite
  let course: Course
  private let strings: UIStrings
  /// All lessons with their sections and their places in them, in order.
  private let lessons: [(lesson: Lesson, section: Int, place: Int)]
  private let order: LearningOrder
  private let image: SharedImage?
  private let counterparts: CourseCounterparts
  private var outlines: OutlineCache
  private var frames = FrameCache()
  private var rendered = RenderedPages()
  private var search: IndexWriter
  /// One buffer for all pages.
  private var page: [UInt8] = []

  init(_ course: Course, site: PortalSite) {
    self.course = course
    self.site = site
    strings = site.words(in: course.language)
    lessons = course.sections.enumerated().flatMap { index, section in
      section.lessons.enumerated().map { ($1, index, $0) }
    }
    search = IndexWriter(language: course.language, part: course.outputFolder)
    order = LearningOrder(of: course, on: site.portal.today)
    image = site.sharedImage(of: course)
    outlines = OutlineCache(of: course, site: site)
    counterparts = CourseCounterparts(of: course, site: site)
  }

  /// Makes all pages.
  mutating func run(_ receive: PageReceiver) throws(FileError) -> RenderedPages {
    try renderCourse(receive)
    for index in course.sections.indices where course.sections[index].slug != nil {
      try renderSection(index, receive)
    }
    for index in lessons.indices { try renderLesson(index, receive) }
    try renderReader(receive)
    try receive(
      course.outputFolder.appending("clevio-course.js"),
      .bytes(site.courseMap(of: course, order)))
    if isListed {
      rendered.search[course.language.text] = [try search.finish(receive)]
    }
    rendered.courseAssets[course.slug] = rendered.assets
    return rendered
  }

  private var isListed: Bool { course.visibility.isListed }

  /// Whether the pages that lessons are read on run scripts of services: those of a course that was paid for
  /// never do.
  private var runsServices: Bool { course.price.isFree }

  private mutating func emit<Model>(
    _ template: Template<Model>, _ model: Model, at output: RelativePath, _ receive: PageReceiver
  ) throws(FileError) {
    page.removeAll(keepingCapacity: true)
    template.render(model, into: &page)
    try receive(output, .bytes(page))
  }

  private func trail(_ steps: [TrailStep]) -> [TrailStep] {
    site.trail([(course.title, course.output)] + steps, in: course.language)
  }

  // MARK: Landing page

  private mutating func renderCourse(_ receive: PageReceiver) throws(FileError) {
    var text = PageText()
    if let file = course.landingPage {
      text = file.text(
        for: course.output, title: course.title, language: course.language, site: site
      ) {
        $0.reservedIDs = ["main", "outcomes", "contents"]
        $0.gate.runsServices = true
      }
      rendered.take(text, on: course.output)
    }
    rendered.ids[course.output, default: PlaceNames()]
      .append([[UInt8]("outcomes"), [UInt8]("contents")])
    if let cover = site.coverAsset(of: course) {
      rendered.assets.insert(cover)
    } else {
      let art = CoverArt(name: course.slug, accent: site.accent)
      try receive(site.generatedCover(of: course), .bytes(art.svg()))
    }
    let description = course.frontMatter.description ?? course.frontMatter.subtitle ?? text.summary
    let frame = frames.frame(
      of: PageDescription(
        kind: .course, output: course.output, language: course.language, title: course.title,
        description: description, isListed: isListed,
        translations: site.translations(of: course).map { ($0.language, $0.output) },
        trail: trail([]), image: image,
        feed: site.machines.feedOutput(of: course),
        jsonLD: site.jsonLD(for: course, description: description, trail: trail([])),
        services: text.services, license: course.frontMatter.license), site: site)
    let model = CoursePage(frame: frame, course: view(of: text))
    try emit(site.theme.course, model, at: course.output, receive)
    if let certificate = course.certificate {
      let page = CertificateRendering(site: site, course: course)
        .page(
          at: certificate, course: model.course, trail: trail([]),
          counterparts: counterparts.pages(ofCertificate: certificate))
      try receive(certificate, .bytes(page))
    }
    if isListed {
      // A summary that was made of the text is in the text already.
      let own = course.frontMatter.description ?? course.frontMatter.subtitle ?? ""
      let description = [UInt8](own.utf8) + [UInt8(ascii: "\n")]
      try search.add(
        SearchDocument(
          title: course.title, url: course.output, courseTitle: "",
          words: description + text.words,
          headings: text.headings.map {
            $0.lowerBound + description.count..<$0.upperBound + description.count
          }), receive)
    }
  }

  private func view(of text: PageText) -> CourseView {
    let folder = course.outputFolder
    let matter = course.frontMatter
    let people = site.authors(of: course)
    let minutes = lessons.reduce(0) { $0 + $1.lesson.minutes }
    let named = course.sections.count { $0.slug != nil }
    var view = CourseView(
      id: course.slug, title: course.title, subtitle: matter.subtitle,
      level: matter.level.map { strings.text($0.rawValue) },
      duration: strings.duration(minutes: minutes),
      lessonCount: strings.plural("lessons", lessons.count),
      sectionCount: named > 1 ? strings.plural("sections", named) : nil,
      language: site.name(of: course.language),
      byline: people.isEmpty
        ? nil : strings.text("written_by", ["names": strings.list(people.map(\.name))]),
      cover: site.cover(of: course, from: folder))
    view.price = site.priceTag(of: course, strings: strings)
    view.actions = actions(from: folder)
    if let until = matter.sale?.until?.value, view.price?.before != nil, let tag = view.price {
      view.offerNote = strings.text(
        "price_until", ["price": tag.text, "date": strings.date(until)])
    }
    view.outcomes = matter.outcomes.map(site.inline)
    view.requirements = matter.requirements.map(site.inline)
    view.audience = matter.audience.map(site.inline)
    view.prerequisites = matter.prerequisites.compactMap { name in
      guard let other = site.course(named: name.value) else {
        return OptionalLink(title: name.value)
      }
      guard other.visibility.isListed || !isListed else { return nil }
      return OptionalLink(
        id: other.slug, title: other.title, url: other.output.reference(from: folder),
        language: other.language == course.language ? nil : other.language.text)
    }
    view.authors = people.map { site.person($0, from: folder) }
    view.body = text.html.isEmpty ? nil : text.html
    view.titleID = text.titleID
    view.sections = course.sections.map { sectionView($0, from: folder) }
    if isListed {
      view.tags = matter.tags.reduce(into: []) { links, tag in
        guard let link = site.facetLink(.tag, tag, course, from: folder) else { return }
        if !links.contains(where: { $0.url == link.url }) { links.append(link) }
      }
      view.shares = site.shareLinks(
        for: course.output, title: course.title, strings: strings)
    }
    view.translations = site.translations(of: course).filter { $0.slug != course.slug }.map {
      LanguageLink(
        name: site.name(of: $0.language), language: $0.language.text,
        url: $0.output.reference(from: folder))
    }
    view.updated = site.updated(matter.lastModified ?? matter.date, strings: strings)
    view.license = matter.license.map { License($0, strings: strings) }
    view.version = matter.version
    view.discussionURL = matter.discussionURL?.value
    view.isOrdered = site.isOrdered(course)
    view.certificate = course.certificate?.reference(from: folder)
    return view
  }

  private func sectionView(_ section: Section, from folder: RelativePath) -> SectionView {
    let minutes = section.lessons.reduce(0) { $0 + $1.minutes }
    return SectionView(
      title: section.slug == nil ? nil : section.title, url: section.output.reference(from: folder),
      duration: minutes > 0 ? strings.duration(minutes: minutes) : nil,
      lessons: section.lessons.map { site.row($0, of: course, from: folder) })
  }

  /// What can be done with the course: begin it, or get it first.
  private func actions(from folder: RelativePath) -> [Action] {
    var actions: [Action] = []
    if let checkout = site.checkout(of: course) {
      actions.append(
        Action(
          kind: "get", title: strings.text("get_course"), url: Array(checkout.utf8),
          isPrimary: true, isExternal: true))
    }
    if site.seal(of: course) != nil {
      actions.append(
        Action(
          kind: "licence", title: strings.text("have_licence"),
          url: course.reader.reference(from: folder)))
    }
    if let first = lessons.first(where: { site.isOpen($0.lesson, of: course) })?.lesson {
      actions.append(
        Action(
          kind: "start", title: strings.text(course.price.isFree ? "start" : "preview"),
          url: first.output.reference(from: folder), isPrimary: actions.isEmpty))
    }
    return actions
  }

  // MARK: Sections

  private mutating func renderSection(_ index: Int, _ receive: PageReceiver) throws(FileError) {
    let section = course.sections[index]
    var text = PageText()
    if let file = section.introduction {
      text = file.text(
        for: section.output, title: section.title, language: section.language ?? course.language,
        site: site
      ) { $0.gate.runsServices = runsServices }
      rendered.take(text, on: section.output)
    }
    let folder = section.output.parent
    let frame = frames.frame(
      of: PageDescription(
        kind: .section, output: section.output, language: course.language,
        title: "\(section.title) · \(course.title)",
        description: section.description ?? text.summary, isListed: isListed,
        counterparts: counterparts.pages(ofSection: index),
        trail: trail([(section.title, section.output)]), image: image,
        runsServices: runsServices, services: text.services,
        license: course.frontMatter.license), site: site)
    let minutes = section.lessons.reduce(0) { $0 + $1.minutes }
    let model = SectionPage(
      frame: frame, outline: outlines.outline(marking: section.output, section: index),
      courseID: course.slug, contents: TableOfContents(text.outline, language: section.language),
      pager: pager(next: section.lessons.first, from: folder), title: section.title,
      titleID: text.titleID, language: section.language, body: text.html.isEmpty ? nil : text.html,
      lessonCount: strings.plural("lessons", section.lessons.count),
      duration: minutes > 0 ? strings.duration(minutes: minutes) : nil,
      lessons: section.lessons.map { site.row($0, of: course, from: folder) })
    try emit(site.theme.section, model, at: section.output, receive)
    if isListed, !text.words.isEmpty {
      try search.add(
        SearchDocument(
          title: section.title, url: section.output, courseTitle: course.title,
          words: text.words, headings: text.headings), receive)
    }
  }

  private func pager(
    previous: Lesson? = nil, next: Lesson?, from folder: RelativePath
  ) -> Pager {
    func link(_ lesson: Lesson?) -> NamedLink? {
      lesson.map { NamedLink(title: $0.title, url: $0.output.reference(from: folder)) }
    }
    return Pager(previous: link(previous), next: link(next))
  }

  // MARK: Lessons

  private mutating func renderLesson(_ index: Int, _ receive: PageReceiver) throws(FileError) {
    let (lesson, sectionIndex, place) = lessons[index]
    let section = course.sections[sectionIndex]
    let folder = lesson.output.parent
    let isOpen = site.isOpen(lesson, of: course)
    var view = LessonView(id: course.id(of: lesson), title: lesson.title)
    view.language = site.ownLanguage(of: lesson, in: course)
    view.duration = strings.duration(minutes: lesson.minutes)
    view.isPreview = !course.price.isFree && lesson.frontMatter.isPreview == true
    view.isOptional = lesson.frontMatter.isOptional == true
    view.updated = site.updated(lesson.frontMatter.lastModified, strings: strings)
    var text = PageText()
    if isOpen {
      text = lesson.file.text(
        for: lesson.output, title: lesson.title, language: course.language(of: lesson), site: site
      ) {
        site.prepare(&$0, for: lesson, of: course)
        $0.gate.runsServices = runsServices
      }
      view.titleID = text.titleID
      view.body = text.html
      view.completion = site.completion(of: lesson).rawValue
      // What a visitor reads of a paid course is not all of it, so nothing there waits for the rest.
      if course.price.isFree {
        view.order = site.orderNotice(for: lesson, of: course, order, from: folder)
      }
      text.diagnostics += site.quizMistakes(of: lesson, text)
      view.discussionURL = course.frontMatter.discussionURL?.value
      LessonMedia(site: site, course: course, lesson: lesson).add(to: &view, &text)
      rendered.take(text, on: lesson.output)
    } else if course.isOpen(lesson) {
      view.scheduled = scheduledNotice(lesson)
    } else {
      view.locked = lockedNotice(lesson, from: folder)
    }
    // Until its day nothing of a lesson is told but its title.
    let description =
      view.scheduled == nil ? lesson.frontMatter.description ?? text.summary : nil
    let steps = section.slug == nil ? [] : [(section.title, section.output)]
    let trail = trail(steps + [(lesson.title, lesson.output)])
    let frame = frames.frame(
      of: PageDescription(
        kind: .lesson, output: lesson.output, language: course.language,
        title: "\(lesson.title) · \(course.title)", description: description,
        isListed: isListed && view.scheduled == nil,
        counterparts: counterparts.pages(of: lesson, section: sectionIndex, place: place),
        trail: trail, image: image, jsonLD: isListed ? site.jsonLD(for: trail) : nil,
        runsServices: runsServices, services: text.services, license: course.frontMatter.license),
      site: site)
    let neighbours = pager(
      previous: index > 0 ? lessons[index - 1].lesson : nil,
      next: index + 1 < lessons.count ? lessons[index + 1].lesson : nil, from: folder)
    let model = LessonPage(
      frame: frame,
      outline: outlines.outline(marking: lesson.output, section: sectionIndex, place: place),
      course: LessonCourse(course, from: folder),
      contents: TableOfContents(text.outline, language: view.language),
      pager: neighbours, lesson: view)
    try emit(site.theme.lesson, model, at: lesson.output, receive)
    if isListed {
      try search.add(
        SearchDocument(
          title: lesson.title, url: lesson.output, courseTitle: course.title,
          words: isOpen ? text.words : [], headings: isOpen ? text.headings : []), receive)
    }
  }

  private func scheduledNotice(_ lesson: Lesson) -> Updated? {
    guard case .from(let date)? = lesson.frontMatter.available else { return nil }
    return Updated(
      text: strings.text("opens_on", ["date": strings.date(date)]), date: date.isoText)
  }

  private func lockedNotice(_ lesson: Lesson, from folder: RelativePath) -> LockedNotice {
    var actions = actions(from: folder).filter { $0.kind == "get" }
    if actions.isEmpty {
      actions = [
        Action(
          kind: "course", title: course.title, url: course.output.reference(from: folder),
          isPrimary: true)
      ]
    }
    var notice = LockedNotice(
      summary: lesson.frontMatter.description,
      text: strings.text("locked_text", ["course": course.title]),
      price: site.priceTag(of: course, strings: strings), actions: actions)
    if site.seal(of: course) != nil, !site.isScheduled(lesson) {
      notice.readerURL = course.reader.reference(from: folder) + [UInt8]("#/")
      notice.readerURL?.append(percentEncoding: course.id(of: lesson).utf8)
    }
    return notice
  }

  // MARK: Reader

  private mutating func renderReader(_ receive: PageReceiver) throws(FileError) {
    guard let lock = site.lock(of: course) else { return }
    let rendering = ReaderRendering(site: site, course: course, lock: lock)
    let page = rendering.page(
      trail: trail([]), get: actions(from: course.outputFolder).filter { $0.kind == "get" })
    rendered.ids[course.reader] = PlaceNames(
      site.sealedLessons(of: course).map { Array("/\(course.id(of: $0))".utf8) })
    try receive(course.reader, .bytes(page))
  }
}
