import Bytes
import CommonMark
import CourseLoading

/// Reads a policy that is written in Markdown.
enum MarkdownPolicy {
  /// Reads a file with or without front matter; `nil` if it exceeds Markdown's limits.
  static func page(of bytes: [UInt8], path: String) -> PolicyPage? {
    let frontMatter = FrontMatter(of: bytes)
    let offset = frontMatter.bodyLine - 1
    return MarkdownDocument.read(bytes[frontMatter.bodyOffset...]) { root in
      var builder = PolicyPageBuilder()
      root.walk { node, step in
        switch step {
        case .enter: return enter(node, line: node.line + offset, &builder)
        case .leave:
          if node.kind == .link { builder.closeLink() }
          if !node.isInline { builder.end() }
          return true
        }
      }
      return PolicyPage(path: path, blocks: builder.blocks)
    }
  }

  private static func enter(
    _ node: MarkdownNode, line: Int, _ builder: inout PolicyPageBuilder
  ) -> Bool {
    switch node.kind {
    case .heading: builder.begin(.heading(level: node.headingLevel))
    case .paragraph: builder.begin(node.parent?.kind == .item ? .item : .paragraph)
    case .tableCell: builder.begin(.cell)
    case .htmlBlock:
      builder.end()
      HTMLPolicy.read(node.literal, from: line, into: &builder)
    // cmark-gfm does not know the places of what its automatic links are cut into.
    case .text where node.line == 0: builder.add(following: node.literal)
    case .text, .code: builder.add(node.literal, line: line, column: max(1, node.column))
    case .softBreak, .lineBreak: builder.add(following: [0x0A])
    case .link: builder.openLink(to: String(utf8: node.destination))
    case .image, .codeBlock: return false
    default: break
    }
    return true
  }
}
