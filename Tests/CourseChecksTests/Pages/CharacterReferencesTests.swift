import Bytes
import Testing

@testable import CourseChecks

@Suite struct CharacterReferencesTests {
  private func resolved(_ value: String) -> String {
    String(utf8: Array(value.utf8)[...].withoutCharacterReferences)
  }

  @Test(arguments: [
    ("a&amp;b", "a&b"), ("&lt;&#65;&#x42;&gt;", "<AB>"), ("&quot;&apos;", "\"'"), ("&", "&"),
    ("a&b", "a&b"), ("&amp", "&amp"), ("&nbsp;", "&nbsp;"), ("&&amp;;", "&&;"),
    ("&amp;lt;", "&lt;"),
    ("&#x110000;", "&#x110000;"), ("&#0000000000000000000000000000000000065;", nil),
  ])
  func resolvesWhatMarkupNeeds(value: String, expected: String?) {
    #expect(resolved(value) == expected ?? value)
  }

  /// The rest of the value would be read again for each byte.
  @Test func readsALongValueOnce() {
    let value = "&" + String(repeating: "a", count: 400_000)
    #expect(resolved(value) == value)
    let many = String(repeating: "&a", count: 200_000)
    #expect(resolved(many + "&amp;") == many + "&")
  }
}
