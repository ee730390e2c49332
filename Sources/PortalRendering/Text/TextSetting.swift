import Files

/// Where a text stands, and what it may refer to.
struct TextSetting {
  /// The source file.
  var file: RelativePath
  /// The line of the file on which the text begins.
  var firstLine: Int
  /// The page that shows the text.
  var output: RelativePath
  /// The words of the page's title; a first heading that says the same is left out.
  var title: String
  /// Ids that the page has beside the text.
  var reservedIDs: [StaticString] = ["main"]
  /// Ids that texts before this one gave to the page.
  var takenIDs: [[UInt8]] = []
  var resolver: LinkResolver
  var images: ImageCatalogue
  var strings: UIStrings
  var readsMath = true
  var isStrict = false
  /// The folder that links are seen from, if it is not the page's.
  var base: RelativePath?
  /// What the files of a sealed lesson are called.
  var media: ClosedMedia?
  /// Whether the whole text is a quiz.
  var isQuiz = false
  /// How the text's quizzes are taken where they do not say it themselves.
  var quiz = QuizSetting()
  var gate = ContentGate()
}
