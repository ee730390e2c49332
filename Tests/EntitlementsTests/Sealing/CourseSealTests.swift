import Bytes
import Entitlements
import TestSupport
import Testing

/// Who can open a course, and who cannot any more.
@Suite struct CourseSealTests {
  private let example: Example
  private let root: CourseRoot
  private let lesson = [UInt8]("Right over left.")

  init() throws {
    example = try Example()
    root = example.root
  }

  private func issued(
    _ id: String, portal: String = "harbour", course: String = "knots", expires: Int? = nil
  ) throws -> LedgerEvent {
    LedgerEvent(
      .issued(
        try Example.name(id), portal: try Example.name(portal), label: [UInt8]("order"),
        courses: [try Example.name(course)], expires: expires), at: example.now - 100)
  }

  private func rekeyed() -> LedgerEvent {
    LedgerEvent(.rekeyed(course: example.course, epoch: 2), at: example.now - 50)
  }

  private func seal(_ events: [LedgerEvent]) throws -> CourseSeal {
    try CourseSeal(root, portal: example.portal, events: events, now: example.now)
  }

  private func opens(_ seal: CourseSeal, _ buyer: String, since epoch: Int = 1) throws -> Bool {
    let file = SealedFile.seal(lesson, path: "a", with: seal.contentKey)
    let grant = root.grant(to: try Example.name(buyer), epoch: epoch)
    var content: [UInt8] = []
    let refused = reason {
      let key = try ContentKey(opening: grant, epoch: seal.epoch, slots: seal.slots)
      content = try SealedFile.open(file, path: "a", with: key)
    }
    #expect(refused == nil || refused == .revoked)
    return content == lesson
  }

  @Test func needsNoSlotsUntilBuyersAreLeftOut() throws {
    let first = try seal([
      try issued("e-0001"), LedgerEvent(.revoked(try Example.name("e-0001")), at: 1),
    ])
    #expect(first.slots == nil)
    #expect(first.epoch == 1)
    #expect(first.revoked.map(\.description) == ["e-0001"])
    #expect(try opens(first, "e-0001"))
  }

  @Test func opensForLoyalBuyersAfterAReKeyAndForNobodyElse() throws {
    let events = [
      try issued("e-0001"), try issued("e-0002"), try issued("e-0003"),
      try issued("e-0004", expires: example.now), try issued("e-0005", expires: example.now + 1),
      try issued("e-0006", portal: "elsewhere"), try issued("e-0007", course: "rope"),
      LedgerEvent(.revoked(try Example.name("e-0002")), at: example.now - 60), rekeyed(),
    ]
    let second = try seal(events)
    #expect(second.epoch == 2)
    let buyers = (1...7).map { "e-000\($0)" }
    let opened = try buyers.filter { try opens(second, $0) }
    #expect(opened == ["e-0001", "e-0003", "e-0005"])
    #expect(try opens(second, "e-0010", since: 2))
    // Four slots for three buyers: their number is filled up.
    #expect(second.slots?.slots.count == 4 * 52)
  }

  @Test func namesOnlyRevocationsThatMayMatter() throws {
    let events = [
      try issued("e-0001"), try issued("e-0007", course: "rope"),
      LedgerEvent(.revoked(try Example.name("e-0001")), at: 1),
      LedgerEvent(.revoked(try Example.name("e-0007")), at: 1),
      LedgerEvent(.revoked(try Example.name("e-0009")), at: 1),
    ]
    #expect(try seal(events).revoked.map(\.description) == ["e-0001", "e-0009"])
  }

  @Test func readsAndWritesThePythonsSlots() throws {
    let vectors = try SealedVectors.read()
    let buyers = try vectors.slots.entitlements.map { try Example.name($0) }
    let table = try SlotTable(of: vectors.root(), epoch: 2, for: Set(buyers))
    #expect(try table.text == SealedVectors.text(of: vectors.slots.script))
    #expect(try vectors.slotTable().slots == table.slots)
    let seal = CourseSeal(try vectors.root())
    #expect(seal.name(of: vectors.fileName.source) == vectors.fileName.name)
  }

  @Test func opensThePythonsLessonsForWhoHasATokenOfThem() throws {
    let vectors = try SealedVectors.read()
    let lesson = try SealedScript(parsing: SealedVectors.text(of: "basics_reef-knot.2.js"))
    for buyer in ["e-0001", "e-0010"] {
      let key = try ContentKey(
        opening: vectors.grant(buyer), epoch: 2, slots: vectors.slotTable())
      let content = try SealedFile.open(lesson.file, path: lesson.path, with: key)
      #expect(String(utf8: content).contains("Right over left"))
    }
    let revoked = reason {
      _ = try ContentKey(opening: vectors.grant("e-0009"), epoch: 2, slots: vectors.slotTable())
    }
    #expect(revoked == .revoked)
    let older = reason {
      _ = try ContentKey(opening: vectors.grant("e-0010"), epoch: 1, slots: nil)
    }
    #expect(older == .wrongKey)
  }

  @Test func refusesAnothersSlotUnderOnesOwnTag() throws {
    let buyers = Set(try ["e-0001", "e-0002"].map { try Example.name($0) })
    let table = try SlotTable(of: root, epoch: 2, for: buyers)
    var swapped = table.slots
    swapped.replaceSubrange(12..<52, with: table.slots[64..<104])
    swapped.replaceSubrange(64..<104, with: table.slots[12..<52])
    let text =
      [UInt8]("clevioSlots(\"knots\",2,\"") + Base64.padded.encoded(swapped) + [UInt8]("\");\n")
    let attacked = try SlotTable(parsing: text)
    for buyer in buyers {
      let found = reason {
        _ = try ContentKey(opening: root.grant(to: buyer, epoch: 1), epoch: 2, slots: attacked)
      }
      #expect(found == .wrongKey)
    }
  }

  @Test func refusesATableThatIsNotWrittenAsOurs() throws {
    let table = try SlotTable(of: root, epoch: 2, for: [])
    let text = String(utf8: table.text)
    #expect(try SlotTable(parsing: table.text).slots.count == 52)
    let two = table.slots + table.slots
    for changed in [
      text.replacing(",2,", with: ",0,"), text.replacing("knots", with: ""), text + "\n",
      "clevioSlots(\"knots\",2,\"\");\n", "clevioSlots(\"knots\",2,\"QUJD\");\n",
      "clevioSlots(\"knots\",2,\"\(String(utf8: Base64.padded.encoded(two)))\");\n",
    ] {
      #expect(reason { _ = try SlotTable(parsing: Array(changed.utf8)) } == .lessonDamaged)
    }
  }

  @Test func makesAPreviewThatIsTheSameEverywhere() throws {
    let preview = PortalSeal.preview(of: [example.course])
    let again = PortalSeal.preview(of: [example.course, try Example.name("rope")])
    #expect(preview.isPreview)
    #expect(preview.root == again.root)
    #expect(
      preview.courses[example.course]?.name(of: "a") == again.courses[example.course]?.name(of: "a")
    )
  }

  @Test func sealsWithTheKeysOfAFolder() throws {
    let folder = try TemporaryFolder()
    let keys = try KeyFolder.create(
      folder.path + "/keys", author: example.author, passphrase: [1], rounds: 10, now: 1)
    try keys.addCourse(example.course, passphrase: [1], rounds: 10, now: 2)
    let seal = try PortalSeal(
      keys, passphrase: [1], portal: example.portal, courses: [example.course], now: example.now)
    #expect(!seal.isPreview)
    #expect(seal.author == example.author)
    #expect(seal.root == keys.root)
    let course = try #require(seal.courses[example.course])
    let secret = try keys.courseRoot(example.course, passphrase: [1])
    let file = SealedFile.seal(lesson, path: "a", with: ContentKey(of: secret, epoch: 1))
    #expect(SealedFile.seal(lesson, path: "a", with: course.contentKey) == file)
    let unknown = reason {
      _ = try PortalSeal(
        keys, passphrase: [1], portal: example.portal, courses: [try Example.name("rope")], now: 1)
    }
    #expect(unknown == .missing)
    let wrong = reason {
      _ = try PortalSeal(
        keys, passphrase: [2], portal: example.portal, courses: [example.course], now: 1)
    }
    #expect(wrong == .wrongPassphrase)
  }
}
