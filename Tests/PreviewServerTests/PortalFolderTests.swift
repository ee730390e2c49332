import Bytes
import PreviewServer
import TestSupport
import Testing

@Suite struct PortalFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.write("home", to: "portal/index.html")
    folder.write("lesson", to: "portal/courses/ä b/1.html")
    folder.write("css", to: "portal/assets/a.css")
    folder.write("lost", to: "portal/404.html")
    folder.write("secret", to: "secret.txt")
  }

  private func response(_ path: String, base: String = "/", method: String = "GET") -> HTTPResponse
  {
    PortalFolder(folder.path + "/portal", at: base).respond(
      to: HTTPRequest(method: Array(method.utf8), path: Array(path.utf8)))
  }

  @Test(arguments: [
    ("/", "home"), ("/index.html", "home"), ("/courses/%C3%A4%20b/1.html", "lesson"),
    ("/assets/a.css", "css"),
  ])
  func showsFiles(path: String, text: String) {
    let response = response(path)
    #expect(response.status == .ok)
    #expect(response.body == Array(text.utf8))
  }

  @Test(arguments: [
    "/none", "/courses/", "/courses", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
    "/assets/../index.html", "//index.html", "/assets/a.css/", "/%zz", "/%", "/%00", "/%FF",
  ])
  func showsThePageForWhatIsNotThere(path: String) {
    let response = response(path)
    #expect(response.status == .notFound)
    #expect(response.body == Array("lost".utf8))
  }

  @Test func standsInAFolderOfItsHost() {
    #expect(response("/academy/", base: "/academy/").body == Array("home".utf8))
    #expect(response("/", base: "/academy/").status == .notFound)
    #expect(response("/academyindex.html", base: "/academy/").status == .notFound)
  }

  @Test func saysWhatAFileIs() {
    let type = { (path: String) in
      response(path).fields.first { $0.name == Array("content-type".utf8) }?.value
    }
    #expect(type("/") == Array("text/html; charset=utf-8".utf8))
    #expect(type("/assets/a.css") == Array("text/css; charset=utf-8".utf8))
  }

  @Test func onlyShows() {
    #expect(response("/", method: "POST").status == .methodNotAllowed)
  }
}
