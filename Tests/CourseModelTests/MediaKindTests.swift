import CourseModel
import Files
import Testing

@Suite struct MediaKindTests {
  @Test(arguments: [
    ("a.png", MediaKind.picture), ("a.HEIC", .picture), ("a.apng", .picture), ("a.ico", .picture),
    ("a", .picture), ("a.mp4", .video), ("a.m4v", .video), ("a.OGV", .video), ("a.flac", .audio),
    ("a.m4a", .audio), ("a.pdf", .other), ("a.vtt", .other),
  ])
  func isToldByTheEnding(name: String, kind: MediaKind) {
    #expect(MediaKind(of: RelativePath(name)) == kind)
    #expect(MediaKind(of: RelativePath(name)).isRecording == (kind == .video || kind == .audio))
  }
}
