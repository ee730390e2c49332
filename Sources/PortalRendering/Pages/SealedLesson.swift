import Templates

/// What a sealed file of a lesson holds: the lesson without a page around it.
struct SealedLesson: TemplateModel {
  var strings: UIStrings
  var contents: TableOfContents
  var lesson: LessonView

  static let fields: [TemplateField<SealedLesson>] = [
    .strings("strings", names: UIStrings.names) { $0.strings.values },
    .record("toc") { $0.contents }, .record("lesson") { $0.lesson },
  ]
}
