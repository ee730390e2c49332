/// Which fields of a shape the slots of its frames hold: only those that the templates use.
@usableFromInline
package struct FrameLayout: Sendable {
  /// What is read for each row, followed by what is read from these values, and so on.
  @usableFromInline
  package var entries: [Entry] = []

  /// How many entries are read from the row itself.
  var rowEntries = 0

  /// How many slots a frame has.
  var slotCount = 0

  /// The slots that tell whether a row is the first or the last of its list, or -1.
  var firstSlot = -1
  var lastSlot = -1

  /// One field to read.
  @usableFromInline
  package struct Entry: Sendable {
    /// The field's index.
    @usableFromInline
    package let field: Int

    /// Where its value goes, or -1 if nothing uses the value itself.
    @usableFromInline
    package let slot: Int

    /// The entries that are read from the value, which is then a record.
    @usableFromInline
    package var parts: Range<Int>
  }

  /// An end of a list.
  enum ListEnd: String {
    case first
    case last
  }
}

/// A layout that grows as the compiler meets names.
struct FrameLayoutDraft {
  private var root = Node(field: -1)
  private var slotCount = 0
  private var firstSlot = -1
  private var lastSlot = -1

  private struct Node {
    let field: Int
    var slot = -1
    var parts: [Node] = []
  }

  /// The slot of a value that is reached by fields of records within records.
  mutating func slot(of path: [Int]) -> Int {
    Self.slot(of: path[...], in: &root, count: &slotCount)
  }

  /// The slot of the flag `first` or `last`.
  mutating func slot(of end: FrameLayout.ListEnd) -> Int {
    let path: WritableKeyPath<Self, Int> = end == .first ? \.firstSlot : \.lastSlot
    if self[keyPath: path] < 0 {
      self[keyPath: path] = slotCount
      slotCount += 1
    }
    return self[keyPath: path]
  }

  /// The layout as it is by now.
  var layout: FrameLayout {
    var layout = FrameLayout(
      rowEntries: root.parts.count, slotCount: slotCount, firstSlot: firstSlot, lastSlot: lastSlot)
    var nodes = root.parts
    var next = 0
    while next < nodes.count {
      let node = nodes[next]
      layout.entries.append(
        .init(
          field: node.field, slot: node.slot,
          parts: nodes.count..<nodes.count + node.parts.count))
      nodes += node.parts
      next += 1
    }
    return layout
  }

  private static func slot(
    of path: ArraySlice<Int>, in node: inout Node, count: inout Int
  ) -> Int {
    guard let field = path.first else {
      if node.slot < 0 {
        node.slot = count
        count += 1
      }
      return node.slot
    }
    let index = node.parts.firstIndex { $0.field == field } ?? node.parts.count
    if index == node.parts.count { node.parts.append(Node(field: field)) }
    return slot(of: path.dropFirst(), in: &node.parts[index], count: &count)
  }
}
