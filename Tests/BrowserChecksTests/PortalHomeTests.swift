import BrowserChecks
import Testing

@Suite struct PortalHomeTests {
  @Test(arguments: [
    (nil, "/"), ("https://a.example", "/"), ("https://a.example/", "/"),
    ("https://a.example/b", "/b/"), ("https://a.example/b/c/", "/b/c/"),
    ("https://a.example/b?c#d", "/b/"),
  ])
  func standsWhereThePortalWill(url: String?, base: String) {
    #expect(PortalHome.base(of: url) == base)
    #expect(PortalHome(port: 8_080, url: url).base == base)
  }
}
