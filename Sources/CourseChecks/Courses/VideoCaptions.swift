import CourseModel
import Diagnostics

/// A film has its words for who cannot hear them (WCAG 2.2, 1.2.1 and 1.2.2).
enum VideoCaptions: CourseRule {
  static func findings(in checked: CheckedCourse) -> [Diagnostic] {
    checked.course.lessons.compactMap { lesson in
      guard let video = lesson.frontMatter.video, video.captions.isEmpty, video.transcript == nil
      else { return nil }
      return Diagnostic(
        "video-captions", .warning, "the video has neither captions nor a transcript",
        at: video.source?.position ?? video.position,
        help: "write captions: with WebVTT files, or transcript: with a Markdown file")
    }
  }
}
