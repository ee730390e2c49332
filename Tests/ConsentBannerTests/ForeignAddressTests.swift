import ConsentBanner
import Testing

struct ForeignAddressTests {
  @Test(arguments: [
    ("https://example.org/a?b#c", "example.org"),
    ("//cdn.example.org/x.js", "cdn.example.org"),
    ("\\\\cdn.example.org/x.js", "cdn.example.org"),
    ("https:\\/CDN.Example.org.", "cdn.example.org"),
    (" ht\ntps://me:secret@example.org:8443/", "example.org"),
    ("https:example.org/x", "example.org"),
    ("wss://live.example.org", "live.example.org"),
    ("HTTP://example.org", "example.org"),
    ("https://ex%61mple.%4Frg/%61", "example.org"),
    ("//example.org%2e:443/x", "example.org"),
  ])
  func readsHostsAsBrowsersDo(text: String, host: String) {
    #expect(ForeignAddress(text.utf8)?.host == host)
  }

  @Test(arguments: [
    "", "images/x.png", "/x.png", "#top", "?q=1", "data:image/png;base64,AA",
    "mailto:a@example.org",
    "blob:x", "https://", "//", "a//b.example.org", "https://100%/", "https://a%2Fexample.org",
    "https://a%20b.example.org", "https://%2e/",
  ])
  func findsNoHostInWhatStaysHere(text: String) {
    #expect(ForeignAddress(text.utf8) == nil)
  }

  @Test(arguments: [
    ("example.org", false), ("*.example.org", true), ("*.www.example.org", false),
    ("www.example.org", true), ("https://www.example.org", true), ("http://www.example.org", false),
    ("ample.org", false), ("*.org", true),
  ])
  func knowsWhichPatternsStandForAHost(pattern: String, fits: Bool) throws {
    let address = try #require(ForeignAddress("https://www.example.org/x".utf8))
    #expect(address.isHost(of: pattern) == fits)
  }
}
