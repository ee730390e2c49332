import CourseModel
import Templates

/// A lesson as the reader shows it, with addresses as seen from the course's folder.
struct LessonFragment {
  var html: [UInt8]
  /// What else the text tells: files, words, mistakes.
  var text: PageText
  /// The lesson's film, if it shows one.
  var video: VideoView?

  /// Renders a lesson; `media` says what its files are called, if they are sealed.
  init(_ lesson: Lesson, of course: Course, site: PortalSite, media: ClosedMedia? = nil) {
    let strings = site.words(in: course.language)
    let title = lesson.closedTitle ?? lesson.title
    let language = course.language(of: lesson)
    var view = LessonView(id: course.id(of: lesson), title: title)
    view.language = language == course.language ? nil : language
    view.duration = strings.duration(minutes: lesson.minutes)
    view.isPreview = lesson.frontMatter.isPreview == true
    view.isOptional = lesson.frontMatter.isOptional == true
    view.updated = site.updated(lesson.frontMatter.lastModified, strings: strings)
    view.completion = site.completion(of: lesson).rawValue
    view.discussionURL = course.frontMatter.discussionURL?.value
    text = lesson.file.text(
      for: lesson.output, title: title, language: language, site: site
    ) { setting in
      site.prepare(&setting, for: lesson, of: course)
      setting.base = course.outputFolder
      setting.media = media
    }
    view.body = text.html
    LessonMedia(
      site: site, course: course, lesson: lesson, media: media, base: course.outputFolder
    ).add(to: &view, &text)
    video = view.video
    html = []
    let model = SealedLesson(
      strings: strings, contents: TableOfContents(text.outline, language: view.language),
      lesson: view)
    site.theme.sealedLesson.render(model, into: &html)
  }
}
