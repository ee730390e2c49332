import Diagnostics
import Files
import TestSupport
import Testing

@testable import PortalRendering

/// What is loaded, run or shown of others, or of files that nobody looked through.
@Suite struct ThirdPartyTests {
  private static let legal = """
    operator: {name: Ropes Ltd}
    services: [{id: youtube}, {id: vimeo}, {id: plausible, params: {domain: harbour.example}}]

    """

  private func portal(_ texts: [String: String], legal: String = legal) throws -> BuiltPortal {
    try BuiltPortal(
      ["courses/a/one.md": "# One\n\nWords.\n", "legal.yml": legal].merging(texts) { $1 })
  }

  @Test(arguments: [
    "https://vimeo.com/76979871", "<https://vimeo.com/76979871>",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ",
  ])
  func makesAnAddressOfADeclaredServiceAPlaceholder(address: String) throws {
    let portal = try portal(["courses/a/one.md": "# One\n\nA\n\n\(address)\n\nB\n"])
    #expect(portal.text("courses/a/one.html").contains("data-clv-svc=\""), "\(address)")
    #expect(!portal.text("courses/a/one.html").contains("<iframe"))
    #expect(portal.text("courses/a/one.html").contains("</span></span></p>\n<p>B</p>"))
    let within = try self.portal(["courses/a/one.md": "# One\n\nSee \(address) there\n"])
    #expect(!within.text("courses/a/one.html").contains("clv-embed"))
  }

  @Test func refusesTemplatesThatDoNotWaitForTheChoice() throws {
    let head = try builtin("head")
    let open = head.replacing(
      "<script type=\"text/plain\" data-clv-svc=\"{{service}}\" data-clv-cat=\"{{category}}\" data-clv-src=\"{{source}}\"",
      with: "<script src=\"{{source}}\"")
    #expect(open != head)
    let portal = try portal(["theme/templates/head.mustache": open])
    #expect(portal.errors == ["theme:1:1 theme-foreign"])
    #expect(portal.mistakes.first?.contains("\"plausible\"") == true)
    #expect(portal.files.paths == [])
    #expect(try self.portal(["theme/templates/head.mustache": head]).errors == [])
  }

  @Test(arguments: [
    ("consent-banner", "data-clv-action=\"reject\"", "the button to reject all"),
    ("consent-banner", "data-clv-action=\"accept\"", "the button to accept all"),
    ("consent-banner", "data-clv-action=\"open\"", "the button for the settings"),
    ("footer", "data-cookie-settings", "the link \"Cookie settings\" at the foot of the page"),
  ])
  func refusesTemplatesThatLeaveOutAChoice(template: String, mark: String, name: String) throws {
    let text = try builtin(template)
    let changed = text.replacing(mark, with: "data-x")
    #expect(changed != text)
    let portal = try portal(["theme/templates/\(template).mustache": changed])
    #expect(portal.mistakes == ["the templates leave out \(name)"])
    #expect(portal.errors == ["theme:1:1 consent-buttons"])
    // Without services nobody is asked.
    let silent = try self.portal(
      ["theme/templates/\(template).mustache": changed], legal: "operator: {name: Ropes Ltd}\n")
    #expect(silent.errors == [])
  }

  private func builtin(_ template: String) throws -> String {
    let file = Theme.builtin[RelativePath("templates/\(template).mustache")]
    return String(decoding: try #require(file).read(), as: UTF8.self)
  }

  @Test(arguments: ["x.xht", "x.xml", "x.shtml", "x.svgz", "x.php", "x.mhtml", "x.wasm", "X.XSL"])
  func publishesNoFileThatRuns(name: String) throws {
    let portal = try portal(
      [
        "courses/a/one.md": "# One\n\n[x](files/\(name))\n", "courses/a/files/\(name)": "x",
        "courses/a/two.md": "---\ndownloads: [files/\(name)]\n---\n# Two\n\nWords.\n",
      ])
    #expect(
      portal.diagnostics.map(\.place).filter { $0.hasPrefix("courses/") } == [
        "courses/a/one.md:3:5 file-refused", "courses/a/two.md:2:13 lesson-download",
      ])
    #expect(
      portal.mistakes == [
        "the file \"files/\(name)\" is not published: pages and scripts of your own are not published unchecked"
      ])
    #expect(!portal.files.paths.contains { $0.name == name })
  }

  @Test(arguments: [
    ("one.md", "it is a page of the portal", "link to it in the text"),
    ("https://files.example/a.zip", "it is an address", "link to it in the text"),
  ])
  func offersOnlyFilesOfThePortal(download: String, reason: String, help: String) throws {
    let portal = try portal([
      "courses/a/two.md": "---\ndownloads: [\"\(download)\"]\n---\n# Two\n\nWords.\n"
    ])
    #expect(portal.mistakes == ["the file \"\(download)\" is not published: \(reason)"])
    #expect(portal.diagnostics.first?.help == help)
  }

  @Test(arguments: [
    ("clevio.yml", "title: H\ntheme: {logo: images/x.svg}\n", "clevio.yml:2:15"),
    ("clevio.yml", "title: H\ntheme: {icon: images/x.svg}\n", "clevio.yml:2:15"),
    ("clevio.yml", "title: H\ntheme: {logo: clevio.yml}\n", "clevio.yml:2:15"),
    ("authors/ada.md", "---\nphoto: ../images/x.svg\n---\n", "authors/ada.md:2:8"),
    ("courses/a/index.md", "---\ncover: ../../images/x.svg\n---\n", "courses/a/index.md:2:8"),
  ])
  func tellsOfPicturesThatItDoesNotPublish(path: String, text: String, place: String) throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x()</script></svg>"
    let portal = try portal([path: text, "images/x.svg": svg])
    #expect(portal.errors == ["\(place) file-refused"])
    #expect(portal.files.paths == [])
  }

  @Test(arguments: ["src: https://films.example/a.mp4", "src: https://vimeo.com.evil.example/1"])
  func tellsThatAFilmOfOthersWouldLoad(source: String) throws {
    let portal = try portal(["courses/a/one.md": "---\nvideo: {\(source)}\n---\n# One\n\nWords.\n"])
    #expect(portal.errors == ["courses/a/one.md:2:14 lesson-video"])
    #expect(
      portal.mistakes == ["the video would load from another host before learners agree to it"])
  }

  @Test(arguments: [
    ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nHi\n"), ("a.vtt", "00:01.000 --> 00:02.000\nHi\n"),
  ])
  func refusesCaptionsThatBrowsersDoNotRead(name: String, text: String) throws {
    let portal = try portal([
      "courses/a/one.md":
        "---\nvideo: {src: a.mp4, captions: [{src: \(name), lang: en}]}\n---\n# One\n\nWords.\n",
      "courses/a/a.mp4": "film", "courses/a/\(name)": text,
    ])
    #expect(portal.errors == ["courses/a/one.md:2:38 lesson-captions"])
  }

  @Test func takesTheWordsOfAPolicyAtTheirLines() throws {
    let closed = try portal([
      "policies/terms.md": "---\nvisibility: draft\n---\n# Terms of Use\n\nKnots.\n"
    ])
    #expect(closed.errors == ["policies/terms.md:1:1 front-matter-place"])
    #expect(closed.files.paths == [])
    let linked = try portal(["policies/terms.md": "\n\n# Terms of Use\n\n[x](nowhere.md)\n"])
    #expect(linked.warnings == ["policies/terms.md:5:5 link-target"])
  }

  @Test func namesEveryHostOfAService() throws {
    let legal = """
      operator: {name: Ropes Ltd}
      services:
        - id: matomo
          params: {url: "https://stats.harbour.example/m/", site_id: "1"}
        - {id: acme, title: Acme, provider: {name: Acme Ltd}, category: analytics, purpose: to count,
           hosts: [acme.example], script: {src: "https://cdn.acme.test/w.js"}}

      """
    let portal = try portal([:], legal: legal)
    #expect(portal.errors == [])
    let page = portal.text("courses/a/one.html")
    #expect(page.contains("script-src 'self' https://stats.harbour.example https://cdn.acme.test"))
    let cookies = portal.text("cookies.html")
    #expect(cookies.contains("stats.harbour.example"))
    #expect(cookies.contains("acme.example and cdn.acme.test"))
  }

  @Test(arguments: [
    ("{id: google-fonts}", true), ("{id: stripe}", true), ("{id: mailchimp}", true),
    ("{id: jsdelivr}", true), ("{id: turnstile}", false),
    ("{id: plausible, params: {domain: a.b}}", false),
    ("{id: youtube, category: embeds}", true),
  ])
  func tellsOfServicesThatNoPageMayLoad(service: String, isUnused: Bool) throws {
    let legal = "operator: {name: Ropes Ltd}\nservices: [\(service)]\n"
    let found = try portal([:], legal: legal).diagnostics.filter { $0.id == "service-unused" }
    #expect(found.count == (isUnused ? 1 : 0))
  }

  @Test func warnsOfAScriptThatSecurePagesDoNotRun() throws {
    let legal = """
      operator: {name: Ropes Ltd}
      services:
        - {id: acme, title: Acme, provider: {name: Acme Ltd}, category: analytics, purpose: to count,
           hosts: [acme.example], script: {src: "http://acme.example/w.js"}}

      """
    #expect(try portal([:], legal: legal).warnings == ["legal.yml:3:10 service-insecure"])
  }

  @Test func saysNothingOfAPurposeThatAServiceContradicts() throws {
    let legal = """
      operator: {name: Ropes Ltd}
      services:
        - {id: shop, title: Shop, provider: {name: Shop Ltd}, category: necessary, purpose: to pay,
           hosts: [shop.example], script: {src: "https://shop.example/w.js"}}

      """
    let portal = try portal([:], legal: legal)
    #expect(portal.errors == [])
    #expect(!portal.text("privacy.html").contains("no statistics"))
    #expect(!portal.text("cookies.html").contains("only what things need"))
    let plain = try self.portal([:], legal: "operator: {name: Ropes Ltd}\n")
    #expect(plain.text("privacy.html").contains("no statistics"))
    #expect(plain.text("cookies.html").contains("only what things need"))
  }
}

extension BuiltPortal {
  /// What is said of the errors.
  fileprivate var mistakes: [String] {
    diagnostics.filter { $0.severity == .error }.map(\.message)
  }
}
