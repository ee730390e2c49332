import Bytes
import Diagnostics
import Files
import Foundation
import PortalRendering
import TestSupport
import Testing

@testable import PortalBuild

/// Slices that several machines built make, joined, what one machine would build.
@Suite struct PortalSlicesTests {
  private let sources: TemporaryFolder
  private let places: TemporaryFolder

  init() throws {
    sources = try TemporaryFolder()
    places = try TemporaryFolder()
    sources.write("title: Harbour\nid: harbour\nurl: https://a.example/\n", to: "clevio.yml")
    for course in ["bends", "knots", "ropes", "sails", "tides"] {
      sources.write("---\ntitle: \(course)\n---\n", to: "courses/\(course)/index.md")
      for lesson in 1...2 {
        sources.write(
          "# Lesson \(lesson)\n\nText of \(course). [Two](../ropes/02-l2.md)\n\n![](sea.svg)\n",
          to: "courses/\(course)/0\(lesson)-l\(lesson).md")
      }
      sources.write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><title>\(course)</title></svg>",
        to: "courses/\(course)/sea.svg")
    }
    sources.write("---\nprice: 9 EUR\n---\n", to: "courses/tides/index.md")
  }

  private func build() throws -> PortalBuild {
    try PortalBuild.of(try SourceFolder.read(sources.path).tree)
  }

  private func place(_ name: String) -> String { places.path + "/" + name }

  @discardableResult
  private func slice(_ text: String, settings: [String] = ["0.1.0"]) throws -> PortalBuild.Result {
    let shard = try #require(Shard(text))
    let folder = place("slice\(shard.number)of\(shard.count)")
    let output = try OutputFolder(folder, cache: place("cache"))
    return try build().writeSlice(shard, settings: settings, to: output)
  }

  private func merge(_ names: [String]) throws -> PortalBuild.Result {
    var build = try build()
    build.earlier = try PortalSlices(in: names.map(place)).parts(settings: ["0.1.0"])
    return try build.write(to: OutputFolder(place("public"), cache: place("cache")))
  }

  private func merged() throws -> [RelativePath: [UInt8]] {
    try SourceFolder.read(place("public")).tree.contents()
  }

  @Test(arguments: [1, 2, 3, 7]) func joinToTheSameBytes(_ count: Int) throws {
    var sizes: [Int] = []
    for number in 1...count {
      let result = try slice("\(number)/\(count)")
      #expect(!result.hasErrors)
      sizes.append(result.courses)
    }
    // The paid course is left to the machine that has its keys.
    #expect(sizes.reduce(0, +) == 4)
    let result = try merge((1...count).map { "slice\($0)of\(count)" })
    #expect(result.diagnostics.filter { $0.severity == .error } == [])
    #expect(try merged() == build().tree().0.contents())
  }

  @Test func areNoSourcesOfAPortalThatTheyLieIn() throws {
    let tree = FileTree(texts: [
      "clevio.yml": "", "courses/a/one.md": "# One\n", "out/1/parts/courses/a/course.part": "x",
      "out/1/pages/courses/a/one.html": "x", "site/clevio-worker.js": "x", "site/index.html": "x",
      "courses/a/parts/list.txt": "x",
    ])
    #expect(
      PortalSlices.withoutOutputs(tree).paths.map(\.text)
        == ["clevio.yml", "courses/a/one.md", "courses/a/parts/list.txt"])
  }

  @Test func holdNoClosedWord() throws {
    sources.write("# Lesson 1\n\nThe deepest secret of the tide.\n", to: "courses/tides/01-l1.md")
    for number in 1...2 { try slice("\(number)/2") }
    for file in places.files where file.hasPrefix("slice") {
      let bytes = try DiskFile.read(place(file))
      #expect(!bytes.holds(Array("deepest secret".utf8)), "\(file)")
    }
  }

  @Test func tellOfWordsOfAClosedLesson() throws {
    let words = "The deepest secret of the tide that only those who paid may read."
    sources.write("# Lesson 1\n\n\(words)\n", to: "courses/tides/01-l1.md")
    sources.write("# Lesson 1\n\n\(words)\n", to: "courses/knots/01-l1.md")
    for number in 1...2 { try slice("\(number)/2") }
    let result = try merge(["slice1of2", "slice2of2"])
    #expect(result.diagnostics.contains { $0.id == "closed-leak" })
    #expect(result.outcome == nil)
  }

  @Test(arguments: [
    "a slice", "a part", "a page", "a page's bytes", "a source", "other settings", "another title",
  ])
  func areRefusedWithout(_ what: String) throws {
    try slice("1/2", settings: [what == "other settings" ? "0.2.0" : "0.1.0"])
    try slice("2/2")
    // Order of the courses: bends, knots, ropes, sails, tides.
    let page = "slice1of2/pages/courses/bends/l1.html"
    switch what {
    case "a part": #expect(places.remove("slice1of2/parts/courses/bends/course.part"))
    case "a page": #expect(places.remove(page))
    case "a page's bytes":
      let text = try #require(places.read(page))
      places.write(text.replacing("Text of", with: "text of"), to: page)
    case "a source": sources.write("# Lesson 1\n\nOther.\n", to: "courses/bends/01-l1.md")
    case "another title":
      sources.write("---\ntitle: Other\n---\n", to: "courses/ropes/index.md")
    default: break
    }
    let result = try merge(what == "a slice" ? ["slice2of2"] : ["slice1of2", "slice2of2"])
    let missing = result.diagnostics.filter { $0.id == "slice-missing" }
    #expect(missing.contains { $0.position.path == "courses/bends/index.md" }, "\(what)")
    #expect(result.outcome == nil)
  }

  /// A disk that refuses is no mistake of who built the slices.
  @Test(arguments: ["parts/courses/bends/course.part", "pages/courses/bends/l1.html"])
  func tellOfAFileThatCannotBeRead(file: String) throws {
    try slice("1/1")
    var build = try build()
    build.earlier = try PortalSlices(in: [place("slice1of1")]).parts(settings: ["0.1.0"])
    #expect(places.remove("slice1of1/" + file))
    let merging = build
    let error = #expect(throws: FileError.self) {
      try merging.write(to: OutputFolder(place("public"), cache: place("cache")))
    }
    #expect(error?.path.hasSuffix(file) == true)
    #expect(places.read("public/index.html") == nil)
  }

  @Test func isRefusedWhereThereIsNone() throws {
    places.write("text", to: "other/file.txt")
    #expect(throws: FileError.self) { try PortalSlices(in: [place("other")]) }
    #expect(throws: FileError.self) { try PortalSlices(in: [place("nowhere")]) }
  }

  @Test(arguments: ["0/2", "3/2", "1/0", "1", "1/2/3", "a/b", "", "-1/2", "1/"])
  func refuseShardsThatCannotBe(_ text: String) { #expect(Shard(text) == nil) }

  @Test func survivesAnyBytes() throws {
    try slice("1/1")
    let framed = try DiskFile.read(place("slice1of1/parts/courses/knots/course.part"))
    let part = Array(framed.dropFirst(32))
    var stored = StoredBytes(part)
    let read = try CoursePart(from: &stored)
    var again: [UInt8] = []
    read.store(in: &again)
    #expect(again == part)
    var random = SplitMix(seed: 1)
    for _ in 0..<3_000 {
      var bytes = part
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: .min ... .max, using: &random)
      }
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      var stored = StoredBytes(bytes)
      // What can be read can be joined to an index, whatever it says.
      if let read = try? CoursePart(from: &stored) {
        _ = RenderedPages(joining: [read.rendered, read.rendered])
      }
    }
  }
}
