import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct HostilePortalTests {
  private static let portal: [String: String] = [
    "clevio.yml": """
    title: Academy
    languages: [en, de]
    currency: EUR
    menu: [about]
    theme: {accent: "#0b655a"}
    front_matter: {aliases: {teaching: minutes}, ignore: [exercises]}
    defaults: {checkout_url: "https://shop.example"}

    """,
    "courses/knots/index.md": """
    ---
    title: "Knots: all"
    authors: [ada]
    price: 49 EUR
    sale: {price: 39 EUR, until: 2027-02-01}
    visibility: public
    lessons: [01-s/b.md]
    tags:
      - rope
      - café
    ---
    # Knots

    """,
    "courses/knots/01-s/index.md": "---\ntitle: Start\n---\n",
    "courses/knots/01-s/a.md": "---\nteaching: 5\nrequires: b\nvideo:\n  src: a.mp4\n---\nText\n",
    "courses/knots/01-s/b.md": "<!-- note -->\n# Reef\n\nText\n",
    "authors/ada.md": "---\nname: Ada\nlinks:\n  - {title: A, url: https://a.example}\n---\n",
    "pages/about.md": "---\ntitle: About\n---\n",
  ]

  private static let pieces: [[UInt8]] = [
    Array("\n".utf8), Array("\r".utf8), Array(": ".utf8), Array("- ".utf8), Array("---\n".utf8),
    Array("\"".utf8), Array("'".utf8), Array("[".utf8), Array("}".utf8), Array("&a ".utf8),
    Array("*a".utf8), Array("|\n".utf8), Array("#".utf8), Array("\t".utf8), Array("  ".utf8),
    Array("!!int ".utf8), Array("? ".utf8), Array("<!--".utf8), Array("\u{2028}".utf8), [0], [0xFF],
    [0xC3], [0xEF, 0xBB, 0xBF], Array("99999999999999999999".utf8), Array("visibility: ".utf8),
  ]

  private static func mutate(_ bytes: inout [UInt8], with random: inout SplitMix) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: 0)
    case 2: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 3: bytes.removeLast(bytes.count - place)
    default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
    }
  }

  /// How many bytes each line has, as an editor counts lines.
  private static func lines(of bytes: [UInt8]) -> [Int] {
    var lines = [0]
    for (index, byte) in bytes.enumerated() {
      let isBeforeLineFeed = index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isBeforeLineFeed {
        lines.append(0)
      } else {
        lines[lines.count - 1] += 1
      }
    }
    return lines
  }

  /// Every finding has its place inside the file, and two runs say the same.
  @Test func survivesThreeThousandSlipsOfThePen() throws {
    var random = SplitMix(seed: 2_027)
    let paths = HostilePortalTests.portal.keys.sorted()
    var findings = 0
    for round in 0..<3_000 {
      var tree = FileTree(texts: HostilePortalTests.portal)
      let path = RelativePath(try #require(paths.randomElement(using: &random)))
      var bytes = try #require(tree[path]).read()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        HostilePortalTests.mutate(&bytes, with: &random)
      }
      tree[path] = .bytes(bytes)
      let found = try Loading(tree).found
      findings += found.count
      let isStable = try round % 5 > 0 || found == Loading(tree).found
      guard isStable, found == found.sorted() else {
        Issue.record("two orders of findings for \(path): \(String(utf8: bytes))")
        return
      }
      let lines = HostilePortalTests.lines(of: bytes)
      for diagnostic in found where diagnostic.position.path == path.text {
        let position = diagnostic.position
        let length = lines.indices.contains(position.line - 1) ? lines[position.line - 1] : -1
        guard position.column >= 1, position.length >= 0, position.column <= length + 1,
          position.column + position.length <= length + 1 || diagnostic.id == "front-matter-open"
        else {
          Issue.record("\(position) is not in the file: \(String(utf8: bytes).debugDescription)")
          return
        }
      }
    }
    #expect(findings > 2_000)
  }

  @Test func isNotStoppedByDepthOrSize() throws {
    let deep = String(repeating: "[", count: 100_000)
    let wide = (0..<5_000).map { "key\($0): \($0)\n" }.joined()
    let loading = try Loading([
      "courses/a/index.md": "---\ntitle: \(deep)\n---\n", "courses/b/index.md": "---\n\(wide)---\n",
      "courses/c/index.md": "---\n" + String(repeating: "-\n", count: 50_000),
      "courses/d/index.md": String(repeating: "<!-- -->", count: 50_000),
      "courses/e/index.md": "---\ntags: [" + String(repeating: "a, ", count: 50_000) + "b]\n---\n",
      "courses/f/index.md": "# " + String(repeating: "*[", count: 50_000),
    ])
    #expect(loading.ids.filter { $0 == "front-matter-key" }.count == 5_000)
    #expect(loading.ids.contains("yaml-syntax") && loading.ids.contains("front-matter-open"))
    #expect(loading.portal.courses.map(\.slug) == ["b", "d", "e", "f"])
  }

  /// For each of them it would be listed which keys there are.
  @Test func tellsOfManyUnknownKeys() throws {
    let many = (0..<10_000).map { "far\($0): 1\n" }.joined()
    let loading = try Loading(course: "---\ntitle: Knots\nvisiblity: public\n\(many)---\n")
    #expect(loading.ids.filter { $0 == "front-matter-key" }.count == 10_001)
  }

  @Test func ignoresPatternsInLinearTime() throws {
    var files = ["clevio.yml": "ignore: [\"\(String(repeating: "*a", count: 50))*b\"]\n"]
    files["courses/knots/\(String(repeating: "a", count: 200)).md"] = ""
    #expect(try Loading(files).titles.count == 1)
  }
}
