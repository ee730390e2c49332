/// What has to come before what, by numbers, to find what waits for itself.
struct RequirementGraph {
  /// Which way around a circle is told where there are several.
  enum Way {
    case shortest
    /// Along the requirements that were written last.
    case byLastRequirement
  }

  private let required: [[Int]]
  /// One of those that wait for each other, for each of them; for all others, the number itself.
  private let groups: [Int]

  /// Takes what each one requires.
  init(_ required: [[Int]]) {
    self.required = required
    groups = RequirementGraph.groups(of: required)
  }

  /// Circles in which each one stands that waits for itself; each begins with the first that was in none before,
  /// and goes on with what that requires.
  func circles(_ way: Way) -> [[Int]] {
    var told: Set<Int> = []
    return required.indices.compactMap { number -> [Int]? in
      guard !told.contains(number), let circle = circle(through: number, way) else { return nil }
      told.formUnion(circle)
      return circle
    }
  }

  private func circle(through goal: Int, _ way: Way) -> [Int]? {
    var cameFrom: [Int: Int] = [:]
    var waiting = [goal]
    var first = 0
    while first < waiting.count {
      let number: Int
      switch way {
      case .shortest:
        number = waiting[first]
        first += 1
      case .byLastRequirement: number = waiting.removeLast()
      }
      // What is in no circle with the goal never leads back to it.
      for next in required[number] where groups[next] == groups[goal] {
        if next == goal {
          var circle = [number]
          while let step = circle.last, step != goal, let before = cameFrom[step] {
            circle.append(before)
          }
          return circle.reversed()
        }
        if cameFrom[next] == nil {
          cameFrom[next] = number
          waiting.append(next)
        }
      }
    }
    return nil
  }

  /// Finds what waits for each other in one pass (Tarjan 1972), without recursion: a course may have more lessons than
  /// a thread has room for calls.
  private static func groups(of required: [[Int]]) -> [Int] {
    let nowhere = required.count
    var groups = [Int](repeating: nowhere, count: required.count)
    // When each one was reached, and the first of those that it leads back to.
    var order = groups
    var earliest = groups
    var reached = 0
    var open: [Int] = []
    var path: [(number: Int, next: Int)] = []
    for start in required.indices where order[start] == nowhere {
      path.append((start, 0))
      while let (number, next) = path.last {
        if next == 0 {
          order[number] = reached
          earliest[number] = reached
          reached += 1
          open.append(number)
        }
        if next < required[number].count {
          path[path.count - 1].next += 1
          let other = required[number][next]
          if order[other] == nowhere {
            path.append((other, 0))
          } else if groups[other] == nowhere {
            earliest[number] = min(earliest[number], order[other])
          }
          continue
        }
        path.removeLast()
        if let before = path.last?.number {
          earliest[before] = min(earliest[before], earliest[number])
        }
        guard earliest[number] == order[number] else { continue }
        while let member = open.popLast() {
          groups[member] = number
          if member == number { break }
        }
      }
    }
    return groups
  }
}
