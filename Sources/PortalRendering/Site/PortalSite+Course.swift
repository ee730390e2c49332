import Bytes
import CourseModel
import Files

extension PortalSite {
  /// A lesson as it stands in a list of contents of a page in `folder`.
  func row(_ lesson: Lesson, of course: Course, from folder: RelativePath) -> LessonRow {
    let strings = words(in: course.language)
    let isPaid = !course.price.isFree
    var row = LessonRow(
      title: lesson.title, url: lesson.output.reference(from: folder),
      duration: strings.duration(minutes: lesson.minutes))
    row.isPreview = isPaid && lesson.frontMatter.isPreview == true
    row.isOptional = lesson.frontMatter.isOptional == true
    row.isQuiz = lesson.frontMatter.kind == .quiz
    row.isLocked = !course.isOpen(lesson)
    row.language = ownLanguage(of: lesson, in: course)
    if isScheduled(lesson), case .from(let date)? = lesson.frontMatter.available {
      row.opens = strings.text("opens_on", ["date": strings.date(date)])
    }
    return row
  }

  /// The language of a lesson's title, where it is not its course's.
  func ownLanguage(of lesson: Lesson, in course: Course) -> LanguageTag? {
    // A number in place of a title is told in the words of the course.
    let language = lesson.number == nil ? course.language(of: lesson) : course.language
    return language == course.language ? nil : language
  }

  /// What a course costs today, in words; `nil` where the portal sells nothing.
  func priceTag(of course: Course, strings: UIStrings) -> PriceTag? {
    guard hasPaidCourses else { return nil }
    let offer = course.offer(on: portal.today)
    return PriceTag(
      text: strings.price(offer.price), before: offer.regular.map(strings.price),
      until: offer.until.map { "\($0.isoText)T23:59:59Z" })
  }

  /// Where a paid course is bought.
  func checkout(of course: Course) -> String? {
    course.price.isFree
      ? nil : course.frontMatter.checkoutURL?.value ?? portal.settings.checkoutURL?.value
  }

  /// The picture of a course: its own, or a generated one.
  func cover(of course: Course, from folder: RelativePath) -> Picture {
    guard let asset = coverAsset(of: course) else {
      return Picture(
        url: generatedCover(of: course).reference(from: folder), width: CoverArt.width,
        height: CoverArt.height)
    }
    let size = images.size(of: asset.source) ?? (CoverArt.width, CoverArt.height)
    return Picture(
      url: asset.output.reference(from: folder),
      alternative: course.frontMatter.coverAlternative ?? "", width: size.width, height: size.height
    )
  }

  /// An author's own cover.
  func coverAsset(of course: Course) -> Asset? {
    guard let cover = course.frontMatter.cover, let source = course.folder.resolving(cover.value)
    else { return nil }
    resolver.reach?.note(source)
    guard isPublishable(source) else { return nil }
    return Asset(source: source, output: resolver.output(of: source))
  }

  /// What stands for a course, and for each of its lessons, where a link is shared; networks show no SVG.
  func sharedImage(of course: Course) -> SharedImage? {
    guard let cover = coverAsset(of: course), cover.output.fileExtension != "svg" else {
      return nil
    }
    return SharedImage(
      output: cover.output, alternative: course.frontMatter.coverAlternative)
  }

  /// Where a course's generated cover is written, out of the way of an author's file.
  func generatedCover(of course: Course) -> RelativePath {
    let isTaken = portal.sources[course.folder.appending("cover.svg")] != nil
    return course.outputFolder.appending(isTaken ? "cover-1.svg" : "cover.svg")
  }

  /// Courses in the order of a list in a language: those in it first, and else as they were.
  func ordered(_ courses: [Course], for language: LanguageTag) -> [Course] {
    let primary = language.primary
    return courses.filter { $0.language.primary == primary }
      + courses.filter { $0.language.primary != primary }
  }

  /// A course as it stands in a list on a page in `folder`.
  func card(
    _ course: Course, from folder: RelativePath, language: LanguageTag, isEager: Bool
  ) -> CourseCard {
    let strings = words(in: language)
    let lessons = Array(course.lessons)
    var card = CourseCard(
      id: course.slug, url: course.output.reference(from: folder), title: course.title,
      subtitle: course.frontMatter.subtitle ?? course.frontMatter.description,
      level: course.frontMatter.level.map { strings.text($0.rawValue) },
      duration: strings.duration(minutes: lessons.reduce(0) { $0 + $1.minutes }),
      lessonCount: strings.plural("lessons", lessons.count),
      cover: cover(of: course, from: folder), price: priceTag(of: course, strings: strings))
    card.isEager = isEager
    if course.language != language {
      card.language = course.language.text
      card.languageName = name(of: course.language)
    }
    return card
  }

  /// A person as they stand beside a course.
  func person(_ author: Author, from folder: RelativePath) -> Person {
    let initials = author.name.split(separator: " ").compactMap(\.first).map(String.init)
    let shown = initials.count > 1 ? [initials[0], initials[initials.count - 1]] : initials
    return Person(
      name: author.name, url: author.output.reference(from: folder), role: author.role,
      initials: shown.joined().uppercased(),
      photo: photoAsset(of: author).map { asset in
        let size = images.size(of: asset.source) ?? (96, 96)
        return Picture(
          url: asset.output.reference(from: folder), width: size.width, height: size.height)
      })
  }

  func photoAsset(of author: Author) -> Asset? {
    guard let photo = author.photo,
      let source = author.biography.path.parent.resolving(photo.value),
      isPublishable(source)
    else { return nil }
    return Asset(source: source, output: resolver.output(of: source))
  }

  /// The people who wrote a course.
  func authors(of course: Course) -> [Author] {
    course.frontMatter.authors.compactMap { author(named: $0.value) }
  }

  /// The course's last change.
  func updated(_ date: CalendarDate?, strings: UIStrings) -> Updated? {
    date.map {
      Updated(text: strings.text("updated", ["date": strings.date($0)]), date: $0.isoText)
    }
  }

  /// A short text such as an outcome, in which code stands between backquotes.
  func inline(_ text: String) -> InlineText {
    let mark = UInt8(ascii: "`")
    var html: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: mark),
      let end = rest[(start + 1)...].firstIndex(of: mark), end > start + 1
    {
      html.append(escaping: rest[..<start])
      html.append("<code>")
      html.append(escaping: rest[(start + 1)..<end])
      html.append("</code>")
      rest = rest[(end + 1)...]
    }
    html.append(escaping: rest)
    return InlineText(html: html)
  }
}
