import Templates

/// The page on which learners see what a certificate still takes, and make it.
struct CertificatePage: TemplateModel {
  var frame: PageFrame
  var id: String
  var title: String
  var lessonCount: String
  var duration: String?
  var byline: String?
  /// Who runs the portal, if its title does not say so.
  var operatorName: String?

  static let fields: [TemplateField<CertificatePage>] =
    PageFrame.fields { $0.frame } + [
      .record("course") { Content(page: $0) }, .record("certificate") { Issuer(page: $0) },
    ]

  private struct Content: TemplateModel {
    let page: CertificatePage

    static let fields: [TemplateField<Content>] = [
      .text("id") { $0.page.id }, .text("title") { $0.page.title },
      .text("lesson_count") { $0.page.lessonCount }, .text("duration") { $0.page.duration },
      .text("byline") { $0.page.byline },
    ]
  }

  private struct Issuer: TemplateModel {
    let page: CertificatePage

    static let fields: [TemplateField<Issuer>] = [.text("operator") { $0.page.operatorName }]
  }
}
