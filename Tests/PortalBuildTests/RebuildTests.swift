import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import PortalBuild

/// After any edits, a build that takes what it can from the one before makes what a build from nothing makes.
@Suite struct RebuildTests {
  /// How many sequences of edits are tried; `make rebuild-tests` tries more.
  private static let sequences =
    ProcessInfo.processInfo.environment["EDIT_SEQUENCES"].flatMap { Int($0) } ?? 24

  @Test(arguments: 0..<4) func makesTheSameBytes(_ worker: Int) throws {
    var compared = 0
    let seeds = Array(stride(from: worker, to: RebuildTests.sequences, by: 4))
    for seed in seeds {
      var portal = try EditedPortal(seed: UInt64(seed))
      try portal.build()
      for _ in 0..<Int.random(in: 1...4, using: &portal.random) {
        portal.edit()
        try portal.build()
      }
      let written = try SourceFolder.read(portal.output).tree
      let (fresh, _) = try PortalBuild.of(try portal.sources()).tree()
      // With mistakes nothing is written, and there is nothing to compare.
      guard !portal.hasErrors else { continue }
      compared += 1
      let differing = try difference(try written.contents(), try fresh.contents())
      #expect(differing.isEmpty, "seed \(seed): \(portal.edits): \(differing.prefix(4))")
    }
    #expect(compared * 2 > seeds.count, "most sequences must end in a portal: \(compared)")
  }

  /// The paths whose files are not the same.
  private func difference(
    _ left: [RelativePath: [UInt8]], _ right: [RelativePath: [UInt8]]
  ) throws -> [String] {
    Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.map(\.text).sorted()
  }
}

/// A portal on disk that is edited at random, and built after each edit.
private struct EditedPortal {
  var random: SplitMix
  /// What was done, for the message of a failure.
  private(set) var edits: [String] = []
  private(set) var hasErrors = false
  private let folder: TemporaryFolder
  private var version = 1

  var output: String { folder.path + "/public" }

  init(seed: UInt64) throws {
    folder = try TemporaryFolder()
    random = SplitMix(seed: seed)
    folder.write("title: Harbour\nid: harbour\nurl: https://harbour.example/\n", to: "clevio.yml")
    folder.write("# Ann\n\nSails.\n", to: "authors/ann.md")
    folder.write("# Rules\n\nOf the [house](../courses/knots/index.md).\n", to: "pages/rules.md")
    for (course, before) in [("knots", ""), ("ropes", "knots"), ("sails", "knots, ropes")] {
      folder.write(
        "---\ntitle: \(course)\nauthors: [ann]\ntags: [sea]\nprerequisites: [\(before)]\n---\nAll.\n",
        to: "courses/\(course)/index.md")
      // The first course names nothing outside, the last one names lessons of the second.
      let other = course == "sails" ? "ropes" : "knots"
      for lesson in 1...3 {
        write(lesson: lesson, of: course, "See [another](../\(other)/0\(lesson)-l\(lesson).md).")
      }
    }
  }

  private func write(lesson: Int, of course: String, _ text: String, frontMatter: String = "") {
    folder.write(
      "---\nlastmod: 2026-01-0\(lesson)\n\(frontMatter)---\n# Lesson \(lesson)\n\n\(text)\n",
      to: "courses/\(course)/0\(lesson)-l\(lesson).md")
  }

  func sources() throws -> FileTree {
    try SourceFolder.read(folder.path, excluding: [RelativePath("public")]).tree
  }

  private var last: LastBuild {
    var last = LastBuild(
      of: output, from: folder.path, excluding: [RelativePath("public")],
      cache: folder.path + "/.clevio", settings: ["0.\(version).0"])
    last.settlingTime = 10_000_000
    return last
  }

  /// Builds as the program does.
  mutating func build() throws {
    // At times nobody waits until the file system's clock has gone on.
    if Int.random(in: 0..<4, using: &random) > 0 {
      let waiting = self.last
      waitUntil { waiting.foldersNow.sources.isSettled(for: waiting.settlingTime) }
    }
    let last = last
    let before = last.foldersNow
    let standing = last.standing(before)
    if case .unchanged = standing { return }
    var build = try PortalBuild.of(try sources())
    build.earlier = last.earlier(standing)
    let result = try build.write(to: OutputFolder(output, cache: folder.path + "/.clevio"))
    hasErrors = result.hasErrors
    last.remember(result, from: before.sources)
  }

  // MARK: Edits

  private mutating func any<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private mutating func anyLesson() -> String? {
    let lessons = folder.files.filter { $0.hasPrefix("courses/") && !$0.hasSuffix("index.md") }
    return lessons.isEmpty ? nil : any(lessons)
  }

  private mutating func anyCourse() -> String? {
    let courses = folder.files.filter { $0.hasPrefix("courses/") && $0.hasSuffix("index.md") }
    return courses.isEmpty ? nil : any(courses).replacing("/index.md", with: "")
  }

  mutating func edit() {
    let edits: [(String, (inout EditedPortal) -> Void)] = [
      ("edit", { $0.editLesson() }), ("edit", { $0.editLesson() }), ("rename", { $0.rename() }),
      ("move", { $0.move() }), ("delete", { $0.deleteLesson() }), ("retitle", { $0.retitle() }),
      ("front matter", { $0.changeFrontMatter() }), ("course", { $0.changeCourse() }),
      ("course", { $0.changeCourse() }), ("course", { $0.changeCourse() }),
      ("new course", { $0.addCourse() }), ("settings", { $0.changeSettings() }),
      ("theme", { $0.changeTheme() }), ("beside", { $0.changeBeside() }),
      ("policies", { $0.changePolicies() }), ("picture", { $0.changePicture() }),
      ("cache", { $0.damageCache() }), ("output", { $0.damageOutput() }),
      ("version", { $0.version += 1 }),
    ]
    let (name, edit) = any(edits)
    self.edits.append(name)
    edit(&self)
  }

  private mutating func editLesson() {
    guard let lesson = anyLesson(), let text = folder.read(lesson) else { return }
    let words = [
      "reef", "sheet", "[two](../ropes/02-l2.md)", "![](sea.svg)", "## Tack",
      "[rules](../../pages/rules.md)",
    ]
    folder.write(text + "\n\(any(words)) \(Int.random(in: 0..<999, using: &random))\n", to: lesson)
  }

  private mutating func rename() {
    guard let lesson = anyLesson() else { return }
    let name = "courses/\(lesson.split(separator: "/")[1])/0\(any([1, 5, 7]))-renamed.md"
    Foundation.rename(folder.path + "/" + lesson, folder.path + "/" + name)
  }

  private mutating func move() {
    guard let lesson = anyLesson(), let course = anyCourse() else { return }
    Foundation.rename(folder.path + "/" + lesson, folder.path + "/\(course)/08-moved.md")
  }

  private mutating func deleteLesson() {
    guard let lesson = anyLesson() else { return }
    _ = folder.remove(lesson)
  }

  private mutating func retitle() {
    guard let lesson = anyLesson() else { return }
    folder.write("# Title \(Int.random(in: 0..<99, using: &random))\n\nText.\n", to: lesson)
  }

  private mutating func changeFrontMatter() {
    guard let lesson = anyLesson() else { return }
    let lines = [
      "visibility: draft", "visibility: private", "visibility: unlisted", "order: 9", "minutes: 40",
      "slug: other", "optional: true", "description: Of the sea.", "lastmod: 2027-01-01",
      "available: 2027-05-01", "minutes: many",
    ]
    folder.write("---\n\(any(lines))\n---\n# Changed\n\nText.\n", to: lesson)
  }

  private mutating func changeCourse() {
    guard let course = anyCourse() else { return }
    let lines = [
      "visibility: draft", "visibility: unlisted", "visibility: private",
      "title: Bends \(Int.random(in: 0..<99, using: &random))", "title: Of \(course)",
      "tags: [sea, wind]", "level: beginner", "lang: de", "prerequisites: [ropes]",
      "random_access: false", "slug: other", "lastmod: 2027-01-02", "price: 20 EUR",
      "translation_of: knots", "authors: [ann]", "cover: sea.svg",
    ]
    folder.write(
      "---\n\(any(lines))\n\(any(["", "category: sea\n"]))---\nA course.\n",
      to: "\(course)/index.md")
  }

  private mutating func addCourse() {
    let name = any(["tides", "winds"])
    folder.write("---\ntitle: \(name)\n---\n", to: "courses/\(name)/index.md")
    write(lesson: 1, of: name, "See [one](../knots/01-l1.md).")
  }

  private mutating func changeSettings() {
    let lines = [
      "title: Harbor", "theme: {accent: \"#aa3300\"}", "languages: [en, de]",
      "defaults: {level: advanced}", "feeds: false", "description: Of the sea.",
    ]
    folder.write(
      "title: Harbour\nid: harbour\nurl: https://harbour.example/\n".replacing(
        "title: Harbour\n", with: any(["title: Harbour\n", "title: Bay\n"]))
        + (any(lines).hasPrefix("title") ? "" : any(lines.dropFirst().map { $0 }) + "\n"),
      to: "clevio.yml")
  }

  private mutating func changeTheme() {
    let number = Int.random(in: 0..<99, using: &random)
    any(
      [
        { folder in folder.write("/* \(number) */\n", to: "theme/assets/clevio.css") },
        { folder in folder.write("next: \"Next \(number)\"\n", to: "theme/strings/en.yml") },
        { folder in _ = folder.remove("theme/assets/clevio.css") },
      ] as [(TemporaryFolder) -> Void])(folder)
  }

  private mutating func changeBeside() {
    let number = Int.random(in: 0..<99, using: &random)
    any(
      [
        { folder in folder.write("# Ann \(number)\n", to: "authors/ann.md") },
        { folder in folder.write("# Rules \(number)\n", to: "pages/rules.md") },
        { folder in folder.write("# New \(number)\n", to: "pages/new.md") },
        { folder in _ = folder.remove("pages/rules.md") },
      ] as [(TemporaryFolder) -> Void])(folder)
  }

  private mutating func changePolicies() {
    let name = any(["Harbour Ltd", "Bay Ltd"])
    folder.write(
      "operator:\n  name: \(name)\n  email: post@harbour.example\n  country: DE\n", to: "legal.yml")
  }

  private mutating func changePicture() {
    guard let course = anyCourse() else { return }
    let width = Int.random(in: 10..<99, using: &random)
    folder.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"9\"/>\n",
      to: "\(course)/sea.svg")
  }

  private mutating func damageCache() {
    let files = folder.files.filter {
      $0.hasPrefix(".clevio/") && !$0.contains("lock-") && !$0.contains("output-")
    }
    guard !files.isEmpty else { return }
    let file = URL(fileURLWithPath: folder.path + "/" + any(files))
    guard var bytes = try? Data(contentsOf: file), !bytes.isEmpty else { return }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes[Int.random(in: bytes.indices, using: &random)] ^= 4
    case 1: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
    default: bytes = Data()
    }
    try? bytes.write(to: file)
  }

  private mutating func damageOutput() {
    let files = folder.files.filter { $0.hasPrefix("public/courses/") }
    guard !files.isEmpty else { return }
    let file = any(files)
    if Bool.random(using: &random) { _ = folder.remove(file) } else { folder.write("?", to: file) }
  }
}
