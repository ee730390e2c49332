import CourseModel
import Testing

@Suite struct ReadingTimeTests {
  @Test(arguments: [
    ("", 1, 1), ("a", 1_200, 1), ("a", 1_201, 2), ("é", 1_200, 1), ("é", 1_201, 2), ("漢", 400, 1),
    ("漢", 401, 2), ("한", 400, 1), ("😀", 1_200, 1), ("😀", 1_201, 2), ("a漢", 300, 1), ("a漢", 301, 2),
  ])
  func countsCharactersAndNotBytes(text: String, times: Int, minutes: Int) {
    let bytes = Array(String(repeating: text, count: times).utf8)
    #expect(ReadingTime(of: bytes[...]).minutes == minutes)
    // A slice begins anywhere.
    #expect(ReadingTime(of: (Array("---".utf8) + bytes)[3...]).minutes == minutes)
  }
}
