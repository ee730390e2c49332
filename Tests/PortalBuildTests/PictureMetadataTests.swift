import Bytes
import Diagnostics
import Files
import Testing

@Suite struct PictureMetadataTests {
  /// A picture of one pixel with a comment.
  private static let picture: [UInt8] =
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0]
    + [0x21, 0xFE, 5] + Array("Dover".utf8) + [0]
    + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

  @Test(arguments: [
    ("", false), ("media: {strip_exif: true}", false), ("media: {strip_exif: false}", true),
  ])
  func keepsWhatAPictureTellsOnlyIfItIsDeclared(media: String, isKept: Bool) throws {
    let legal = "operator: {name: Ada, email: ada@harbour.example}\n\(media)\n"
    let portal = try BuiltPortal(
      sources: FileTree([
        RelativePath("legal.yml"): .bytes(Array(legal.utf8)),
        RelativePath("courses/knots/reef.md"): .bytes(
          Array("# Reef\n\n![A reef](reef.gif)\n".utf8)),
        RelativePath("courses/knots/reef.gif"): .bytes(PictureMetadataTests.picture),
      ]))
    #expect(portal.errors == [])
    let picture = try #require(portal.files[RelativePath("courses/knots/reef.gif")]).read()
    #expect(picture.holds(Array("Dover".utf8)) == isKept)
  }

  @Test(arguments: [
    (
      "../shared/reef.svg\n",
      "it is a symbolic link that Git stored as text: put the file itself here"
    ),
    ("GIF89a", "save it as SVG, or give it the ending of what it is"),
    ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", ""),
  ])
  func tellsOfDrawingsThatAreNone(drawing: String, help: String) throws {
    let portal = try BuiltPortal([
      "courses/knots/reef.md": "# Reef\n\n![A reef](reef.svg)\n", "courses/knots/reef.svg": drawing,
    ])
    let finding = portal.diagnostics.first
    #expect(portal.diagnostics.count == (help.isEmpty ? 0 : 1))
    #expect(finding?.help ?? "" == help)
    #expect(finding.map { $0.place == "courses/knots/reef.svg:1:1 image-target" } ?? true)
  }
}
