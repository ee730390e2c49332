/// The windows of all closed lessons: numbers, in order, with a filter before them that most others
/// do not pass.
struct WindowSet: Sendable {
  private let sorted: [UInt64]
  private let filter: [UInt64]
  private let shift: UInt64

  /// Takes windows in any order.
  init(_ windows: [UInt64]) {
    var sorted = windows
    sorted.sort()
    var count = 0
    for window in sorted where count == 0 || sorted[count - 1] != window {
      sorted[count] = window
      count += 1
    }
    sorted.removeSubrange(count...)
    // Sixteen bits for each, so that about one of sixteen passes by chance.
    var bits: UInt64 = 10
    while 1 << bits < UInt64(count) * 16 { bits += 1 }
    var filter = [UInt64](repeating: 0, count: 1 << Int(bits - 6))
    for window in sorted {
      let bit = window >> (64 - bits)
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    self.sorted = sorted
    self.filter = filter
    shift = 64 - bits
  }

  /// Whether a window is among them.
  func contains(_ window: UInt64) -> Bool {
    let bit = window >> shift
    guard filter[Int(bit >> 6)] & 1 << (bit & 63) != 0 else { return false }
    var range = 0..<sorted.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if sorted[middle] == window { return true }
      range =
        sorted[middle] < window ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}
