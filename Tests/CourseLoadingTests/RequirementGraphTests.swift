import Testing

@testable import CourseLoading

@Suite struct RequirementGraphTests {
  private static let examples: [([[Int]], [[Int]])] = [
    ([], []), ([[]], []), ([[0]], [[0]]), ([[1], [2], []], []), ([[1], [2], [0]], [[0, 1, 2]]),
    // What leads into a circle is not in it, nor what lies between two.
    ([[1], [2], [1]], [[1, 2]]), ([[1], [0], [1], [2, 4], [3]], [[0, 1], [3, 4]]),
    // Two circles with something in common.
    ([[1, 2], [0], [0]], [[0, 1], [2, 0]]),
  ]

  @Test(arguments: examples)
  func tellsEachCircleOnce(required: [[Int]], circles: [[Int]]) {
    let graph = RequirementGraph(required)
    #expect(graph.circles(.shortest) == circles)
    let others = graph.circles(.byLastRequirement)
    #expect(Set(others.joined()) == Set(circles.joined()))
  }

  @Test func goesTheWayThatIsAskedFor() {
    let graph = RequirementGraph([[1, 2], [0], [3], [0]])
    #expect(graph.circles(.shortest) == [[0, 1], [2, 3, 0]])
    #expect(graph.circles(.byLastRequirement) == [[0, 2, 3], [1, 0]])
  }

  /// Each number leads back to all before it.
  @Test func looksAtALongOrderOnce() {
    let count = 200_000
    var required = (0..<count).map { $0 > 0 ? [$0 - 1] : [] }
    #expect(RequirementGraph(required).circles(.shortest) == [])
    required[0] = [1]
    required[count - 2].append(count - 1)
    let ends = [[0, 1], [count - 2, count - 1]]
    #expect(RequirementGraph(required).circles(.byLastRequirement) == ends)
    required[0] = [count - 1]
    #expect(RequirementGraph(required).circles(.shortest).map(\.count).first == count)
  }
}
