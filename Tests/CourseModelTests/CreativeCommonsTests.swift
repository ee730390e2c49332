import CourseModel
import Testing

@Suite struct CreativeCommonsTests {
  @Test(arguments: [
    ("CC-BY-4.0", "licenses/by/4.0/"), ("CC BY-NC-SA 3.0", "licenses/by-nc-sa/3.0/"),
    ("cc-by-nd-2.5", "licenses/by-nd/2.5/"), ("CC0-1.0", "publicdomain/zero/1.0/"),
    ("CC-BY-NC-ND-1.0", "licenses/by-nd-nc/1.0/"),
  ])
  func knowsWhereLicencesAreRead(name: String, path: String) {
    #expect(CreativeCommons.address(of: name) == "https://creativecommons.org/" + path)
    #expect(CreativeCommons.meant(by: name) == nil)
  }

  @Test(arguments: [
    ("CC-BY-4", "CC-BY-4.0"), ("CC-BY", "CC-BY-4.0"), ("CC BY-SA", "CC-BY-SA-4.0"),
    ("CC-BY-5.0", "CC-BY-4.0"), ("CC-YB-4.0", "CC-BY-4.0"), ("CC0", "CC0-1.0"),
    ("CC-BY-3.0-AT", nil), ("CC-BY-NC-SA-2.1-JP", nil), ("CC-SA-1.0", nil), ("CC", nil),
    ("CC-PDDC", nil), ("MIT", nil),
    ("All rights reserved", nil),
  ])
  func suggestsWhatIsMeantByANameThatIsNone(name: String, meant: String?) {
    #expect(CreativeCommons.address(of: name) == nil)
    #expect(CreativeCommons.meant(by: name) == meant)
  }
}
