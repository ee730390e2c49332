import Crypto
import Entitlements

/// How long the table of a course's buyers takes beside hashing as much as it reads and writes.
@main enum Rekeying {
  static func main() throws {
    guard let course = Identifier("knots") else { return }
    let root = CourseRoot(course: course, secret: [UInt8](repeating: 7, count: 32))
    let buyers = Set((0..<10_000).compactMap { Identifier("e-\($0)") })
    let block = [UInt8](repeating: 7, count: 64)
    var tables: [Double] = []
    var hashes: [Double] = []
    let clock = ContinuousClock()
    for _ in 0..<9 {
      tables.append(
        try clock.measure { _ = try SlotTable(of: root, epoch: 2, for: buyers) }.seconds)
      // Each buyer takes three derivations of four hashes, two blocks each.
      hashes.append(
        clock.measure { for _ in 0..<(10_000 * 24) { _ = SHA256.hash(data: block) } }.seconds)
    }
    print(median(tables) * 1_000, median(hashes) * 1_000)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
