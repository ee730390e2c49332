import Bytes
import ImageMetadata
import TestSupport
import Testing

@Suite struct MetadataStrippingTests {
  typealias Images = SampleImages

  // MARK: JPEG

  @Test func takesPrivateSegmentsOutOfJPEG() throws {
    let kept = [Images.jfif, Images.iccProfile, Images.adobe]
    let file = Images.jpeg(
      [kept[0], Images.exifSegment(orientation: 1), kept[1]] + Images.privateSegments + [kept[2]])
    #expect(try stripped(file) == Images.jpeg(kept))
  }

  @Test(arguments: 2...8)
  func keepsTheOrientationOfJPEG(orientation: Int) throws {
    let file = Images.jpeg([
      Images.jfif, Images.exifSegment(orientation: orientation, isBig: false), Images.adobe,
    ])
    let result = try stripped(file)
    #expect(!holdsSecret(result))
    #expect(ImageMetadata.read(result) == ImageMetadata.read(file))
    #expect(result.suffix(Images.jpegPicture.count) == Images.jpegPicture[...])
    #expect(ImageMetadata.strippingPrivateMetadata(result) == .nothingToStrip)
    #expect(result.count == Images.jpeg([Images.jfif, Images.adobe]).count + 36)
  }

  @Test func dropsWhatFollowsThePictureAndWhatStandsBetweenScans() throws {
    let scan = Images.segment(0xDA, [1, 1, 0, 0, 63, 0]) + [7, 8]
    let between = [0xFF, 0xD8] + scan + Images.privateSegments[2] + scan + [0xFF, 0xD9]
    #expect(try stripped(between) == [0xFF, 0xD8] + scan + scan + [0xFF, 0xD9])
    let film = Images.jpeg([Images.jfif]) + Array(Images.secret.utf8)
    #expect(try stripped(film) == Images.jpeg([Images.jfif]))
  }

  @Test func dropsTheThumbnailOfAJFIFHeader() throws {
    let header = Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1]
    let thumbnail = Images.segment(0xE0, header + [1, 1] + Array("RGB".utf8))
    #expect(try stripped(Images.jpeg([thumbnail])) == Images.jpeg([Images.jfif]))
  }

  @Test func keepsTheWholePictureOfAJPEGCutShort() throws {
    let file = Images.jpeg([Images.privateSegments[2]])
    #expect(
      try stripped(Array(file.dropLast(3))) == Array(Images.jpeg([]).dropLast(3)))
  }

  // MARK: PNG

  @Test func takesPrivateChunksOutOfPNG() throws {
    let file =
      Images.png(
        [Images.privateChunks[0]] + Images.pngPicture + Images.privateChunks
          + [Images.chunk("eXIf", Images.exif(orientation: 1))]) + Array(Images.secret.utf8)
    #expect(try stripped(file) == Images.png(Images.pngPicture))
  }

  @Test func keepsTheOrientationOfPNG() throws {
    let file = Images.png(
      [Images.chunk("eXIf", Images.exif(orientation: 6))] + Images.pngPicture)
    let result = try stripped(file)
    #expect(!holdsSecret(result))
    #expect(ImageMetadata.read(result) == ImageMetadata.read(file))
    let exif =
      Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    #expect(result == Images.png([Images.chunk("eXIf", exif)] + Images.pngPicture))
  }

  // MARK: GIF

  @Test func takesCommentsOutOfGIF() throws {
    let picture = [Images.gifLoop, Images.gifFrame, Images.gifFrame]
    for hidden in Images.gifPrivate {
      let file = Images.gifHeader + hidden + picture.joined(separator: hidden) + hidden + [0x3B]
      #expect(try stripped(file + hidden) == Images.gifHeader + picture.joined() + [0x3B])
    }
  }

  @Test func takesGIFWithoutATrailer() throws {
    let file = Images.gifHeader + Images.gifFrame
    #expect(ImageMetadata.strippingPrivateMetadata(file) == .nothingToStrip)
    #expect(try stripped(file + Images.gifPrivate[0]) == file)
  }

  // MARK: WebP

  @Test func takesExifAndXMPOutOfWebP() throws {
    let hidden = [
      Images.riffChunk("EXIF", Images.exif(orientation: 1)),
      Images.riffChunk("XMP ", Array(Images.secret.utf8)),
      Images.riffChunk("C2PA", Array(Images.secret.utf8)),
    ]
    let picture = [Images.colours, Images.lossy]
    let file = Images.riff([Images.extendedHeader(flags: 0x3E)] + picture + hidden)
    let result = Images.riff([Images.extendedHeader(flags: 0x32)] + picture)
    #expect(try stripped(file + Array(Images.secret.utf8)) == result)
  }

  @Test func keepsTheOrientationOfWebP() throws {
    let file = Images.riff([
      Images.extendedHeader(flags: 0x0C), Images.lossy,
      Images.riffChunk("EXIF", Images.exif(orientation: 8)),
      Images.riffChunk("XMP ", Array(Images.secret.utf8)),
    ])
    let result = try stripped(file)
    #expect(!holdsSecret(result))
    #expect(ImageMetadata.read(result) == ImageMetadata.read(file))
    #expect(result[20] == 0x08)
    #expect(ImageMetadata.strippingPrivateMetadata(result) == .nothingToStrip)
  }

  // MARK: Others

  @Test(arguments: ImageMetadataTests.all)
  func leavesCleanFilesAlone(format: ImageMetadata.Format, bytes: [UInt8]) {
    #expect(ImageMetadata.strippingPrivateMetadata(bytes) == .nothingToStrip)
  }

  @Test(arguments: ["Exif", "mime", "uri "])
  func saysThatAVIFMetadataStays(type: String) {
    #expect(ImageMetadata.strippingPrivateMetadata(Images.avif(metadata: type)) == .cannotStrip)
  }

  @Test func saysThatUnknownAndDamagedFilesStay() {
    let damaged = [
      Array(Images.png(Images.privateChunks).dropLast(20)),
      [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1], Array("RIFF\u{7F}\u{7F}\0\0WEBPEXIF".utf8),
      Images.gifHeader + Images.gifPrivate[0].dropLast(),
    ]
    for bytes in damaged {
      #expect(ImageMetadata.strippingPrivateMetadata(bytes) == .cannotStrip)
    }
    for unknown in ["II*\0", "", "version https://git-lfs.github.com/spec/v1\n", "<!doctype html>"]
    {
      #expect(ImageMetadata.strippingPrivateMetadata(Array(unknown.utf8)) == .noPicture)
    }
  }

  // MARK: Hostile files

  static let rich: [[UInt8]] = [
    Images.jpeg(
      [Images.jfif, Images.exifSegment(orientation: 6), Images.iccProfile] + Images.privateSegments),
    Images.png(
      [Images.chunk("eXIf", Images.exif(orientation: 6, isBig: false))] + Images.privateChunks
        + Images.pngPicture),
    Images.gifHeader + Images.gifLoop + Images.gifPrivate.joined() + Images.gifFrame + [0x3B],
    Images.riff([
      Images.extendedHeader(flags: 0x3E), Images.colours, Images.lossy,
      Images.riffChunk("EXIF", Images.exif(orientation: 6)),
    ]),
    Images.riff([Images.lossless]), Images.avif(turns: 1, metadata: "Exif"),
    Array(
      "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE svg><svg viewBox='0 0 6 4'><style>a{fill:url(#b)}"
        .utf8)
      + Array("</style><![CDATA[x]]><a href='&#x6A;b' onclick='x'/></svg>".utf8),
  ]

  @Test(arguments: rich)
  func survivesFilesCutAnywhere(file: [UInt8]) {
    for end in 0...file.count { read(Array(file[..<end])) }
  }

  @Test func survivesDamagedFiles() {
    var random = SplitMix(seed: 1)
    for round in 0..<56_000 {
      var file = Self.rich[round % Self.rich.count]
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let index = Int.random(in: file.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: file[index] = UInt8.random(in: 0...255, using: &random)
        case 1: file[index] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
        case 2: file[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 3 where file.count > 20: file.remove(at: index)
        default: file.insert(UInt8.random(in: 0...255, using: &random), at: index)
        }
      }
      read(file)
    }
  }

  /// A quadratic way through one of them would take minutes.
  @Test func takesLinearTimeOnHostileFiles() {
    let many = 40_000
    let files: [[UInt8]] = [
      [0xFF, 0xD8] + (0..<many).flatMap { _ in [0xFF, 0xFE, 0, 2] as [UInt8] },
      [0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: many),
      [0xFF, 0xD8] + (0..<many / 8).flatMap { _ in Images.segment(0xDA, [0]) },
      Images.pngSignature + Images.header
        + (0..<many / 4).flatMap { _ in Images.end.map { $0 | 1 } },
      Images.gifHeader + (0..<many).flatMap { _ in [0x21, 0xFE, 0] as [UInt8] },
      Images.riff([[UInt8](repeating: 0, count: many * 8)]),
      Images.avif() + [UInt8]((0..<many).flatMap { _ in [0, 0, 0, 8, 1, 1, 1, 1] as [UInt8] }),
      Array(("<svg" + String(repeating: " a='&&&&'", count: many)).utf8),
      Array(("<svg a='" + String(repeating: "&#00", count: many) + "'/>").utf8),
      Array(("<svg>" + String(repeating: "<!-- <", count: many)).utf8),
      Array(("<svg><style>" + String(repeating: "data:d", count: many)).utf8),
      Array(("<svg>" + String(repeating: "<style>", count: many)).utf8),
      Array(("<svg a='" + String(repeating: "url(javascript", count: many) + "'>").utf8),
    ]
    for (number, file) in files.enumerated() {
      let duration = ContinuousClock().measure { read(file) }
      #expect(duration < .seconds(10), "file \(number)")
    }
  }

  private func read(_ bytes: [UInt8]) {
    _ = ImageMetadata.read(bytes)
    _ = SVGHazard.all(in: bytes)
    guard case .stripped(let result) = ImageMetadata.strippingPrivateMetadata(bytes) else { return }
    let second = ImageMetadata.strippingPrivateMetadata(result)
    #expect(second == .nothingToStrip, "a second pass must find nothing")
  }

  private func stripped(_ bytes: [UInt8]) throws -> [UInt8] {
    guard case .stripped(let result) = ImageMetadata.strippingPrivateMetadata(bytes) else {
      throw NotStripped()
    }
    return result
  }

  private struct NotStripped: Error {}

  private func holdsSecret(_ bytes: [UInt8]) -> Bool {
    String(utf8: bytes).contains("GPS")
  }
}
