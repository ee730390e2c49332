import Bytes
import CommonMark

/// A question of a quiz, as its author wrote it.
struct Question {
  let heading: MarkdownNode
  var blocks: [MarkdownNode]
  /// What results and digests hang on: the id that the author gave the heading, or its words as an
  /// id; nothing else in the file has a say in it.
  let id: [UInt8]

  init(_ heading: MarkdownNode, _ math: MathSpans) {
    self.heading = heading
    blocks = []
    if let chosen = HeadingID(endOf: heading) {
      id = AnswerDigest.name(for: chosen.id)
    } else {
      let slug = HeadingSlugs.slug(of: math.restored(heading.plainText))
      id = slug.isEmpty ? [UInt8]("question") : AnswerDigest.name(for: slug)
    }
  }
}
