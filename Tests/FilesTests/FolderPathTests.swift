import Files
import Testing

@Suite struct FolderPathTests {
  @Test(arguments: [
    ("/a/b", "/a"), ("/a", "/"), ("/", nil), ("a/b", "a"), ("a", nil), ("", nil), ("a/", "a"),
    ("public/\u{301}x/keys", "public/\u{301}x"), ("public/\u{301}x", "public"), ("/\u{301}x", "/"),
  ])
  func goesUpOneFolder(path: String, parent: String?) {
    #expect(FolderPath.parent(of: path).map { Array($0.utf8) } == parent.map { Array($0.utf8) })
  }

  @Test func takesAnAccentForANameOfItsOwn() {
    #expect(FolderPath.parts(of: "/a/\u{301}x//b") == ["a", "\u{301}x", "b"])
    #expect(FolderPath.isAbsolute("/\u{301}x"))
    #expect(!FolderPath.isAbsolute("x/"))
  }
}
