import Bytes
import Files
import Foundation
import PortalBuild
import Testing

@Suite struct ClosedLessonTests {
  /// A lesson in which everything but the title and the description bears one word.
  private static let body = """
    Quorvex words, **quorvex** and `quorvex`.

    ## Quorvex heading {#quorvex}

    ```swift
    let quorvex = "quorvex"
    ```

    ![quorvex](quorvex.svg) [quorvex](quorvex.txt) <https://quorvex.example> $quorvex$

    | quorvex | b |
    | --- | --- |
    | quorvex | 2 |

    > [!TIP]
    > quorvex

    <details><summary>quorvex</summary>quorvex</details>

    <div data-quorvex="quorvex">quorvex</div>

    [^1]: quorvex

    <!-- quiz pass=100 -->

    ### Quorvex question?

    > quorvex hint

    1. [x] quorvex right
       > quorvex feedback
    2. [ ] quorvex wrong

    ### Quorvex text?

    - = quorvex

    <!-- /quiz -->
    """

  private static func lesson(_ frontMatter: String) -> String {
    """
    ---
    title: The plain title
    description: What a learner may know of it before.
    minutes: 17
    \(frontMatter)
    downloads: [quorvex.txt]
    video:
      src: quorvex.mp4
      poster: quorvex.svg
      captions: [{src: quorvex.vtt, lang: en}]
      transcript: transcript.txt
    ---
    \(body)
    """
  }

  private static let files = [
    "courses/boats/quorvex.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "courses/boats/quorvex.txt": "quorvex", "courses/boats/quorvex.mp4": "quorvex",
    "courses/boats/quorvex.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nquorvex\n",
  ]

  /// A course with an open lesson, a lesson that is kept, and one after it.
  private func portal(course: String, kept: String) throws -> BuiltPortal {
    let texts = [
      "clevio.yml": "title: Harbour\nid: harbour\nurl: https://harbour.example/\nmath: true\n",
      "courses/boats/index.md": "---\n\(course)\n---\n# Boats\n",
      "courses/boats/01-open.md":
        "---\npreview: true\n---\n# Open\n\nFree words.\n\n[On](02-kept.md)\n",
      "courses/boats/02-kept.md": ClosedLessonTests.lesson(kept),
      "courses/boats/03-last.md": "---\npreview: true\n---\n# Last\n\n[Back](02-kept.md#quorvex)\n",
      "courses/boats/transcript.txt": "quorvex",
    ]
    return try BuiltPortal(texts.merging(ClosedLessonTests.files) { $1 })
  }

  @Test(
    arguments: [
      ("price: 49 EUR\ncheckout_url: https://shop.example/boats", ""),
      ("price: 0.01 EUR\ncheckout_url: https://shop.example/boats", "preview: false"),
      ("price: 49 EUR\nsale: {price: free}\ncheckout_url: https://shop.example/boats", ""),
      (
        "price: 49 EUR\nvisibility: unlisted\ncheckout_url: https://shop.example/boats",
        "available: 2030-01-01"
      ),
    ])
  func letsNothingOfAClosedLessonOutButWhatSellsIt(course: String, kept: String) throws {
    let portal = try portal(course: course, kept: kept)
    #expect(portal.errors == [])
    // A link to a heading of the closed lesson does not show the heading's words.
    #expect(try portal.mentions(of: "quorvex") == [])
    #expect(portal.text("courses/boats/last.html").contains("<a href=\"kept.html\">Back</a>"))
    let page = portal.text("courses/boats/kept.html")
    #expect(page.contains("<h1>The plain title</h1>"))
    #expect(page.contains("What a learner may know of it before."))
    #expect(page.contains("17 min"))
    #expect(page.contains("href=\"https://shop.example/boats\""))
    #expect(page.contains("This lesson is locked"))
    #expect(portal.text("courses/boats/open.html").contains("Free words."))
    #expect(portal.text("courses/boats/open.html").contains("<a href=\"kept.html\">On</a>"))
  }

  @Test func tellsBeforeAnOrderWhatACourseHolds() throws {
    let course = """
      price: 49 EUR
      checkout_url: https://shop.example/boats
      lang: en
      outcomes: [You can steer]
      requirements: [A boat]
      audience: [Whoever has a harbour]
      """
    let portal = try portal(course: course, kept: "")
    #expect(portal.errors == [])
    let page = portal.text("courses/boats/index.html")
    for words in [
      "€49", "English", "3 lessons", "min</span>", "You can steer", "A boat",
      "Whoever has a harbour", "The plain title", "href=\"https://shop.example/boats\"",
    ] { #expect(page.contains(words), "\(words)") }
    let terms = portal.text("terms.html")
    #expect(terms.contains("for how long you have access"))
    #expect(terms.contains("You need a current browser with JavaScript."))
  }

  @Test func letsNothingOfAScheduledLessonOutBeforeItsDay() throws {
    let portal = try portal(course: "price: free", kept: "available: 2027-02-01")
    #expect(portal.errors == [])
    #expect(try portal.mentions(of: "What a learner may know") == [])
    let mentions = try portal.mentions(of: "quorvex").filter { $0 != "courses/boats/last.html" }
    #expect(mentions == [])
    let page = portal.text("courses/boats/kept.html")
    #expect(page.contains("<h1>The plain title</h1>"))
    #expect(page.contains("<time datetime=\"2027-02-01\">Opens on"))
    let outline = try #require(
      between("<div class=\"outline-tree\"", "</div>", in: portal.text("courses/boats/last.html")))
    #expect(
      outline.contains(
        "icon-clock\" role=\"img\" aria-label=\"Opens on 1 February 2027\" title=\"Opens on"))
    #expect(!page.contains("This lesson is locked"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
  }

  @Test(arguments: [("price: free", "available: 2027-01-31"), ("price: 49 EUR", "preview: true")])
  func publishesAnOpenLessonWithAllThatBelongsToIt(course: String, kept: String) throws {
    let texts = ["courses/boats/transcript.txt": "quorvex said"]
    let portal = try BuiltPortal(
      [
        "courses/boats/index.md": "---\n\(course)\n---\n# Boats\n",
        "courses/boats/02-kept.md": ClosedLessonTests.lesson(kept),
      ].merging(ClosedLessonTests.files) { $1 }.merging(texts) { $1 })
    #expect(portal.errors == [])
    for file in ["quorvex.svg", "quorvex.txt", "quorvex.mp4", "quorvex.vtt"] {
      #expect(portal.has("courses/boats/\(file)"), "\(file)")
    }
    let page = portal.text("courses/boats/kept.html")
    #expect(page.contains("quorvex feedback"))
    #expect(page.contains("quorvex said"))
    #expect(page.contains("<video"))
  }

  @Test(
    arguments: [
      "price: 49", "price: 49EUR", "price: 49 eur", "price: 49 EURO", "price: -1 EUR",
      "price: 49,00 EUR", "price: 0.001 EUR", "price: Free", "price: gratis", "price: 10 JPY 5",
      "price:", "price: [49, EUR]", "prise: 49 EUR", "price: 49 EUR\nprice: free",
    ])
  func publishesNothingWhereThePriceIsNotUnderstood(line: String) throws {
    let portal = try BuiltPortal([
      "courses/boats/index.md": "---\n\(line)\n---\n# Boats\n", "courses/boats/a.md": "# A\n",
    ])
    #expect(portal.errors != [])
    #expect(portal.files.paths == [])
  }

  @Test(arguments: ["preview: ture", "preview: 1", "preview: yes please", "preveiw: true"])
  func publishesNothingWhereAPreviewIsNotUnderstood(line: String) throws {
    let portal = try BuiltPortal([
      "courses/boats/index.md": "---\nprice: 9 EUR\n---\n",
      "courses/boats/a.md": "---\n\(line)\n---\nA\n",
    ])
    #expect(portal.errors != [])
    #expect(portal.files.paths == [])
  }

  // MARK: The examples

  @Test func keepsEverySixWordsOfTheClosedExampleLessons() throws {
    let sources = try PortalBuild.exampleCourses()
    let course = RelativePath("courses/facilitating-workshops")
    let paths = sources.paths.filter { $0.fileExtension == "md" && $0.stem != "index" }
    var closed: [RelativePath: Set<Int>] = [:]
    var open: Set<Int> = []
    for path in sources.paths where path.fileExtension == "md" {
      let bytes = try sources[path]?.read() ?? []
      let text = String(decoding: bytes, as: UTF8.self)
      let end = text.range(of: "\n---\n")?.upperBound ?? text.startIndex
      let isClosed =
        path.isInside(course) && paths.contains(path) && !text.contains("preview: true")
      if isClosed {
        closed[path] = Set(runs(of: Array(text[end...].utf8)))
        open.formUnion(runs(of: Array(text[..<end].utf8)))
      } else {
        open.formUnion(runs(of: bytes))
      }
    }
    #expect(closed.count == 7)
    #expect(closed.values.allSatisfy { $0.count > 150 })
    let portal = try BuiltPortal(sources: sources)
    #expect(portal.errors == [])
    let all = closed.values.reduce(Set()) { $0.union($1) }.subtracting(open)
    for path in portal.files.paths where path.fileExtension != "css" {
      let found = try runs(of: portal.files[path]?.read() ?? []).filter(all.contains)
      #expect(found.count == 0, "\(path)")
    }
    for word in ["marmalade", "heron", "plum-clock", "lantern-and-ladder", "agenda-arc"] {
      let mentions = try portal.mentions(of: word)
      #expect(mentions == [], "\(word)")
    }
  }

  /// The runs of six words of a text, or of a page without its tags, as numbers that tell them apart.
  private func runs(of bytes: [UInt8]) -> [Int] {
    var words: [Int] = []
    var hasher = Hasher()
    var isWord = false
    var isTag = false
    for byte in bytes {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag, byte.isASCIIAlphanumeric || byte >= 0x80 {
        hasher.combine(byte.asciiLowercased)
        isWord = true
      } else if isWord {
        words.append(hasher.finalize())
        hasher = Hasher()
        isWord = false
      }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    guard words.count >= 6 else { return [] }
    return (0...(words.count - 6)).map { start in
      var hasher = Hasher()
      for word in words[start..<start + 6] { hasher.combine(word) }
      return hasher.finalize()
    }
  }
}
