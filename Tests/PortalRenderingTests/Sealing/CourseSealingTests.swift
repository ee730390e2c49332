import CourseModel
import Diagnostics
import Files
import Testing

@testable import PortalRendering

@Suite struct CourseSealingTests {
  /// To render and seal as much in a fixture would take half a minute.
  @Test func tellsOfALessonThatReadersWouldRefuse() throws {
    let lesson = SamplePortal.lesson("rigging", "splices")
    #expect(CourseSealing.finding(on: lesson, scriptSize: 16 << 20) == nil)
    let finding = try #require(CourseSealing.finding(on: lesson, scriptSize: 16 << 20 + 1))
    #expect(finding.id == "lesson-size")
    #expect(finding.severity == .error)
    #expect(finding.message == "the lesson is too long to be sealed")
    #expect(finding.position == SourcePosition(path: lesson.file.path.text))
  }
}
