import Files

/// Where the addresses on a page lead within its portal.
struct PageLinks {
  struct Link {
    var target: AddressResolver.Target
    var kind: PageFacts.Link.Kind
    var place: PageFacts.Place
  }

  private(set) var links: [Link] = []

  init(_ page: PageFacts, url: [UInt8]) {
    // What an address is relative to is anybody's guess then.
    guard !page.hasBase else { return }
    var resolver = AddressResolver(folder: page.output.parent, url: url)
    links.reserveCapacity(page.links.count)
    for link in page.links {
      guard let target = resolver.target(of: page.bytes[link.address.range]) else { continue }
      links.append(Link(target: target, kind: link.kind, place: link.address))
    }
  }
}
