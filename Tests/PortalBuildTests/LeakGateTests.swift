import Bytes
import Diagnostics
import Entitlements
import Files
import PortalBuild
import Testing

/// What of a closed lesson stands anywhere else is found, and keeps the portal from being published.
@Suite struct LeakGateTests {
  private static let words = "copper herons count seventeen lanterns quietly"

  private static let lesson = """
    # Night watch

    At dusk the copper herons *count* seventeen lanterns quietly, then leave.

    ![The heron stands on one leg beside a lamp](heron.png) [Chart](chart.csv)

    ```swift
    let herons = lanterns.filter { $0.isLit && $0.colour == .copper }
    ```

    <!-- quiz -->

    ### How many lanterns burn at midnight?

    - = eleven small ones

    ### Which bird watches?

    1. [x] A grey heron
    2. [ ] A gull

    <!-- /quiz -->
    """

  /// A portal with one closed lesson, and something that may not be there.
  private func portal(
    _ changes: [String: String], lesson: String = LeakGateTests.lesson,
    files: [String: [UInt8]] = [:],
    course: String = ""
  ) throws -> BuiltPortal {
    let texts = [
      "clevio.yml": "title: Harbour\nid: harbour\nurl: https://harbour.example/\n",
      "courses/knots/index.md":
        "---\nprice: 9 EUR\ncheckout_url: https://shop.example/\n\(course)---\n# Knots\n",
      "courses/knots/a.md": "---\npreview: true\n---\n# Open\n\nFree words.\n",
      "courses/knots/b.md": lesson,
    ]
    var tree = FileTree(texts: texts.merging(changes) { $1 })
    tree[RelativePath("courses/knots/heron.png")] = .bytes(LeakGateTests.picture)
    tree[RelativePath("courses/knots/chart.csv")] = .bytes([UInt8]("hour,lanterns\n1,17\n"))
    for (path, bytes) in files { tree[RelativePath(path)] = .bytes(bytes) }
    return try BuiltPortal(sources: tree)
  }

  private static let picture: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    8, 0, 0, 0, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60,
    0x82,
  ]

  private func leaks(_ portal: BuiltPortal) -> [Diagnostic] {
    portal.diagnostics.filter { $0.id == "closed-leak" }
  }

  @Test func letsACleanPortalPass() throws {
    let portal = try portal([:])
    #expect(portal.diagnostics == [])
    #expect(portal.has("courses/knots/sealed/b.js"))
  }

  @Test func tellsWhereTheWordsAreAndWhereTheyCameFrom() throws {
    let portal = try portal(["pages/about.md": "# About\n\nOur \(LeakGateTests.words).\n"])
    let leaks = leaks(portal)
    #expect(portal.files.paths == [])
    #expect(
      Set(leaks.map(\.message))
        == Set(
          ["about.html", "search/en/text/about/0.js"].map {
            "the words \"\(LeakGateTests.words)\" of this closed lesson stand in \"\($0)\", too"
          }))
    #expect(leaks.allSatisfy { $0.place == "courses/knots/b.md:3:13 closed-leak" })
    #expect(
      leaks.contains {
        $0.help == "they are in \"pages/about.md\", line 3: write them there in other words, "
          + "or make the lesson a preview"
      })
  }

  /// Something that may not be there, and a file in which it is found.
  struct Plant: Sendable {
    var path: String
    var text: String
    var output: String

    init(_ path: String, _ text: String, _ output: String) {
      self.path = path
      self.text = text
      self.output = output
    }
  }

  private static let plants: [Plant] = [
    Plant(
      "courses/knots/a.md", "---\npreview: true\n---\n# Open\n\nX \(words) y.\n",
      "courses/knots/a.html"
    ),
    Plant(
      "courses/knots/a.md", "---\npreview: true\n---\n# Open\n\n`\(words)`\n",
      "courses/knots/a.html"
    ),
    Plant(
      "courses/knots/a.md",
      "---\npreview: true\n---\n# Open\n\n*copper* HERONS, count&nbsp;seventeen **lan**terns — quietly\n",
      "courses/knots/a.html"
    ),
    Plant(
      "courses/knots/a.md",
      "---\npreview: true\n---\n# Open\n\n<span title=\"\(words)\">x</span>\n",
      "courses/knots/a.html"
    ),
    Plant(
      "courses/knots/a.md", "---\npreview: true\n---\n# Open\n\n![\(words)](open.svg)\n",
      "courses/knots/a.html"
    ),
    Plant(
      "courses/knots/a.md",
      "---\npreview: true\n---\n# Open\n\n![The heron stands on one leg beside a lamp](open.svg)\n",
      "courses/knots/a.html"
    ),
    Plant(
      "courses/knots/a.md",
      "---\npreview: true\n---\n# Open\n\n```swift\nlet herons = lanterns.filter { $0.isLit && $0.colour == .copper }\n```\n",
      "courses/knots/a.html"
    ),
    Plant(
      "courses/knots/a.md", "---\npreview: true\ndescription: \(words)\n---\n# Open\n",
      "courses/knots/a.html"
    ),
    Plant(
      "courses/knots/b.md", "---\ndescription: The \(words)\n---\n\(lesson)", "courses/knots/b.html"
    ),
    Plant(
      "courses/knots/index.md",
      "---\nprice: 9 EUR\ncheckout_url: https://s.example/\noutcomes: [\"\(words)\"]\n---\n",
      "courses/knots/index.html"
    ),
    Plant(
      "courses/knots/index.md",
      "---\nprice: 9 EUR\ncheckout_url: https://s.example/\ndescription: \(words)\n---\n",
      "api/v1/courses.json"
    ),
    Plant("clevio.yml", "title: Harbour\nid: harbour\ndescription: The \(words)\n", "llms.txt"),
    Plant(
      "theme/templates/footer.mustache", "<footer>{{strings.previous}}<!-- \(words) --></footer>\n",
      "404.html"
    ),
    Plant(
      "theme/templates/footer.mustache",
      "<script type=\"application/ld+json\">{\"text\":\"copper \\u0068erons\\ncount seventeen lanterns quietly\"}</script>\n",
      "404.html"
    ),
    Plant("theme/js/99-mine.js", "const b = 1; // \(words)\n", "assets/clevio.js"),
    Plant(
      "theme/js/99-mine.js",
      "const a = \"<p>copper <b>herons</b> count seventeen lanterns quietly</p>\";\n",
      "assets/clevio.js"
    ),
    Plant("theme/css/99-mine.css", "/* \(words) */\n", "assets/clevio.css"),
    Plant(
      "courses/knots/open.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>\(words)</text></svg>",
      "courses/knots/open.svg"
    ),
    Plant("courses/knots/notes.txt", words, "courses/knots/notes.txt"),
  ]

  @Test func countsTheFilesThatItDoesNotName() throws {
    let course =
      "---\nprice: 9 EUR\ncheckout_url: https://s.example/\ndate: 2027-01-01\nsubtitle: \(LeakGateTests.words)\n---\n"
    let unleaked = try portal(["courses/knots/index.md": course], lesson: "# Night watch\n")
    let files = try unleaked.mentions(of: LeakGateTests.words)
    #expect(files.contains("feed.xml"))
    let leaks = leaks(try portal(["courses/knots/index.md": course]))
    #expect(leaks.count == 5)
    let rest = ", and with others of it in \(files.count - 5) more files"
    #expect(leaks.allSatisfy { $0.message.hasSuffix(rest) }, "\(leaks)")
  }

  @Test(arguments: plants)
  func findsSixWordsInEveryKindOfFile(_ plant: Plant) throws {
    var changes = [
      "courses/knots/open.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "courses/knots/c.md":
        "---\npreview: true\n---\n# C\n\n![x](open.svg) [n](notes.txt)\n",
      "courses/knots/notes.txt": "notes",
    ]
    changes[plant.path] = plant.text
    let portal = try portal(changes)
    let leaks = leaks(portal)
    #expect(portal.files.paths == [])
    #expect(leaks.contains { $0.message.contains("\"\(plant.output)\"") }, "\(portal.diagnostics)")
    #expect(leaks.allSatisfy { $0.position.path == "courses/knots/b.md" })
    #expect(portal.errors.allSatisfy { $0.hasSuffix(" closed-leak") })
  }

  @Test(arguments: [
    "copper herons count seventeen lanterns",
    "herons copper count seventeen lanterns quietly",
    "copper herons count\n\nseventeen lanterns slowly",
  ])
  func letsFewerWordsPassAndOtherOnes(text: String) throws {
    let portal = try portal(["pages/about.md": "# About\n\n\(text)\n"])
    #expect(portal.diagnostics == [])
  }

  @Test func readsWordsInEveryScript() throws {
    for words in [
      "Ветер тихо качает старые Лодки у причала", "ΝΎΧΤΑ φέρνει σιωπή στους παλιούς δρόμους",
      "밤마다 등대는 조용히 바다를 오래 비춘다", "夜の港では灯台が静かに海を照らし続ける",
      "Große Kähne schwanken lautlos über Nacht hier",
    ] {
      let leaked = try portal(
        ["pages/about.md": "# About\n\n…\(words)…\n"], lesson: "# B\n\n\(words).\n")
      #expect(leaks(leaked).count > 0, "\(words)")
    }
    let short = try portal(
      ["pages/about.md": "# About\n\n夜の港では灯\n"], lesson: "# B\n\n夜の港では灯台が静かに海を照らす\n")
    #expect(short.diagnostics == [])
  }

  // MARK: Captions

  private static func captions(_ cues: String...) -> String {
    let numbered = cues.enumerated().map { index, words in
      "\(index + 1)\n00:00:0\(index).000 --> 00:00:0\(index + 1).000 line:90%\n\(words)\n"
    }
    return "WEBVTT\n\nNOTE Written by the watch of the old harbour light\n\n"
      + numbered.joined(separator: "\n")
  }

  /// A portal whose open and closed lesson have a film each.
  private func films(open: String, closed: String, course: String = "") throws -> BuiltPortal {
    func video(_ name: String) -> String {
      "video: {src: \(name).mp4, captions: [{src: \(name).vtt, lang: en}]}\n"
    }
    return try portal(
      [
        "courses/knots/a.md": "---\npreview: true\n\(video("a"))---\n# Open\n\nFree words.\n",
        "courses/knots/a.vtt": open, "courses/knots/b.vtt": closed,
      ], lesson: "---\n\(video("b"))---\n\(LeakGateTests.lesson)",
      files: ["courses/knots/a.mp4": [1, 1], "courses/knots/b.mp4": [2, 2, 2]], course: course)
  }

  @Test func comparesWhatCaptionsSayAndNotTheirTimes() throws {
    let closed = Self.captions("Seven grey herons", "sleep under the iron lamp")
    let portal = try films(open: Self.captions("Welcome", "aboard"), closed: closed)
    #expect(portal.errors == [], "\(portal.diagnostics)")
    #expect(portal.has("courses/knots/a.vtt"))
    // A text may go on in the next cue, on either side.
    let leaked = try films(
      open: Self.captions("Look: seven grey herons sleep", "under the iron lamp, all night"),
      closed: closed)
    #expect(leaks(leaked).contains { $0.message.contains("\"courses/knots/a.vtt\"") })
    let other = Self.captions("Seven grey herons sleep below the iron lamp")
    #expect(try films(open: other, closed: closed).errors == [])
  }

  @Test func readsWhatCallsItselfCaptionsAndIsNone() throws {
    let copy = try portal([
      "pages/about.md": "# About\n\n[x](notes.vtt)\n", "pages/notes.vtt": LeakGateTests.lesson,
    ])
    #expect(leaks(copy).contains { $0.message.contains("\"files/pages/notes.vtt\"") })
  }

  @Test(arguments: ["unlisted", "open"])
  func letsCaptionsLieOpenWhereTheCourseSaysSo(mode: String) throws {
    let closed = Self.captions("Seven grey herons sleep under the iron lamp")
    let course = "media: \(mode)\n"
    let portal = try films(open: Self.captions("Welcome"), closed: closed, course: course)
    #expect(portal.errors == [], "\(portal.diagnostics)")
    #expect(portal.files.paths.contains { $0.hasExtension("vtt") })
    let leaked = try films(open: closed, closed: closed, course: course)
    #expect(leaks(leaked).contains { $0.message.contains("\"courses/knots/a.html\"") })
  }

  // MARK: Answers, titles, files

  @Test(arguments: [
    ("Which bird watches? It is a grey heron, they say.", true),
    ("How many lanterns burn at midnight, you ask? Eleven small ones.", true),
    ("A grey heron lives here.", false),
    ("Which bird watches? Nobody knows.", false),
  ])
  func findsAShortAnswerBesideItsQuestion(_ example: (text: String, isFound: Bool)) throws {
    let portal = try portal(["pages/about.md": "# About\n\n\(example.text)\n"])
    let answers = leaks(portal).filter { $0.message.contains("answer") }
    #expect(answers.isEmpty != example.isFound, "\(portal.diagnostics)")
  }

  @Test(arguments: [
    ("pages/about.md", "# About\n\nNext: night watch duty rules.\n"),
    ("courses/knots/a.md", "---\npreview: true\n---\n# Open\n\n[Night watch duty rules](b.md)\n"),
    ("courses/knots/night-watch-duty-rules.txt", "x"),
  ])
  func findsATitleThatIsKept(_ plant: (path: String, text: String)) throws {
    let changes = [
      "courses/knots/c.md": "---\npreview: true\n---\n# C\n\n[n](night-watch-duty-rules.txt)\n",
      "courses/knots/night-watch-duty-rules.txt": "x",
    ]
    let lesson = "---\ntitle: Night watch duty rules\nclosed_titles: true\n---\n\nBody.\n"
    var texts = plant.path.hasSuffix(".txt") ? changes : [:]
    texts[plant.path] = plant.text
    let portal = try portal(texts, lesson: lesson)
    #expect(
      leaks(portal).contains {
        $0.place == "courses/knots/b.md:2:8 closed-leak"
          && $0.message.hasPrefix("the title of this lesson is kept")
      }, "\(portal.diagnostics)")
    #expect(try self.portal([:], lesson: lesson).errors == [])
  }

  @Test func findsAShortTitleWhereItStandsAlone() throws {
    let lesson = "---\ntitle: Lanterns\nclosed_titles: true\n---\n\nBody.\n"
    let link = try portal(
      ["courses/knots/a.md": "---\npreview: true\n---\n# Open\n\nSee [lanterns](b.md).\n"],
      lesson: lesson)
    #expect(leaks(link).count > 0)
    let text = try portal(["pages/about.md": "# About\n\nWe light lanterns.\n"], lesson: lesson)
    #expect(text.diagnostics == [])
    let shared = try portal(
      ["courses/knots/a.md": "---\npreview: true\n---\n# Lanterns\n\nOpen.\n"], lesson: lesson)
    #expect(shared.diagnostics == [])
  }

  @Test(arguments: ["Quiz", "Notes", "Next"])
  func letsATitleStandThatTheInterfaceSaysEverywhere(title: String) throws {
    let lesson = "---\ntitle: \(title)\nclosed_titles: true\n---\n\nBody.\n"
    #expect(try portal([:], lesson: lesson).errors == [])
  }

  @Test func findsACopyOfAFile() throws {
    let page = "# About\n\n![A copy](copy.png) [data](data.csv)\n"
    let portal = try portal(
      ["pages/about.md": page],
      files: [
        "pages/copy.png": LeakGateTests.picture,
        "pages/data.csv": [UInt8]("hour,lanterns\n1,17\n"),
      ])
    #expect(
      leaks(portal).map(\.message) == [
        "the file \"courses/knots/heron.png\" of this closed lesson is published as "
          + "\"files/pages/copy.png\", too",
        "the file \"courses/knots/chart.csv\" of this closed lesson is published as "
          + "\"files/pages/data.csv\", too",
      ])
    #expect(leaks(portal).map(\.place).first == "courses/knots/b.md:5:46 closed-leak")
  }

  @Test func warnsOfAFileThatAnOpenPageShows() throws {
    let open = "---\npreview: true\n---\n# Open\n\n![A heron](heron.png)\n"
    let portal = try portal(["courses/knots/a.md": open])
    #expect(portal.errors == [])
    #expect(portal.warnings == ["courses/knots/b.md:5:46 closed-media"])
    #expect(portal.has("courses/knots/heron.png"))
  }

  // MARK: Secrets

  @Test func findsALicenceAndAPrivateKey() throws {
    let key = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
    let name = try Licence.name("e-0001")
    let root = CourseRoot(
      course: try Licence.name("knots"), secret: [UInt8](repeating: 1, count: 32))
    let entitlement = Entitlement(
      author: try Licence.name("ada"), portal: try Licence.name("harbour"), id: name,
      label: [UInt8]("order"), grants: [root.grant(to: name, epoch: 1)], issued: 1, notBefore: 1,
      expires: nil)
    let token = String(utf8: entitlement.signed(by: key))
    let pem = String(
      utf8: SecretKeyFile.text(of: key.seed, .signing, passphrase: [1], rounds: 10))
    for (secret, what) in [(token, "an entitlement"), (pem, "a private key")] {
      let page = try portal(["pages/about.md": "# About\n\n```\n\(secret)\n```\n"])
      #expect(
        leaks(page).contains {
          $0.message == "\(what) stands in \"about.html\"" && $0.position.path == "pages/about.md"
        }, "\(page.diagnostics)")
      let file = try portal([
        "pages/about.md": "# About\n\n[x](secret.txt)\n", "pages/secret.txt": secret,
      ])
      #expect(leaks(file).map(\.message) == ["\(what) stands in \"files/pages/secret.txt\""])
      let noted = try films(
        open: "WEBVTT\n\nNOTE\n\(secret)\n\n00:00.000 --> 00:01.000\nWelcome\n",
        closed: Self.captions("Seven grey herons"))
      let told = "\(what) stands in \"courses/knots/a.vtt\""
      #expect(leaks(noted).contains { $0.message == told })
    }
    let talk = try portal([
      "pages/about.md":
        "# About\n\nA key begins with `-----BEGIN PRIVATE KEY-----`, then `MIIE…`.\n"
    ])
    #expect(talk.diagnostics == [])
  }
}
