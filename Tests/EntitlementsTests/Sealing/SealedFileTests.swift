import Bytes
import Entitlements
import TestSupport
import Testing

@Suite struct SealedFileTests {
  private let key: ContentKey
  private let path = "basics/reef-knot"

  init() throws { key = ContentKey(of: try Example().root, epoch: 1) }

  @Test func opensWhatPythonSealed() throws {
    let vectors = try SealedVectors.read()
    #expect(vectors.files.count == 10)
    for file in vectors.files {
      let script = try SealedScript(parsing: SealedVectors.text(of: file.script))
      #expect(script.path == file.path)
      #expect(script.epoch == file.epoch)
      let key = ContentKey(of: try vectors.root(), epoch: file.epoch)
      #expect(try SealedFile.open(script.file, path: file.path, with: key) == Array(file.content))
    }
  }

  @Test func sealsToTheBytesThatPythonSealsTo() throws {
    let vectors = try SealedVectors.read()
    for file in vectors.files {
      let key = ContentKey(of: try vectors.root(), epoch: file.epoch)
      let script = SealedScript(sealing: Array(file.content), path: file.path, with: key)
      #expect(try script.text == SealedVectors.text(of: file.script), "\(file.script)")
    }
  }

  @Test(arguments: [0, 1, 4_000, 4_096, 100_000, 3_000_000])
  func opensWhatItSealed(size: Int) throws {
    var random = SplitMix(seed: UInt64(size))
    let content = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
    let file = SealedFile.seal(content, path: path, with: key)
    #expect(try SealedFile.open(file, path: path, with: key) == content)
    #expect((file.count - 68).isMultiple(of: 4_096))
  }

  @Test func hidesTheSizeOfShortLessons() {
    let sizes = ["", "Short.", "Somewhat longer, but still a short lesson."].map {
      SealedFile.seal(Array($0.utf8), path: path, with: key).count
    }
    #expect(Set(sizes).count == 1)
  }

  @Test func givesOneLessonTheSameBytesAndEveryPlaceOtherOnes() throws {
    let lesson = [UInt8]("Right over left.")
    let file = SealedFile.seal(lesson, path: path, with: key)
    #expect(SealedFile.seal(lesson, path: path, with: key) == file)
    let others = [
      SealedFile.seal(lesson, path: "basics/other", with: key),
      SealedFile.seal(lesson, path: path, with: ContentKey(of: try Example().root, epoch: 2)),
      SealedFile.seal(lesson + [0x20], path: path, with: key),
    ]
    // Neither salt nor ciphertext tells that two places hold the same.
    for other in others {
      #expect(other[4..<36] != file[4..<36])
      #expect(other[52..<68] != file[52..<68])
    }
  }

  @Test func refusesALessonInAnothersPlace() {
    let file = SealedFile.seal([UInt8]("one"), path: "one", with: key)
    #expect(reason { _ = try SealedFile.open(file, path: "two", with: key) } == .lessonDamaged)
  }

  @Test func refusesTheKeyOfAnotherCourseOrEpoch() throws {
    let file = SealedFile.seal([UInt8]("lesson"), path: path, with: key)
    let rope = CourseRoot(
      course: try Example.name("rope"), secret: [UInt8](repeating: 9, count: 32))
    let keys = [ContentKey(of: rope, epoch: 1), ContentKey(of: try Example().root, epoch: 2)]
    for other in keys {
      #expect(reason { _ = try SealedFile.open(file, path: path, with: other) } == .wrongKey)
    }
  }

  /// What an attacker does to a file, and how it is refused.
  @Test(arguments: [
    ("ciphertext flipped", 100, Refusal.Reason.lessonDamaged),
    ("last ciphertext byte flipped", -17, .lessonDamaged),
    ("tag flipped", -1, .lessonDamaged),
    ("salt changed", 4, .wrongKey),
    ("commitment changed", 36, .wrongKey),
    ("another format", 3, .lessonDamaged),
  ])
  func refusesAChangedByte(_ attack: (name: String, offset: Int, expected: Refusal.Reason)) {
    var file = SealedFile.seal([UInt8]("lesson"), path: path, with: key)
    file[attack.offset < 0 ? file.count + attack.offset : attack.offset] ^= 1
    let found = reason { _ = try SealedFile.open(file, path: path, with: key) }
    #expect(found == attack.expected, "\(attack.name)")
  }

  @Test(arguments: [0, 3, 4, 52, 68, 4_163])
  func refusesAFileThatWasCut(length: Int) {
    let file = SealedFile.seal([UInt8]("lesson"), path: path, with: key)
    let cut = Array(file.prefix(length))
    #expect(reason { _ = try SealedFile.open(cut, path: path, with: key) } == .lessonDamaged)
    let longer = file + [0]
    #expect(reason { _ = try SealedFile.open(longer, path: path, with: key) } == .lessonDamaged)
  }
}
