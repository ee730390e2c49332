import ImageMetadata
import Testing

@Suite struct ImageMetadataTests {
  typealias Images = SampleImages

  static let all: [(ImageMetadata.Format, [UInt8])] = [
    (.jpeg, Images.jpeg([Images.jfif])), (.png, Images.png(Images.pngPicture)),
    (.gif, Images.gifHeader + Images.gifLoop + Images.gifFrame + [0x3B]),
    (.webp, Images.riff([Images.lossy])), (.webp, Images.riff([Images.lossless])),
    (.webp, Images.riff([Images.extendedHeader(flags: 0), Images.lossy])), (.avif, Images.avif()),
    (.svg, Array("<svg width='600' height='400'/>".utf8)),
  ]

  @Test(arguments: all)
  func readsTheSizeOfEachFormat(format: ImageMetadata.Format, bytes: [UInt8]) {
    let metadata = ImageMetadata.read(bytes)
    #expect(metadata?.format == format)
    #expect([metadata?.width, metadata?.height] == [600, 400])
  }

  @Test(arguments: 1...8, [true, false])
  func turnsTheSizeAsExifSays(orientation: Int, isBig: Bool) {
    let exif = Images.exif(orientation: orientation, isBig: isBig)
    let files = [
      Images.jpeg([Images.jfif, Images.exifSegment(orientation: orientation, isBig: isBig)]),
      Images.png([Images.chunk("eXIf", exif)] + Images.pngPicture),
      Images.riff([
        Images.extendedHeader(flags: 8), Images.lossy, Images.riffChunk("EXIF", exif),
      ]),
      Images.riff([
        Images.extendedHeader(flags: 8), Images.lossy,
        Images.riffChunk("EXIF", Array("Exif\0\0".utf8) + exif),
      ]),
    ]
    for file in files {
      let metadata = ImageMetadata.read(file)
      #expect([metadata?.width, metadata?.height] == (orientation < 5 ? [600, 400] : [400, 600]))
    }
  }

  @Test func turnsTheSizeAsAVIFSays() {
    for (turns, size) in [(0, [600, 400]), (1, [400, 600]), (2, [600, 400]), (3, [400, 600])] {
      let metadata = ImageMetadata.read(Images.avif(turns: UInt8(turns)))
      #expect([metadata?.width, metadata?.height] == size)
    }
  }

  @Test func readsTheSizeBeforeAFileCutShort() {
    let file = Images.jpeg([Images.jfif, Images.exifSegment(orientation: 6)])
    let metadata = ImageMetadata.read(Array(file.dropLast(30)))
    #expect([metadata?.width, metadata?.height] == [400, 600])
  }

  @Test(arguments: ["", "plain text", "GIF88a", "RIFF1234WAVE", "<html/>", "<!-- only -->", "BM6"])
  func refusesWhatIsNoImage(text: String) {
    #expect(ImageMetadata.read(Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      ("<svg width='10' height='20px'/>", [10, 20]),
      ("<svg width='1in' height='2.54cm'/>", [96, 96]),
      ("<svg width='72pt' height='6pc'/>", [96, 96]),
      ("<svg width='25.4mm' height='1.5'/>", [96, 2]),
      ("<svg viewBox='0 0 300 150'/>", [300, 150]),
      ("<svg viewBox='-5,-5, 300.4 ,150'/>", [300, 150]),
      ("<svg width='100%' height='100%' viewBox='0 0 30 15'/>", [30, 15]),
      ("<svg width='60' viewBox='0 0 30 15'/>", [60, 30]),
      ("<svg height='60' viewBox='0 0 30 15'/>", [120, 60]),
      ("<svg width='0' height='5'/>", [nil, 5]), ("<svg width='-3' height='1e99'/>", [nil, nil]),
      ("<svg width='0x10' height='nan'/>", [nil, nil]), ("<svg viewBox='0 0 0 0'/>", [nil, nil]),
      ("<svg viewBox='1 2 3'/>", [nil, nil]), ("<svg/>", [nil, nil]),
      ("<svg width='&#49;0'/>", [10, nil]),
      (
        "\u{FEFF}<?xml version='1.0'?>\n<!-- <svg width='1'> -->\n<!DOCTYPE svg [<!ENTITY a 'b'>]>"
          + "<svg:svg\n xmlns:svg = \"x\" width = \"7\"\theight='8'>", [7, 8]
      ),
    ] as [(String, [Int?])])
  func readsTheSizeOfDrawings(text: String, size: [Int?]) {
    let metadata = ImageMetadata.read(Array(text.utf8))
    #expect(metadata?.format == .svg)
    #expect([metadata?.width, metadata?.height] == size)
  }

  @Test func doesNotTrustTheNumbersInFiles() {
    let zero = Images.pngSignature + Images.chunk("IHDR", [UInt8](repeating: 0, count: 13))
    #expect(ImageMetadata.read(zero)?.width == nil)
    let endless = Images.pngSignature + [0xFF, 0xFF, 0xFF, 0xFF] + Array("IHDR".utf8)
    #expect(ImageMetadata.read(endless)?.width == nil)
    // An Exif directory that says it is behind the file.
    let exif = Array("Exif\0\0MM\0*".utf8) + [0xFF, 0xFF, 0xFF, 0xFF]
    #expect(ImageMetadata.read(Images.jpeg([Images.segment(0xE1, exif)]))?.width == 600)
  }
}
