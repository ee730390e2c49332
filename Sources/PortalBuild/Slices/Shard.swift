/// Which of several machines builds which courses: the first of two builds the first course, the third, and so on.
package struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// From 1 up to `count`.
  package let number: Int
  /// How many machines there are.
  package let count: Int

  /// Reads a shard as it is written on a command line, such as `2/8`; `nil` for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1,
      number <= count
    else { return nil }
    self.number = number
    self.count = count
  }

  package var description: String { "\(number)/\(count)" }

  /// The elements that fall to this machine, in their order.
  func part<Element>(of elements: [Element]) -> [Element] {
    elements.indices.filter { $0 % count == number - 1 }.map { elements[$0] }
  }
}
