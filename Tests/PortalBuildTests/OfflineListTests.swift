import Bytes
import Diagnostics
import Files
import Foundation
import PortalBuild
import TestSupport
import Testing

/// What learners save of a course to read it without a network.
@Suite struct OfflineListTests {
  private static let texts = [
    "courses/knots/index.md": "# Knots\n\n![Rope](../../shared/rope.svg)\n",
    "courses/knots/01-bow line.md": "# Bowline\n\n![Bowline](images/bowline.svg)\n",
    "courses/knots/02-film.md": "---\nvideo:\n  src: film.mp4\n---\n# Film\n",
    "courses/knots/film.mp4": "moving", "courses/knots/images/bowline.svg": picture,
    "shared/rope.svg": picture, "courses/sailing/index.md": "# Sailing\n",
    "courses/sailing/wind.md": "# Wind\n\nIt blows.\n",
  ]

  private static let picture =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><path d=\"M0 0h4\"/></svg>"

  /// A list as scripts read it.
  private struct List: Decodable {
    var version: String
    var title: String
    var page: String
    var fallback: String
    var words: [String: String]
    var files: [File]

    struct File: Decodable {
      var path: String
      var size: Int
      var digest: String
      var isMedia = false

      init(from decoder: any Decoder) throws {
        var parts = try decoder.unkeyedContainer()
        path = try parts.decode(String.self)
        size = try parts.decode(Int.self)
        digest = try parts.decode(String.self)
        if !parts.isAtEnd { isMedia = try parts.decode(Int.self) == 1 }
      }
    }

    init(of course: String, in portal: BuiltPortal) throws {
      let script = portal.text("courses/\(course)/clevio-offline.js")
      let json = try #require(between("clevioOffline(\"\(course)\",", ");\n", in: script))
      self = try JSONDecoder().decode(List.self, from: Data(json.utf8))
    }

    var paths: [String] { files.map(\.path) }
  }

  @Test func namesWhatACourseNeedsAndNothingOfOthers() throws {
    let portal = try BuiltPortal(Self.texts)
    let list = try List(of: "knots", in: portal)
    let needed = [
      "courses/knots/index.html", "courses/knots/bow-line.html", "courses/knots/film.html",
      "courses/knots/images/bowline.svg", "files/shared/rope.svg", "courses/knots/film.mp4",
      "courses/knots/clevio-course.js", "assets/clevio.css", "assets/clevio.js", "assets/quiz.js",
      "index.html", "offline.html", "your-data.html",
    ]
    for path in needed { #expect(list.paths.contains(path), "\(path)") }
    let others = list.paths.filter { path in
      ["courses/sailing", "search", "api", "sitemap", "feed"].contains { path.hasPrefix($0) }
    }
    #expect(others == [])
    #expect(Set(list.paths).count == list.paths.count)
    #expect(!list.paths.contains("courses/knots/clevio-offline.js"))
    #expect(list.files.filter(\.isMedia).map(\.path) == ["courses/knots/film.mp4"])
    #expect(list.page == "courses/knots/index.html")
    #expect(list.fallback == "offline.html")
    #expect(list.words["saved"]?.contains("{size}") == true)
  }

  @Test func tellsTheSizeAndTheDigestOfEachFile() throws {
    let portal = try BuiltPortal(Self.texts)
    for file in try List(of: "knots", in: portal).files {
      let bytes = try #require(try portal.files[RelativePath(file.path)]?.read(), "\(file.path)")
      let digest = ContentDigest(of: bytes).bytes.prefix(16)
      let text = Data(digest).base64EncodedString()
        .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
      #expect(file.size == bytes.count && file.digest == text, "\(file.path)")
    }
  }

  @Test func changesItsVersionWithTheCourseAlone() throws {
    func version(_ changes: [String: String]) throws -> String {
      let portal = try BuiltPortal(Self.texts.merging(changes) { $1 })
      return try List(of: "knots", in: portal).version
    }
    let before = try version([:])
    #expect(try version(["courses/sailing/wind.md": "# Wind\n\nIt blows harder.\n"]) == before)
    #expect(try version(["courses/knots/film.mp4": "moving on"]) != before)
    #expect(try version(["shared/rope.svg": Self.picture + "\n"]) != before)
    #expect(try version(["courses/knots/01-bow line.md": "# Bowline\n\nNew.\n"]) != before)
  }

  @Test func takesSealedLessonsAsTheyLie() throws {
    var texts = Self.texts
    texts["courses/knots/index.md"] = "---\nprice: 9 EUR\n---\n# Knots\n"
    let portal = try BuiltPortal(texts)
    #expect(portal.errors == [])
    let list = try List(of: "knots", in: portal)
    for path in [
      "courses/knots/reader.html", "courses/knots/sealed/bow-line.js",
      "courses/knots/sealed/search.js", "assets/reader.js",
    ] {
      #expect(list.paths.contains(path), "\(path)")
    }
    #expect(!list.paths.contains("courses/knots/film.mp4"))
  }

  @Test func namesNoFileWhoseAddressIsItsKey() throws {
    var texts = Self.texts
    texts["courses/knots/index.md"] =
      "---\nprice: 9 EUR\nmedia: unlisted\n---\n# Knots\n\n![Rope](../../shared/rope.svg)\n"
    // What is shown for nothing is not to be closed elsewhere.
    texts["shared/rope.svg"] = Self.picture.replacing("M0 0h4", with: "M0 0v4")
    let portal = try BuiltPortal(texts)
    #expect(portal.errors == [])
    let folder = "courses/knots/sealed/media/"
    let unlisted = portal.files.paths.filter { $0.text.hasPrefix(folder) }
    #expect(Set(unlisted.map(\.fileExtension)) == ["mp4", "svg"])
    let list = try List(of: "knots", in: portal)
    #expect(!list.paths.contains { $0.hasPrefix(folder) })
    #expect(list.paths.contains("courses/knots/sealed/film.js"))
    for path in unlisted {
      #expect(try portal.mentions(of: path.stem) == [path.text], "\(path)")
    }
  }

  @Test func leadsToTheExcuseInTheCoursesLanguage() throws {
    let portal = try BuiltPortal([
      "clevio.yml": "title: Harbour\nlanguages: [en, de]\n",
      "courses/knoten/index.md": "---\nlang: de\n---\n# Knoten\n",
      "courses/knoten/seil.md": "# Seil\n\nEin Seil.\n",
    ])
    let list = try List(of: "knoten", in: portal)
    #expect(list.fallback == "de/offline.html")
    #expect(list.words["start"] == "Speichern")
    #expect(portal.text("de/offline.html").contains("data-offline-courses"))
    #expect(portal.text("offline.html").contains("lang=\"en\""))
  }

  @Test func letsOnlyCoursesPagesStartTheWorker() throws {
    let portal = try BuiltPortal(Self.texts)
    #expect(portal.text("courses/knots/index.html").contains("worker-src 'self'"))
    #expect(!portal.text("courses/knots/bow-line.html").contains("worker-src"))
    #expect(portal.has("clevio-worker.js") && portal.has("assets/offline.js"))
  }

  @Test func keepsTheAddressOfTheExcuseFree() throws {
    let portal = try BuiltPortal(Self.texts.merging(["pages/offline.md": "# Offline\n"]) { $1 })
    #expect(portal.errors.contains { $0.hasSuffix("address-duplicate") })
  }
}
