import Bytes
import Files
import Testing

@testable import PreviewServer

@Suite struct LivePreviewTests {
  private static let head =
    "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"

  private func page(_ html: String) -> String {
    String(utf8: LivePage.adding(to: Array(html.utf8), build: "b-1"))
  }

  @Test func letsAPageListenToThePreviewAndToNothingElse() {
    let live = page(Self.head + "</head><body>a < b</body></html>")
    #expect(
      live.contains("content=\"connect-src 'self'; default-src 'none'; script-src 'self'\">"))
    #expect(
      live.contains(
        "<script defer src=\"/.clevio/preview.js\" data-build=\"b-1\"></script>\n</head><body>a < b"
      ))
  }

  @Test func keepsTheHostsThatAPageMayTalkTo() {
    let own = Self.head.replacing("default-src 'none'", with: "connect-src https://stats.example")
    #expect(page(own + "</head>").contains("content=\"connect-src 'self' https://stats.example; "))
  }

  @Test func leavesWhatIsNoPageAlone() {
    #expect(page("<p>part</p>") == "<p>part</p>")
    #expect(page("<head></head>").hasPrefix("<head><script defer"))
  }

  private func get(_ preview: LivePreview, _ path: String, host: String = "127.0.0.1:4600")
    -> HTTPResponse?
  {
    let request = HTTPRequest(
      method: [UInt8]("GET"), path: Array(path.utf8),
      fields: [HTTPField("host", host)])
    guard case .response(let response) = preview.answer(to: request) else { return nil }
    return response
  }

  private func preview(_ texts: [String: String]) -> LivePreview {
    let preview = LivePreview(run: "r")
    preview.show(FileTree(texts: texts), findings: [UInt8]("[]"), unpublished: [])
    return preview
  }

  @Test(
    arguments: [
      ("localhost:4600", true), ("127.0.0.1", true), ("192.168.1.7:4600", true),
      ("[::1]:4600", true),
      ("evil.example", false), ("127.0.0.1.evil.example:4600", false), ("localhost.evil", false),
    ])
  func answersOnlyToNamesOfThisMachine(host: String, isAnswered: Bool) {
    let status = get(preview(["index.html": "<head></head>"]), "/", host: host)?.status
    #expect(status == (isAnswered ? .ok : .misdirected), "\(host)")
  }

  @Test func loadsPagesAgainOnlyForWhatTheyShow() throws {
    let files = ["index.html": "<head></head>one", "search/en/t0.js": "1", "feed.xml": "1"]
    let preview = preview(files)
    func show(_ changed: [String: String]) -> Bool {
      let tree = FileTree(texts: files.merging(changed) { $1 })
      return preview.show(tree, findings: [UInt8]("[]"), unpublished: [])
    }
    #expect(!show([:]))
    #expect(!show(["search/en/t0.js": "2", "feed.xml": "2", "courses/a/clevio-offline.js": "2"]))
    #expect(String(utf8: try #require(get(preview, "/search/en/t0.js")).body) == "2")
    #expect(show(["index.html": "<head></head>two"]))
    #expect(show(["assets/a.css": "new"]))
  }

  @Test func showsSinglePagesBeforeTheirPortal() throws {
    let preview = preview(["index.html": "<head></head>one", "b.html": "<head></head>b"])
    preview.show([RelativePath("index.html"): .bytes([UInt8]("<head></head>two"))])
    let page = String(utf8: try #require(get(preview, "/")).body)
    #expect(page.hasSuffix("two"))
    #expect(page.contains("data-build=\"r-2\""))
    #expect(String(utf8: try #require(get(preview, "/b.html")).body).hasSuffix("b"))
  }

  @Test func keepsTheLastGoodPortal() throws {
    let preview = LivePreview(run: "r")
    #expect(get(preview, "/")?.status == .unavailable)
    #expect(preview.show(nil, findings: [UInt8]("[1]"), unpublished: []))
    #expect(String(utf8: try #require(get(preview, "/")).body).contains("has mistakes"))
    let good = FileTree(texts: ["index.html": "<head></head>good"])
    #expect(preview.show(good, findings: [UInt8]("[]"), unpublished: []))
    #expect(!preview.show(nil, findings: [UInt8]("[1]"), unpublished: []))
    #expect(String(utf8: try #require(get(preview, "/")).body).hasSuffix("good"))
    #expect(!preview.show(good, findings: [UInt8]("[]"), unpublished: []))
    let other = FileTree(texts: ["index.html": "<head></head>other"])
    #expect(preview.show(other, findings: [UInt8]("[]"), unpublished: []))
    #expect(String(utf8: try #require(get(preview, "/")).body).contains("data-build=\"r-3\""))
  }

  @Test func tellsListenersWhatIsAndWhatComes() async throws {
    let preview = preview(["index.html": ""])
    let request = HTTPRequest(
      method: [UInt8]("GET"), path: [UInt8]("/.clevio/events"),
      fields: [HTTPField("host", "localhost")])
    guard case .events(let events) = preview.answer(to: request) else {
      Issue.record("no events")
      return
    }
    preview.show(
      nil, findings: [UInt8]("[{}]"), unpublished: [(RelativePath("courses/\"x"), "Draft")])
    var iterator = events.makeAsyncIterator()
    #expect(
      await iterator.next().map { String(utf8: $0) }
        == "event: portal\ndata: {\"build\":\"r-1\",\"unpublished\":{},\"findings\":[]}\n\n")
    #expect(
      await iterator.next().map { String(utf8: $0) }
        == "event: portal\ndata: {\"build\":\"r-1\",\"unpublished\":{\"/courses/\\\"x\":\"Draft\"},\"findings\":[{}]}\n\n"
    )
  }

  @Test(arguments: ["HEAD", "POST", "get"])
  func tellsNothingToOtherMethods(method: String) throws {
    let request = HTTPRequest(
      method: Array(method.utf8), path: [UInt8]("/.clevio/events"),
      fields: [HTTPField("host", "localhost")])
    guard case .response(let response) = preview([:]).answer(to: request) else {
      Issue.record("events")
      return
    }
    #expect(response.status == .methodNotAllowed)
    #expect(response.fields.contains { $0.name.equals("allow") && $0.value.equals("GET") })
  }

  @Test(arguments: ["preview.js", "preview.css", "marks.css"])
  func givesItsOwnFiles(name: String) throws {
    let response = try #require(get(preview([:]), "/.clevio/" + name))
    #expect(response.status == .ok)
    #expect(!response.body.isEmpty)
  }
}
