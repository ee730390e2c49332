import Bytes
import CommonMark
import Dispatch
import Synchronization
import Testing

@Suite struct MarkdownDocumentTests {
  /// Extensions change a table that all parsers share while they parse, so that wrong locking gives
  /// wrong trees now and then.
  @Test func parsesTheSameOnManyThreads() {
    let documents = (0..<4_000).map(SampleMarkdown.document)
    let alone = documents.map(outline)
    let together = Mutex([[UInt8]](repeating: [], count: documents.count))
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      for index in stride(from: thread, to: documents.count, by: 4) {
        let outline = outline(documents[index])
        together.withLock { $0[index] = outline }
      }
    }
    #expect(together.withLock { $0 } == alone)
    #expect(alone.allSatisfy { !$0.isEmpty })
  }

  @Test func knowsEveryKindOfNode() {
    let text = """
      # Heading

      > quote

      - [x] done
      - [ ] open

      3. three

      ```swift
      code
      ```

      <div>

      | a | b |
      |:--|--:|
      | 1 | 2 |

      ---

      *e* **s** ~~d~~ `c` [l](u "t") ![i](p) <b> www.a.example [^1]\\
      soft
      end

      [^1]: note
      """
    var kinds: [MarkdownNode.Kind] = []
    MarkdownDocument.read(Array(text.utf8)) { root in
      root.walk { node, step in
        if step == .enter { kinds.append(node.kind) }
        return true
      }
    }
    let all: [MarkdownNode.Kind] = [
      .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
      .thematicBreak, .footnoteDefinition, .table, .tableRow, .tableCell, .text, .softBreak,
      .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image, .footnoteReference,
      .strikethrough,
    ]
    for kind in all { #expect(kinds.contains(kind), "\(kind)") }
    #expect(!kinds.contains(.other))
  }

  @Test func givesTasksTablesAndFootnotesTheirFields() throws {
    let text = "- [x] a\n- [ ] b\n- c\n\n|a|b|c|d|\n|-|:-|:-:|-:|\n\n5. x[^n] y[^n]\n\n[^n]: z\n"
    var tasks: [Bool?] = []
    var alignments: [UInt8] = []
    var starts: [Int?] = []
    var uses: [Int] = []
    MarkdownDocument.read(Array(text.utf8)) { root in
      root.walk { node, step in
        guard step == .enter else { return true }
        switch node.kind {
        case .item: tasks.append(node.taskIsDone)
        case .table: alignments = node.columnAlignments
        case .list: starts.append(node.orderedListStart)
        case .footnoteReference: uses.append(node.footnoteUse)
        case .footnoteDefinition: #expect(node.footnoteUses == 2)
        default: break
        }
        return true
      }
    }
    #expect(tasks == [true, false, nil, nil])
    #expect(alignments == [0] + Array("lcr".utf8))
    #expect(starts == [nil, 5])
    #expect(uses == [1, 2])
  }

  @Test(arguments: [
    ([0x61, 0x00, 0x62], "a\u{FFFD}b"),
    ([0x61, 0xFF, 0xC3], "a\u{FFFD}\u{FFFD}"),
    ([0xEF, 0xBB, 0xBF, 0x61], "a"),
    ([], ""),
    (Array("a\r\nb".utf8), "a b"),
  ])
  func readsAnyBytes(bytes: [UInt8], text: String) {
    #expect(MarkdownDocument.read(bytes) { String(utf8: $0.plainText) } == text)
  }

  private func outline(_ document: [UInt8]) -> [UInt8] {
    MarkdownDocument.read(document) { root in
      var outline: [UInt8] = []
      root.walk { node, step in
        outline.append(text: step == .enter ? "<\(node.kind)" : ">")
        if step == .enter {
          node.withLiteral { outline.append(contentsOf: $0) }
          if node.kind == .link || node.kind == .image {
            outline.append(contentsOf: node.destination + node.title)
          }
        }
        return true
      }
      return outline
    } ?? []
  }
}
