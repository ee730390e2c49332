import Bytes
import Files
import Testing

@testable import PreviewServer

@Suite struct PortalFilesTests {
  private let files = PortalFiles(
    FileTree(texts: [
      "index.html": "home", "404.html": "lost", "courses/knots/index.html": "knots",
      "courses/knots/a b.html": "spaced", "assets/clevio.css": "a{}", "assets/clevio.js": "1",
      "assets/icon.svg": "<svg/>", "feed.xml": "<feed/>", "sitemap.xml": "<urlset/>",
      "film.mp4": "0123456789",
    ]))

  private func get(
    _ path: String, method: String = "GET", range: String? = nil
  ) -> HTTPResponse {
    let fields = range.map { [HTTPField("range", $0)] } ?? []
    return files.answer(
      to: HTTPRequest(method: Array(method.utf8), path: Array(path.utf8), fields: fields))
  }

  private func field(_ name: String, of response: HTTPResponse) -> String? {
    response.fields.first { $0.name == Array(name.utf8) }.map { String(utf8: $0.value) }
  }

  @Test(
    arguments: [
      ("/", "home", "text/html; charset=utf-8"),
      ("/index.html", "home", "text/html; charset=utf-8"),
      ("/courses/knots/", "knots", "text/html; charset=utf-8"),
      ("/courses/knots/a%20b.html", "spaced", "text/html; charset=utf-8"),
      ("/assets/../assets/clevio.css", "a{}", "text/css; charset=utf-8"),
      ("/assets/clevio.js", "1", "text/javascript; charset=utf-8"),
      ("/assets/icon.svg", "<svg/>", "image/svg+xml"),
      ("/feed.xml", "<feed/>", "application/atom+xml"),
      ("/sitemap.xml", "<urlset/>", "application/xml"), ("/film.mp4", "0123456789", "video/mp4"),
    ])
  func givesFilesWithTheirTypes(path: String, body: String, type: String) {
    let response = get(path)
    #expect(response.status == .ok)
    #expect(String(utf8: response.body) == body)
    #expect(field("content-type", of: response) == type)
  }

  @Test(
    arguments: [
      "/nothing.html", "/courses/other/", "/../etc/passwd", "/..%2f..%2fetc/passwd", "/%00",
      "/%FF", "//etc/passwd", "/courses", "/assets/clevio.css/",
    ])
  func givesThePortalsOwnPageForWhatIsNotThere(path: String) {
    let response = get(path)
    #expect(response.status == .notFound, "\(path)")
    #expect(String(utf8: response.body) == "lost")
  }

  @Test func sendsAFolderToItsSlash() {
    let response = get("/courses/knots")
    #expect(response.status == .movedPermanently)
    #expect(field("location", of: response) == "/courses/knots/")
  }

  @Test(arguments: [
    ("//courses/knots", "/courses/knots/"), ("/\\a/../courses/knots", "/courses/knots/"),
    ("//a.example/../courses/knots", "/courses/knots/"), ("/courses/..", "/"),
    ("//evil.example/..", "/"), ("/courses/a%20b%0D", "/courses/a%20b%0D/"),
  ])
  func sendsNobodyToAnotherHost(path: String, location: String) {
    var tree = files.tree
    tree[RelativePath("courses/a b\r/index.html")] = .bytes([])
    let response = PortalFiles(tree).answer(
      to: HTTPRequest(method: [UInt8]("GET"), path: Array(path.utf8)))
    #expect(response.status == .movedPermanently)
    #expect(field("location", of: response) == location)
  }

  @Test(
    arguments: [
      ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=4-", "456789", "bytes 4-9/10"),
      ("bytes=-2", "89", "bytes 8-9/10"), ("bytes=-99", "0123456789", "bytes 0-9/10"),
      ("bytes=8-99", "89", "bytes 8-9/10"),
    ])
  func givesPartsOfFilms(range: String, body: String, place: String) {
    let response = get("/film.mp4", range: range)
    #expect(response.status == .partialContent)
    #expect(String(utf8: response.body) == body)
    #expect(field("content-range", of: response) == place)
  }

  @Test(arguments: ["bytes=10-", "bytes=99-100", "bytes=-0"])
  func refusesPartsBeyondTheEnd(range: String) {
    let response = get("/film.mp4", range: range)
    #expect(response.status == .rangeNotSatisfiable)
    #expect(field("content-range", of: response) == "bytes */10")
  }

  @Test(arguments: ["bytes=3-1", "bytes=a-b", "items=0-3", "bytes=0-1,3-4", "bytes=-", "bytes=3"])
  func givesTheWholeForARangeThatIsNone(range: String) {
    #expect(get("/film.mp4", range: range).status == .ok)
    #expect(get("/film.mp4", range: range).body.count == 10)
  }

  @Test(arguments: [nil, "bytes=0-3", "bytes=10-"])
  func sendsOnlyTheHeadForHead(range: String?) {
    let response = get("/film.mp4", method: "HEAD", range: range)
    let text = String(utf8: response.bytes)
    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(text.contains("content-length: 10\r\n"))
    #expect(text.hasSuffix("\r\n\r\n"))
  }

  @Test func holdsNoWholeFilmInMemory() throws {
    var film = [UInt8](repeating: 0, count: 10_000_000)
    for place in [0, FilePart.longest, 2 * FilePart.longest, 9_999_999] { film[place] = 1 }
    let files = PortalFiles(FileTree([RelativePath("film.mp4"): .bytes(film)]))
    func get(_ method: StaticString) -> HTTPResponse {
      files.answer(to: HTTPRequest(method: [UInt8](method), path: [UInt8]("/film.mp4")))
    }
    let response = get("GET")
    #expect(response.body.count == FilePart.longest)
    #expect(String(utf8: response.bytes.prefix(200)).contains("content-length: 10000000\r\n"))
    let pieces = try response.pieces.map { try $0.read() }
    #expect(pieces.allSatisfy { $0.count <= FilePart.longest })
    #expect(pieces.reduce(response.body, +) == film)
    let head = get("HEAD")
    #expect(String(utf8: head.bytes).contains("content-length: 10000000\r\n"))
    #expect(head.bytes.count < 1_000)
    #expect(head.pieces.isEmpty)
  }

  @Test func standsInAFolderOfItsHost() {
    let files = PortalFiles(self.files.tree, at: "/academy/")
    func status(_ path: String) -> HTTPStatus {
      files.answer(to: HTTPRequest(method: [UInt8]("GET"), path: Array(path.utf8))).status
    }
    #expect(status("/academy/") == .ok)
    #expect(status("/academy/courses/knots/index.html") == .ok)
    #expect(status("/") == .notFound)
    #expect(status("/academyindex.html") == .notFound)
    let folder = HTTPRequest(method: [UInt8]("GET"), path: [UInt8]("/academy//courses/knots"))
    #expect(field("location", of: files.answer(to: folder)) == "/academy/courses/knots/")
  }

  @Test func takesNothing() {
    #expect(get("/", method: "POST").status == .methodNotAllowed)
    #expect(get("/", method: "DELETE").status == .methodNotAllowed)
  }
}
