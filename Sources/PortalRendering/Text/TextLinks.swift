import Bytes
import Diagnostics
import Files

/// What becomes of a link.
enum LinkResolution {
  /// The address to write, and what the page then needs.
  case address([UInt8], LinkUse)
  /// No address: the words stay, the link goes.
  case refused(LinkFinding)
}

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
      address.append(UInt8(ascii: "#"))
      address += LinkText.encoded(fragment)
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
    case .missing(let path, let meant, let near):
      return .refused(LinkFinding(.missing(path, meant: meant, near: near), destination, self))
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
}

/// What a page needs because of a link.
struct LinkUse {
  var page: RelativePath?
  var target = RelativePath.root
  var id: [UInt8] = []
  var asset: Asset?
}

/// Why a link leads nowhere.
struct LinkFinding {
  enum Reason {
    case missing(String, meant: String?, near: String?)
    case withheld(String)
    case refused(String, String)
    case unsafe
  }

  private let reason: Reason
  private let destination: [UInt8]
  private let isStrict: Bool

  init(_ reason: Reason, _ destination: [UInt8], _ setting: TextSetting) {
    self.reason = reason
    self.destination = destination
    isStrict = setting.isStrict
  }

  func diagnostic(at position: SourcePosition, isImage: Bool) -> Diagnostic {
    let subject = isImage ? "image" : "link"
    switch reason {
    case .missing(let path, let meant, let near):
      return Diagnostic(
        isImage ? "image-target" : "link-target", .warning,
        "the \(subject) \"\(path)\" leads nowhere", at: position,
        help: meant.map { "write \($0), as the file is spelt" }
          ?? near.map { "did you mean \"\($0)\"?" }
          ?? "write the path of a file, as seen from this one",
        fix: meant.flatMap { fix(at: position, replacing: path, with: $0) })
    case .withheld(let path):
      return Diagnostic(
        "link-withheld", .warning, "the link leads to \"\(path)\", which is not published",
        at: position, help: "publish the page, or remove the link")
    case .refused(let path, let reason):
      return Diagnostic(
        "file-refused", isStrict ? .error : .warning,
        "the file \"\(path)\" is not published: \(reason)",
        at: position, help: "link to a page or a picture, or pack the file into a .zip to offer it")
    case .unsafe:
      return badScheme(of: subject, at: position)
    }
  }

  private func badScheme(of subject: String, at position: SourcePosition) -> Diagnostic {
    let scheme = String(utf8: LinkResolver.scheme(of: destination) ?? [])
    let near = Suggestion.only(near: scheme, among: LinkResolver.safeSchemes)
    let problem =
      ["javascript", "vbscript", "data", "blob"].contains(scheme)
      ? "would run code or hide content" : "leads to what browsers may not open: \(scheme):"
    return Diagnostic(
      "link-scheme", isStrict ? .error : .warning,
      "the \(subject) \"\(String(utf8: destination.prefix(60)))\" \(problem)", at: position,
      help: near.map { "did you mean \"\($0)\"?" } ?? "link to a page, a file, or an https address",
      fix: near.flatMap { fix(at: position, replacing: scheme, with: $0) })
  }

  /// A fix of the destination's first words; `nil` where it is not known where they stand, or they are spelt otherwise.
  private func fix(
    at position: SourcePosition, replacing words: String, with meant: String
  ) -> Fix? {
    guard position.length == destination.count, destination.starts(with: words.utf8) else {
      return nil
    }
    return Fix(
      line: position.line, column: position.column, replacing: words, with: meant)
  }

  /// Tells of an image that leads to what is no picture.
  static func noPicture(_ destination: [UInt8], at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      "image-target", .warning,
      "\"\(String(utf8: destination.prefix(80)))\" is no picture; it is shown as a link",
      at: position, help: "write a link, without the exclamation mark")
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

/// Content that would load from another host.
struct ForeignContent {
  /// What it is, with its article: `an image`.
  let element: String
  let isStrict: Bool
  /// What to do, where more is known than that it is foreign.
  var help: String?

  func diagnostic(url: [UInt8], at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      "foreign-content", isStrict ? .error : .warning,
      "\(element) would load from another host: \"\(String(utf8: url.prefix(80)))\"; it is shown as a link",
      at: position, help: help ?? "put the file beside the page, or write a link")
  }
}

/// Addresses as they stand in HTML.
enum LinkText {
  /// An address of another host; without a scheme it would lead nowhere from a page on disk.
  static func external(_ url: [UInt8]) -> [UInt8] {
    let visible = url.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.trimmingASCIIWhitespace
    return visible.hasPrefix("//")
      ? [UInt8]("https:") + normalised(Array(visible)) : normalised(Array(visible))
  }

  /// An address with what no URL may hold percent-encoded; what is encoded already stays.
  static func normalised(_ url: [UInt8]) -> [UInt8] {
    guard let first = url.indices.first(where: { !isKept(url, at: $0) }) else { return url }
    var result = Array(url[..<first])
    for index in url[first...].indices {
      if isKept(url, at: index) {
        result.append(url[index])
      } else {
        result.append(percentEncoding: CollectionOfOne(url[index]))
      }
    }
    return result
  }

  private static func isKept(_ url: [UInt8], at index: Int) -> Bool {
    switch url[index] {
    case UInt8(ascii: "%"):
      index + 2 < url.count && url[(index + 1)...(index + 2)].allSatisfy(isHexadecimal)
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      false
    case let byte: byte > 0x20 && byte < 0x7F
    }
  }

  /// The id of a place as it stands after `#`.
  static func encoded(_ id: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.append(percentEncoding: id)
    return result
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || (0x61...0x66).contains(byte | 0x20)
  }
}
