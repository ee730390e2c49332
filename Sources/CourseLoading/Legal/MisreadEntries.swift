import Diagnostics
import YAMLTree

/// The entries of `legal.yml` in which something was not understood, so that what they seem to lack may be written there.
package struct MisreadEntries: Sendable {
  /// Whether a key of the file itself is given twice, so that a whole list may have been passed over.
  let repeatsOwnKeys: Bool
  private let root: YAMLNode
  private var mistakes: Set<Point> = []
  /// Where mappings begin that hold a mistake, at any depth; the file itself only for its own keys.
  private var starts: Set<Point> = []

  private struct Point: Hashable {
    let line: Int
    let column: Int

    init(_ position: SourcePosition) {
      line = position.line
      column = position.column
    }

    init(_ node: YAMLNode) {
      line = node.line
      column = node.column
    }

    func isAtOrAfter(_ node: YAMLNode) -> Bool {
      (node.line, node.column) <= (line, column)
    }
  }

  /// Finds the entries of a file that hold its errors.
  init(of root: YAMLNode, diagnostics: [Diagnostic]) {
    self.root = root
    var repeatsOwnKeys = false
    for error in diagnostics where error.severity == .error {
      let point = Point(error.position)
      mistakes.insert(point)
      var around = Self.mappings(around: point, in: root)
      // That there are keys where none belong is a mistake of what is around them.
      if error.position.length == 0, around.last.map({ Point($0) }) == point { around.removeLast() }
      if around.count > 1 {
        starts.formUnion(around.dropFirst().map { Point($0) })
      } else {
        starts.insert(Point(root))
        if error.id == "yaml-syntax" { repeatsOwnKeys = true }
      }
    }
    self.repeatsOwnKeys = repeatsOwnKeys
  }

  /// Whether everything was understood.
  var isEmpty: Bool { mistakes.isEmpty }

  /// Whether a key of the file itself was not understood, which may have been that of a list.
  var hasOwnMistakes: Bool { starts.contains(Point(root)) }

  /// Whether a mistake is told at a place already.
  func hasMistake(at position: SourcePosition) -> Bool { mistakes.contains(Point(position)) }

  /// Whether an entry with a mistake begins at a place.
  func hasEntry(at position: SourcePosition) -> Bool { starts.contains(Point(position)) }

  /// Whether the innermost entry around a place holds a mistake.
  func hasEntry(around position: SourcePosition) -> Bool {
    let innermost = Self.mappings(around: Point(position), in: root).last ?? root
    return starts.contains(Point(innermost))
  }

  /// The mappings around a place, the outermost first.
  private static func mappings(around point: Point, in root: YAMLNode) -> [YAMLNode] {
    var found: [YAMLNode] = []
    var next: YAMLNode? = root
    while let node = next, point.isAtOrAfter(node) {
      switch node.value {
      case .scalar: next = nil
      case .sequence(let items):
        next = lastIndex(below: items.count) { point.isAtOrAfter(items[$0]) }.map { items[$0] }
      case .mapping(let entries):
        found.append(node)
        next = lastIndex(below: entries.count) { point.isAtOrAfter(entries[$0].key) }
          .map { entries[$0].value }
      }
    }
    return found
  }

  /// The last index of those in ascending order that are reached.
  private static func lastIndex(below count: Int, where isReached: (Int) -> Bool) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(middle) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
