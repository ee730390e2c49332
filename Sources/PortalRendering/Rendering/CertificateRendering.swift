import CourseModel
import Files

/// Makes the page on which learners of a course make their certificates.
struct CertificateRendering {
  let site: PortalSite
  let course: Course

  /// The page at `output`; `course` is what the course's own page says of it.
  func page(
    at output: RelativePath, course view: CourseView,
    trail: [TrailStep], counterparts: CourseCounterparts.Pages
  ) -> [UInt8] {
    let strings = site.words(in: course.language)
    let title = strings.text("certificate")
    let frame = site.frame(
      PageDescription(
        kind: .certificate, output: output, language: course.language,
        title: "\(title) · \(course.title)", isListed: false,
        counterparts: counterparts, trail: trail + [(title: title, output: output)],
        runsServices: false, license: course.frontMatter.license))
    let model = CertificatePage(
      frame: frame, id: view.id, title: view.title, lessonCount: view.lessonCount,
      duration: view.duration, byline: view.byline,
      operatorName: site.controller == site.portal.settings.title ? nil : site.controller)
    return site.theme.certificate.rendered(model)
  }
}
