import Foundation
import Testing

@testable import PortalRendering

@Suite struct ShareLinkTests {
  @Test func givesAPlainLinkForEachService() {
    let links = ShareLink.all(title: "A & ü\r\nBcc: x", address: "https://a.example/k?x=1&y#z")
    let page = "https%3A%2F%2Fa.example%2Fk%3Fx%3D1%26y%23z"
    let title = "A%20%26%20%C3%BC%20%20Bcc%3A%20x"
    #expect(
      links.map { String(decoding: $0.url, as: UTF8.self) } == [
        "mailto:?subject=\(title)&body=\(page)",
        "https://bsky.app/intent/compose?text=\(title)%20\(page)",
        "https://www.linkedin.com/sharing/share-offsite/?url=\(page)",
        "https://www.facebook.com/sharer/sharer.php?u=\(page)",
        "https://x.com/intent/post?text=\(title)&url=\(page)",
        "https://wa.me/?text=\(title)%20\(page)",
      ])
    #expect(links.allSatisfy { URL(string: String(decoding: $0.url, as: UTF8.self)) != nil })
    #expect(links.map(\.target.name) == [nil, "Bluesky", "LinkedIn", "Facebook", "X", "WhatsApp"])
  }
}
