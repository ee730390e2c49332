import Bytes
import CourseModel

/// A plain link with which a reader passes a page on: no script and no request before it is followed.
struct ShareLink: Equatable {
  var target: ShareTarget
  var url: [UInt8]

  /// The links for a page with its absolute address, in a fixed order.
  static func all(title: String, address: String, targets: [ShareTarget] = ShareTarget.allCases)
    -> [ShareLink]
  {
    // In the subject of a mail, the end of a line could begin another header.
    let title = String(utf8: title.utf8.map { max($0, UInt8(ascii: " ")) })
    return targets.map { ShareLink(target: $0, url: $0.url(title: title, address: address)) }
  }
}

/// Where a page can be passed on without knowing the reader's server; Mastodon and the like are not among them.
enum ShareTarget: String, CaseIterable {
  case mail
  case bluesky
  case linkedIn
  case facebook
  case x
  case whatsApp

  /// The name of a service, which needs no translation; `nil` for mail, which does.
  var name: String? {
    switch self {
    case .mail: nil
    case .bluesky: "Bluesky"
    case .linkedIn: "LinkedIn"
    case .facebook: "Facebook"
    case .x: "X"
    case .whatsApp: "WhatsApp"
    }
  }

  /// The name in `legal.yml`.
  var key: String {
    switch self {
    case .mail: "email"
    case .bluesky: "bluesky"
    case .linkedIn: "linkedin"
    case .facebook: "facebook"
    case .x: "x"
    case .whatsApp: "whatsapp"
    }
  }

  /// The targets that a portal offers: those that it declares, else all.
  static func offered(by portal: Portal) -> [ShareTarget] {
    guard let names = portal.legal?.sharing.targets else { return allCases }
    return allCases.filter { target in names.contains { $0.value == target.key } }
  }

  fileprivate func url(title: String, address: String) -> [UInt8] {
    switch self {
    case .mail: address.linked("mailto:?subject=", title, "&body=")
    case .bluesky: "\(title) \(address)".linked("https://bsky.app/intent/compose?text=")
    case .linkedIn: address.linked("https://www.linkedin.com/sharing/share-offsite/?url=")
    case .facebook: address.linked("https://www.facebook.com/sharer/sharer.php?u=")
    case .x: address.linked("https://x.com/intent/post?text=", title, "&url=")
    case .whatsApp: "\(title) \(address)".linked("https://wa.me/?text=")
    }
  }
}

extension String {
  /// This text as the last value of a query.
  fileprivate func linked(_ start: StaticString, _ first: String = "", _ between: StaticString = "")
    -> [UInt8]
  {
    var url = [UInt8](start)
    url.append(queryValue: first)
    url.append(between)
    url.append(queryValue: self)
    return url
  }
}
