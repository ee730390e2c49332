import Bytes

/// What a policy is written in.
enum PolicyFormat {
  case markdown, html, plain

  /// What the file's ending says, or, where it says nothing, what the text looks like.
  init(of bytes: [UInt8], path: String) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let ending = name.lastIndex(of: UInt8(ascii: ".")).map { String(name[$0...].dropFirst()) ?? "" }
    switch ending?.lowercased() {
    case "html", "htm", "xhtml": self = .html
    case "md", "markdown": self = .markdown
    default: self = PolicyFormat.guess(from: bytes)
    }
  }

  private static func guess(from bytes: [UInt8]) -> PolicyFormat {
    if bytes.trimmingASCIIWhitespace.first == UInt8(ascii: "<") { return .html }
    let hasHeading = bytes.split(separator: 0x0A).contains {
      $0.hasPrefix("# ") || $0.hasPrefix("## ")
    }
    return hasHeading ? .markdown : .plain
  }

  /// Reads a policy; `nil` if it exceeds what can be read.
  func page(of bytes: [UInt8], path: String) -> PolicyPage? {
    switch self {
    case .markdown: MarkdownPolicy.page(of: bytes, path: path)
    case .html: HTMLPolicy.page(of: bytes, path: path)
    case .plain: PlainPolicy.page(of: bytes, path: path)
    }
  }
}
