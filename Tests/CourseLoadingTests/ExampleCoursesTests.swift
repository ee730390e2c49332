import CourseLoading
import CourseModel
import Diagnostics
import Files
import Testing

@Suite struct ExampleCoursesTests {
  @Test func loadWithoutAWord() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let reading = try SourceFolder.read("/" + root + "/ExampleCourses")
    let loading = try Loading(reading.tree)
    #expect(reading.diagnostics == [])
    #expect(loading.found == [])
    #expect(loading.portal.courses.count >= 4)
    #expect(loading.portal.settings.isStrict)
  }
}
