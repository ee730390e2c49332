import Bytes
import Files
import Testing

@Suite struct RelativePathTests {
  @Test(arguments: [
    ("a/b.md", "a/b.md"), ("/a", "a"), ("a//b", "a/b"), ("./a/./b", "a/b"), ("a/", "a"),
    ("../../etc/passwd", "etc/passwd"), ("a/../b", "a/b"), ("..", ""), ("", ""), ("...", "..."),
    ("a/..b", "a/..b"), (".hidden", ".hidden"), ("C:\\x", "C:\\x"),
    // A slash and an accent after it are one character of Swift's.
    ("../\u{301}x", "\u{301}x"), ("a/\u{301}/../x", "a/\u{301}/x"), ("..\u{301}", "..\u{301}"),
  ])
  func neverLeavesItsFolder(text: String, clean: String) {
    let path = RelativePath(text)
    #expect(Array(path.text.utf8) == Array(clean.utf8))
    #expect(path.parts.joined(separator: "/") == path.text)
  }

  @Test func isTheSameOnlyByteForByte() {
    let composed = RelativePath("\u{E9}.md")
    let decomposed = RelativePath("e\u{301}.md")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(decomposed < composed)
    #expect(RelativePath("B") < RelativePath("a"))
  }

  @Test(arguments: [
    ("x/a.md", "a.md", "x", "a", "md"), ("a", "a", "", "a", ""), ("", "", "", "", ""),
    ("x/.git", ".git", "x", ".git", ""), ("a.tar.GZ", "a.tar.GZ", "", "a.tar", "gz"),
    ("x/y/ü.JPG", "ü.JPG", "x/y", "ü", "jpg"), ("x.d/a", "a", "x.d", "a", ""),
    ("a.", "a.", "", "a", ""),
  ])
  func takesAPathApart(
    text: String, name: String, parent: String, stem: String, fileExtension: String
  ) {
    let path = RelativePath(text)
    #expect(path.name == name)
    #expect(path.parent.text == parent)
    #expect(path.stem == stem)
    #expect(path.fileExtension == fileExtension)
  }

  @Test(arguments: [
    ("a/b", "a", "b"), ("a", "a", ""), ("a/b/c", "", "a/b/c"), ("ab", "a", nil), ("a", "a/b", nil),
  ])
  func seesItselfFromAFolder(text: String, folder: String, inner: String?) {
    let path = RelativePath(text)
    #expect(path.relative(to: RelativePath(folder))?.text == inner)
    #expect(path.isInside(RelativePath(folder)) == (inner != nil))
  }

  @Test(arguments: [
    ("a/b", "c.md", "a/b/c.md"), ("a/b", "../c", "a/c"), ("a/b", "../../c", "c"),
    ("a/b", "../../../c", nil), ("a", "/c", "c"), ("a", "/../c", nil), ("", "..", nil),
    ("a", ".", "a"), ("a", "b/../../..", nil), ("a", "", "a"), ("a", "b//c/", "a/b/c"),
    ("a", "../\u{301}/../../x", nil), ("a", "\u{301}/../../../x", nil),
  ])
  func resolvesALinkOrRefusesIt(folder: String, reference: String, target: String?) {
    #expect(RelativePath(folder).resolving(reference)?.text == target)
  }

  @Test(arguments: [
    ("index.html", "", "index.html"), ("index.html", "a/b", "../../index.html"),
    ("a/b/x.html", "a/c", "../b/x.html"), ("a/x.html", "a", "x.html"), ("a", "a", "../a"),
    ("a:b.html", "", "./a:b.html"), ("x/a:b.html", "", "x/a:b.html"),
    ("a:b.html", "x", "../a:b.html"),
    ("a b/ü?#%.html", "", "a%20b/%C3%BC%3F%23%25.html"), ("a&\"'<.html", "", "a%26%22%27%3C.html"),
  ])
  func writesAReference(target: String, folder: String, reference: String) {
    let bytes = RelativePath(target).reference(from: RelativePath(folder))
    #expect(String(utf8: bytes) == reference)
  }

  /// Every path of up to three parts made of two names, seen from every such folder.
  @Test func writesReferencesThatLeadBack() {
    var folders = [""]
    for depth in 1...3 {
      for folder in folders where folder.split(separator: "/").count == depth - 1 {
        folders += ["a", "b"].map { folder.isEmpty ? $0 : folder + "/" + $0 }
      }
    }
    #expect(folders.count == 15)
    for folder in folders {
      for target in folders.dropFirst() {
        let from = RelativePath(folder)
        let path = RelativePath(target)
        let bytes = path.reference(from: from)
        #expect(
          from.resolving(String(utf8: bytes.percentDecoded)) == path, "\(target) in \(folder)")
        #expect(bytes.first != UInt8(ascii: "/") && !bytes.isEmpty)
      }
    }
  }
}
