import FuzzTargets
import TestSupport
import Testing

/// A small and always equal part of what `make fuzz` does at length.
@Suite struct RandomBytesTests {
  @Test(arguments: FuzzTarget.allCases)
  func keepsItsRulesWhateverItReads(target: FuzzTarget) {
    var random = SplitMix(seed: 42)
    let seeds = target.seeds
    for seed in seeds { target.run(seed) }
    for _ in 0..<400 {
      var bytes = seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &random) { change(&bytes, &random) }
      target.run(bytes)
    }
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let index = Int.random(in: 0...bytes.count, using: &random)
    let other = Int.random(in: 0...bytes.count, using: &random)
    let range = min(index, other)..<max(index, other)
    switch Int.random(in: 0..<6, using: &random) {
    case 0 where index < bytes.count: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
    case 3: bytes.removeSubrange(range.prefix(20))
    case 4: bytes.insert(contentsOf: Array(bytes[range].prefix(64)), at: other)
    default: bytes = Array(bytes[..<index])
    }
  }
}
