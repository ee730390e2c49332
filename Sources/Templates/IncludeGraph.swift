/// What includes what.
struct IncludeGraph {
  private var targets: [[Int]]

  init(count: Int) { targets = Array(repeating: [], count: count) }

  mutating func connect(_ source: Int, to target: Int) { targets[source].append(target) }

  /// The nodes on circles and on ways between circles; all false where there is no circle.
  var nodesNearCycles: [Bool] {
    let forward = remaining(Array(repeating: true, count: targets.count), edges: targets)
    var reversed = Array(repeating: [Int](), count: targets.count)
    for (source, targets) in targets.enumerated() {
      for target in targets { reversed[target].append(source) }
    }
    return remaining(forward, edges: reversed)
  }

  /// One circle of nodes, if there is any; the first node is repeated at the end.
  var cycle: [Int]? {
    let isNear = nodesNearCycles
    guard var node = isNear.firstIndex(of: true) else { return nil }
    var steps: [Int: Int] = [:]
    var path: [Int] = []
    while steps[node] == nil {
      steps[node] = path.count
      path.append(node)
      guard let next = targets[node].first(where: { isNear[$0] }) else { return nil }
      node = next
    }
    return Array(path[(steps[node] ?? 0)...]) + [node]
  }

  /// What is left when nodes that nothing leads to are taken away again and again.
  private func remaining(_ start: [Bool], edges: [[Int]]) -> [Bool] {
    var isLeft = start
    var degrees = Array(repeating: 0, count: edges.count)
    for (source, targets) in edges.enumerated() where start[source] {
      for target in targets { degrees[target] += 1 }
    }
    var free = isLeft.indices.filter { isLeft[$0] && degrees[$0] == 0 }
    while let node = free.popLast() {
      isLeft[node] = false
      for target in edges[node] where isLeft[target] {
        degrees[target] -= 1
        if degrees[target] == 0 { free.append(target) }
      }
    }
    return isLeft
  }
}
