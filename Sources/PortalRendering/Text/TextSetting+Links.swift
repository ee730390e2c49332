import Bytes
import ConsentBanner
import Diagnostics
import Files

extension TextSetting {
  /// For how many links of a text it is told what was perhaps meant by them.
  static let mostSuggestions = 50

  /// A link of the text as it stands on the page; `deadLinks` of those before it lead nowhere.
  func resolve(_ destination: [UInt8], deadLinks: Int) -> LinkResolution {
    let from = base ?? output.parent
    let target = resolver.target(
      of: Array(destination.trimmingASCIIWhitespace), from: file,
      suggesting: deadLinks < TextSetting.mostSuggestions)
    switch target {
    case .external: return .address(LinkText.external(destination), LinkUse())
    case .fragment(let id):
      let use = id.isEmpty ? LinkUse() : LinkUse(page: output, target: file, id: id)
      return .address([UInt8(ascii: "#")] + LinkText.encoded(id), use)
    case .page(let page, let source, let fragment):
      var address = page.reference(from: from)
      guard let fragment, !fragment.isEmpty else { return .address(address, LinkUse()) }
      if !resolver.isClosed(source, to: file) {
        address.append(UInt8(ascii: "#"))
        address += LinkText.encoded(fragment)
      }
      return .address(address, LinkUse(page: page, target: source, id: fragment))
    case .file(let asset, let suffix):
      if let reason = images.refusal(of: asset.source) {
        return .refused(LinkFinding(.refused(asset.source.text, reason), destination, self))
      }
      if let media { return .address(media.url(of: asset), LinkUse(asset: asset)) }
      return .address(
        asset.output.reference(from: from) + LinkText.normalised(suffix), LinkUse(asset: asset))
    case .withheld(let path):
      return .refused(LinkFinding(.withheld(path.text), destination, self))
    case .unsafe: return .refused(LinkFinding(.unsafe, destination, self))
    case .missing(let path, let meant, let near, let file):
      return .refused(
        LinkFinding(.missing(path, meant: meant, near: near, file: file), destination, self))
    case .refused(let path, let reason):
      return .refused(LinkFinding(.refused(path.text, reason), destination, self))
    }
  }

  /// Whether an address leads to another host.
  func isForeign(_ url: [UInt8]) -> Bool {
    if case .external = LinkResolver.targetElsewhere(of: Array(url.trimmingASCIIWhitespace)) {
      return true
    }
    return false
  }

  /// What is said of a picture of another host: its words, and that it is one, and where.
  func words(ofImageElsewhere url: [UInt8], _ alternative: [UInt8]) -> [UInt8] {
    guard let host = ForeignAddress(url)?.host else {
      return alternative.isEmpty ? url : alternative
    }
    let place = strings.text("picture_on", ["host": host])
    return alternative.isEmpty ? [UInt8](place.utf8) : alternative + " (\(place))".utf8
  }
}

extension PageText {
  /// Notes what a link needs.
  mutating func take(_ use: LinkUse, at position: SourcePosition) {
    if let asset = use.asset { assets.append(asset) }
    if let page = use.page {
      anchors.append(AnchorUse(page: page, id: use.id, position: position, target: use.target))
    }
  }
}
