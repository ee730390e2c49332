import Bytes
import Diagnostics
import Entitlements
import Files
import PortalBuild
import TestSupport
import Testing

/// A copy of one course that opens from a disk.
@Suite struct PackedCourseTests {
  private static let texts = [
    "clevio.yml": "title: Harbour\nid: harbour\nurl: https://harbour.example/\n",
    "courses/knots/index.md": "# Knots\n",
    "courses/knots/01-basics/01-rope.md": """
    # Rope

    A rope has two ends. See [Reef](../02-reef.md#how) and [Wind](../../sailing/wind.md).

    ![Rope](rope.svg)
    """,
    "courses/knots/02-reef.md": "# Reef\n\n## How\n\nRight over left </script>.\n",
    "courses/knots/03-later.md": "---\navailable: 2030-01-01\n---\n# Later\n\nSecretlater.\n",
    "courses/knots/01-basics/rope.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><path d=\"M0 0h4\"/></svg>",
    "courses/sailing/index.md": "# Sailing\n", "courses/sailing/wind.md": "# Wind\n\nIt blows.\n",
    "courses/hidden/index.md": "---\nvisibility: private\n---\n# Hidden\n",
    "courses/hidden/a.md": "# A\n",
  ]

  private func pack(
    _ course: String, _ changes: [String: String] = [:], sealing: Sealing = .preview,
    entitlement: [UInt8]? = nil, threads: Int = 2
  ) throws -> PortalBuild.PackedCourse {
    let sources = FileTree(texts: Self.texts.merging(changes) { $1 })
    return try PortalBuild.of(sources, sealing: sealing, threads: threads)
      .packedCourse(course, entitlement: entitlement, now: Licence.day)
  }

  private func text(_ path: String, of packed: PortalBuild.PackedCourse) throws -> String {
    let content = try #require(packed.files[RelativePath(path)], "\(path)")
    return String(utf8: try content.read())
  }

  private func refusal(_ body: () throws -> Void) -> Refusal? {
    do { try body() } catch Failure.refused(let refusal) { return refusal } catch {}
    return nil
  }

  @Test func holdsAllLessonsOfTheCourseAndNothingOfOthers() throws {
    let packed = try pack("knots")
    #expect(packed.diagnostics.filter { $0.severity == .error } == [])
    let rope = try text("courses/knots/lessons/basics/rope.js", of: packed)
    #expect(rope.hasPrefix("clevioPlain(\"knots\",\"basics/rope\",\""))
    #expect(rope.contains("A rope has two ends."))
    #expect(rope.contains("src=\\\"basics/rope.svg\\\""))
    #expect(packed.files[RelativePath("courses/knots/basics/rope.svg")] != nil)
    let search = try text("courses/knots/lessons/search.js", of: packed)
    #expect(search.contains("two ends") && search.contains("Right over left"))
    #expect(try text("index.html", of: packed).contains("url=courses/knots/reader.html"))
    #expect(packed.files[RelativePath("privacy.html")] != nil)
    let foreign = packed.files.paths.filter {
      $0.text.hasPrefix("courses/sailing") || $0.text.hasPrefix("search/")
        || $0.text.contains("worker")
    }
    #expect(foreign == [])
    for path in packed.files.paths {
      #expect(!(try text(path.text, of: packed).contains("Secretlater")), "\(path)")
    }
  }

  @Test func isReadInThePageThatBuyersUse() throws {
    let packed = try pack("knots")
    let reader = try text("courses/knots/reader.html", of: packed)
    #expect(reader.contains("\"file\":\"lessons/basics/rope.js\""))
    #expect(
      reader.contains("\"packed\":true") && reader.contains("\"home\":\"https://harbour.example/\"")
    )
    #expect(!reader.contains("\"sealed\"") && !reader.contains("reader-open"))
    #expect(!reader.contains("rel=\"canonical\"") && !reader.contains("search-open"))
    // Every file that the page loads or leads to is there.
    for part in reader.split(separator: "\"") where part.hasPrefix("../../") {
      let path = RelativePath("courses/knots").resolving(String(part.prefix { $0 != "#" }))
      let target = path?.text.isEmpty == true ? RelativePath("index.html") : path
      if part == "../../" { continue }
      #expect(target.flatMap { packed.files[$0] } != nil, "\(part)")
    }
  }

  @Test func isTheSameOnAnyNumberOfThreads() throws {
    let first = try pack("knots", threads: 1).files.contents()
    #expect(try pack("knots", threads: 4).files.contents() == first)
  }

  @Test func staysSealedIfItIsSold() throws {
    let price = ["courses/knots/index.md": "---\nprice: 9 EUR\n---\n# Knots\n"]
    let licence = try Licence()
    let packed = try pack("knots", price, sealing: licence.sealing)
    #expect(packed.files[RelativePath("courses/knots/sealed/basics/rope.js")] != nil)
    #expect(try text("courses/knots/reader.html", of: packed).contains("\"sealed\":true"))
    for path in packed.files.paths {
      #expect(!(try text(path.text, of: packed).contains("two ends")), "\(path)")
    }
    #expect(packed.files[RelativePath("courses/knots/entitlement.js")] == nil)
    let token = try licence.token("e-0001")
    let opened = try pack("knots", price, sealing: licence.sealing, entitlement: token)
    #expect(
      try text("courses/knots/entitlement.js", of: opened)
        == "clevioEntitlement(\"\(String(utf8: token))\");\n")
  }

  @Test func takesNoEntitlementThatDoesNotOpenIt() throws {
    let price = ["courses/knots/index.md": "---\nprice: 9 EUR\n---\n# Knots\n"]
    let licence = try Licence()
    let token = try licence.token("e-0001")
    #expect(
      refusal { _ = try pack("knots", entitlement: token) }?.message
        == "the course \"knots\" is free and needs no entitlement")
    #expect(
      refusal { _ = try pack("knots", price, sealing: .preview, entitlement: token) }?.reason
        == .unknownKey)
    #expect(
      refusal {
        _ = try pack("knots", price, sealing: licence.sealing, entitlement: [UInt8]("a.b.c"))
      }?.reason == .malformed)
  }

  @Test(arguments: [
    ("knot", "there is no course \"knot\"", "did you mean \"knots\"?"),
    ("whales", "there is no course \"whales\"", "the courses are: knots, sailing"),
    (
      "hidden", "the course \"hidden\" is private, a draft or not yet published",
      "change its visibility, or give --drafts to copy a draft"
    ),
  ])
  func refusesWhatIsNoPublishedCourse(name: String, message: String, help: String) throws {
    let refusal = refusal { _ = try pack(name) }
    #expect(refusal?.message == message)
    #expect(refusal?.help == help)
  }

  @Test func isNotMadeOfTextsWithErrors() throws {
    let packed = try pack("knots", ["courses/knots/04-bad.md": "---\nminutes: many\n---\n# Bad\n"])
    #expect(packed.hasErrors)
    #expect(packed.files.paths == [])
  }

  private static let closed = "copper herons count seventeen lanterns quietly"

  /// Where closed words may stand, with a file that shows them.
  private static let leaks: [(path: String, text: String, output: String)] = [
    (
      "courses/knots/02-reef.md", "---\npreview: true\n---\n# Reef\n\nSee: \(closed).\n",
      "courses/knots/reef.html"
    ),
    (
      "courses/knots/index.md", "---\nprice: 9 EUR\n---\n# Knots\n\nSee: \(closed).\n",
      "courses/knots/index.html"
    ),
    ("theme/js/90-own.js", "\"use strict\";\nwindow.own = \"\(closed)\";\n", "assets/clevio.js"),
  ]

  @Test(arguments: leaks)
  func isNotMadeWhereClosedWordsStandInTheOpen(
    path: String, text: String, output: String
  ) throws {
    let sources = [
      "courses/knots/index.md": "---\nprice: 9 EUR\n---\n# Knots\n",
      "courses/knots/01-basics/01-rope.md": "# Rope\n\nThe \(Self.closed).\n",
    ]
    let licence = try Licence()
    let clean = try pack("knots", sources, sealing: licence.sealing)
    #expect(clean.diagnostics.filter { $0.severity == .error } == [])
    let packed = try pack("knots", sources.merging([path: text]) { $1 }, sealing: licence.sealing)
    let leaks = packed.diagnostics.filter { $0.id == "closed-leak" }
    #expect(leaks.contains { $0.message.contains("stand in \"\(output)") })
    #expect(packed.hasErrors && packed.files.paths == [])
  }

  @Test func closesTitlesAsThePortalDoes() throws {
    let sources = [
      "courses/knots/index.md": "---\nprice: 9 EUR\nclosed_titles: true\n---\n# Knots\n",
      "courses/knots/02-reef.md": "# Quorvexing\n\nRight over left.\n",
    ]
    let licence = try Licence()
    let packed = try pack("knots", sources, sealing: licence.sealing)
    #expect(packed.diagnostics.filter { $0.severity == .error } == [])
    for path in packed.files.paths where path.hasExtension("html", "js") {
      #expect(try !text(path.text, of: packed).contains("Quorvexing"), "\(path)")
    }
  }

  @Test func isNotMadeOfACourseWhosePagesHaveErrors() throws {
    let strict = "title: Harbour\nid: harbour\nurl: https://harbour.example/\nstrict: true\n"
    let packed = try pack(
      "knots",
      [
        "clevio.yml": strict,
        "courses/knots/index.md": "# Knots\n\n<iframe src=\"https://film.example/1\"></iframe>\n",
      ])
    #expect(packed.diagnostics.contains { $0.position.path == "courses/knots/index.md" })
    #expect(packed.hasErrors && packed.files.paths == [])
  }

  @Test func needsKeysOnlyForTheCourseItself() throws {
    let other = ["courses/sailing/index.md": "---\nprice: 9 EUR\n---\n# Sailing\n"]
    #expect(try pack("knots", other, sealing: .nothing).hasErrors == false)
    #expect(
      try pack("sailing", other, sealing: .nothing).diagnostics.map(\.id)
        .contains("price-without-keys"))
  }
}
