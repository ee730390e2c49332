import CCommonMark

/// A node of a Markdown tree, valid while ``MarkdownDocument/read(_:_:)`` runs.
package struct MarkdownNode {
  private let pointer: OpaquePointer
  private let fields: clevio_node

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
    fields = clevio_node_read(pointer)
  }

  /// What a node is.
  package enum Kind: Sendable {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case footnoteDefinition, table, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case footnoteReference, strikethrough
    case other
  }

  /// The first node inside this one.
  package var firstChild: MarkdownNode? { fields.first_child.map(MarkdownNode.init) }

  /// The next node of the same parent.
  package var next: MarkdownNode? { fields.next.map(MarkdownNode.init) }

  /// The node that holds this one.
  package var parent: MarkdownNode? { fields.parent.map(MarkdownNode.init) }

  /// The line on which the node begins, from 1; 0 where cmark-gfm does not know.
  package var line: Int { Int(fields.start_line) }

  /// The column at which the node begins, from 1 in UTF-8 bytes.
  package var column: Int { Int(fields.start_column) }

  /// The line on which the node ends, from 1.
  package var endLine: Int { Int(fields.end_line) }

  /// Whether two values are one node.
  package func isSame(as other: MarkdownNode) -> Bool { pointer == other.pointer }

  /// The nodes inside this one, in order.
  package var children: some Sequence<MarkdownNode> {
    sequence(state: fields.first_child) { pointer in
      guard let current = pointer else { return nil }
      let node = MarkdownNode(current)
      pointer = node.fields.next
      return node
    }
  }
}

extension MarkdownNode {
  /// What the node is.
  package var kind: Kind {
    let type = cmark_node_type(UInt32(fields.type))
    switch type {
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_LIST: return .list
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_CODE_BLOCK: return .codeBlock
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_HTML_INLINE: return .htmlInline
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_TABLE: return .table
    case CMARK_NODE_TABLE_ROW: return .tableRow
    case CMARK_NODE_TABLE_CELL: return .tableCell
    case CMARK_NODE_STRIKETHROUGH: return .strikethrough
    default: return .other
    }
  }

  /// Whether the node stands within a paragraph, a heading or a cell.
  package var isInline: Bool {
    UInt32(fields.type) & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE)
  }

  /// Calls `body` with the bytes of a text, code, HTML or footnote node; no bytes for other nodes.
  package func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: fields.literal, count: Int(fields.literal_length)))
  }

  /// A copy of the bytes of a text, code, HTML or footnote node.
  package var literal: [UInt8] { withLiteral { Array($0) } }

  /// A heading's level, 1…6.
  package var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// Where a link or an image leads, with escapes and entities resolved and not percent-encoded
  /// anew.
  package var destination: [UInt8] { MarkdownNode.bytes(cmark_node_get_url(pointer)) }

  /// A link's or an image's title; empty where there is none.
  package var title: [UInt8] { MarkdownNode.bytes(cmark_node_get_title(pointer)) }

  /// What follows the opening fence of a code block, such as `swift`.
  package var fenceInfo: [UInt8] { MarkdownNode.bytes(cmark_node_get_fence_info(pointer)) }

  /// What a fenced code block begins with, and how often that stands there; `nil` for other nodes.
  package var fence: (mark: UInt8, length: Int)? {
    var length: Int32 = 0
    var offset: Int32 = 0
    var mark: CChar = 0
    guard cmark_node_get_fenced(pointer, &length, &offset, &mark) != 0 else { return nil }
    return (UInt8(truncatingIfNeeded: mark), Int(length))
  }

  /// The number that an ordered list starts with, or `nil` for a bullet list.
  package var orderedListStart: Int? {
    guard cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return Int(cmark_node_get_list_start(pointer))
  }

  /// Whether a list's paragraphs are shown without `<p>`.
  package var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// Whether an item's box is ticked, or `nil` if it has none.
  package var taskIsDone: Bool? {
    guard kind == .item, let name = fields.name_of_extension, name.pointee == UInt8(ascii: "t")
    else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  /// Whether a table's row is its header.
  package var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// How a table's columns are aligned: `l`, `c`, `r` or 0 for each.
  package var columnAlignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: alignments, count: count))
  }

  /// Which use of its footnote a reference is, from 1.
  package var footnoteUse: Int { Int(fields.footnote_index) }

  /// How often a footnote definition is referred to.
  package var footnoteUses: Int { Int(fields.footnote_uses) }

  /// The definition that a footnote reference leads to.
  package var footnoteDefinition: MarkdownNode? {
    fields.footnote_definition.map(MarkdownNode.init)
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text else { return [] }
    var end = text
    while end.pointee != 0 { end += 1 }
    return text.withMemoryRebound(to: UInt8.self, capacity: end - text) {
      Array(UnsafeBufferPointer(start: $0, count: end - text))
    }
  }
}

extension MarkdownNode {
  /// A step of a walk through a tree.
  package enum Step {
    case enter
    case leave
  }

  /// Walks this node and everything below it in document order, without recursion, so that depth
  /// costs no stack.
  ///
  /// - Parameter visit: Told each node twice; a node whose entering returns `false` is left at once
  ///   without its children and without a second call.
  package func walk(_ visit: (MarkdownNode, Step) -> Bool) {
    var node = self
    var step = Step.enter
    while true {
      switch step {
      case .enter:
        if visit(node, .enter) {
          if let child = node.firstChild {
            node = child
            continue
          }
          _ = visit(node, .leave)
        }
      case .leave: _ = visit(node, .leave)
      }
      if node.isSame(as: self) { return }
      if let next = node.next {
        node = next
        step = .enter
      } else if let parent = node.parent {
        node = parent
        step = .leave
      } else {
        return
      }
    }
  }

  /// The text of this node and everything below it, as a reader would say it: no marks, no HTML.
  package var plainText: [UInt8] {
    var text: [UInt8] = []
    walk { node, step in
      guard step == .enter else { return true }
      switch node.kind {
      case .text, .code: node.withLiteral { text.append(contentsOf: $0) }
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      default: break
      }
      return true
    }
    return text
  }
}
