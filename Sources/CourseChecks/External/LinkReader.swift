import Bytes
import CommonMark
import CourseLoading
import Diagnostics
import Files
import YAMLTree

/// Finds the links to other hosts in one file, with their places.
struct LinkReader {
  private let path: RelativePath
  private let firstLine: Int
  private var lines: SourceText
  private var links: [ExternalLink] = []

  private init(_ path: RelativePath, body: [UInt8], firstLine: Int) {
    self.path = path
    self.firstLine = firstLine
    lines = SourceText(body)
  }

  // MARK: Markdown

  /// The links of a Markdown file, those of its front matter among them.
  static func links(inMarkdown file: [UInt8], path: RelativePath) -> [ExternalLink] {
    let matter = FrontMatter(of: file)
    let (yaml, body) = FrontMatter.split(file)
    var reader = LinkReader(path, body: body, firstLine: matter.bodyLine)
    _ = MarkdownDocument.read(body) { root in
      root.walk { node, step in
        if step == .enter { reader.read(node) }
        return true
      }
    }
    return links(inYAML: yaml, path: path, firstLine: 2) + reader.links
  }

  private mutating func read(_ node: MarkdownNode) {
    switch node.kind {
    case .link: add(node.destination, near: node)
    case .htmlBlock, .htmlInline:
      for destination in LinkReader.destinations(inMarkup: node.literal) {
        add(destination, near: node)
      }
    default: break
    }
  }

  private mutating func add(_ destination: [UInt8], near node: MarkdownNode) {
    guard let address = ExternalAddress(destination) else { return }
    var block = node
    while block.isInline, let parent = block.parent { block = parent }
    let first = max(1, block.line)
    // What GitHub's Markdown takes for an address may lack its scheme.
    let written = destination.hasPrefix("http://www.") ? Array(destination.dropFirst(7)) : nil
    for words in [destination, written].compactMap(\.self) {
      guard
        let place = lines.find(
          words, in: first...max(first, block.endLine), from: lines.start(of: node), isNext: true)
          ?? lines.findDefinition(of: words)
      else { continue }
      return add(address, place.line, place.column, lines.length(of: words, at: place))
    }
    add(address, first, max(1, block.column), 0)
  }

  private mutating func add(
    _ address: ExternalAddress, _ line: Int, _ column: Int, _ length: Int
  ) {
    let position = SourcePosition(
      path: path.text, line: firstLine + line - 1, column: column, length: length)
    links.append(ExternalLink(address: address, position: position))
  }

  /// Where the links of raw HTML lead.
  private static func destinations(inMarkup markup: [UInt8]) -> [[UInt8]] {
    markup.withUnsafeBufferPointer { bytes in
      var destinations: [[UInt8]] = []
      var scanner = MarkupScanner(bytes)
      while let token = scanner.next() {
        guard token == .startTag, scanner.element == .a, let address = scanner[.href] else {
          continue
        }
        destinations.append(markup[address].withoutCharacterReferences)
      }
      return destinations
    }
  }

  // MARK: YAML

  /// The addresses in YAML that pages lead to; none in YAML that cannot be read, which the build tells.
  static func links(
    inYAML bytes: [UInt8], path: RelativePath, firstLine: Int = 1
  ) -> [ExternalLink] {
    guard let root = try? YAMLTree.parse(bytes, path: path.text, firstLine: firstLine) else {
      return []
    }
    var links: [ExternalLink] = []
    // The portal's own address need not answer yet.
    for entry in root.entries ?? [] where entry.key.text != "url" {
      add(entry, of: path, to: &links)
    }
    return links
  }

  private static func add(
    _ entry: YAMLEntry, of path: RelativePath, to links: inout [ExternalLink]
  ) {
    let name = entry.key.text ?? ""
    var nodes = [entry.value]
    while let node = nodes.popLast() {
      nodes += (node.items ?? []).reversed()
      for inner in node.entries ?? [] { add(inner, of: path, to: &links) }
      // Other keys hold what pages load or send to, which need not answer who only looks.
      guard name == "url" || name.hasSuffix("_url"), let text = node.text,
        let address = ExternalAddress(text.utf8)
      else { continue }
      let position = SourcePosition(
        path: path.text, line: node.line, column: node.column, length: node.length)
      links.append(ExternalLink(address: address, position: position))
    }
  }
}
