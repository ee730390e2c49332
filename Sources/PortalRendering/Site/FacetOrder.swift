import CourseModel

/// The order in which a reader looks for values of a property: levels by what they demand, all others as in a
/// dictionary, where case and marks do not matter and numbers count as numbers.
struct FacetOrder {
  private var folding = FoldingTable()

  /// The values in their order, each with what it is called.
  mutating func sorted(
    _ values: [(value: FacetValue, title: String)]
  ) -> [(value: FacetValue, title: String)] {
    values.map { (entry: $0, key: key(of: $0.value, title: $0.title)) }.sorted { left, right in
      if left.key == right.key { return left.entry.title < right.entry.title }
      return left.key.lexicographicallyPrecedes(right.key)
    }.map(\.entry)
  }

  /// Numbers that compare as the value stands among others; those of a number begin with how many digits it has.
  private mutating func key(of value: FacetValue, title: String) -> [UInt32] {
    if value.kind == .level,
      let place = Level.allCases.firstIndex(where: { $0.rawValue == value.value })
    {
      return [UInt32(place)]
    }
    var scalars: [FoldedScalar] = []
    for scalar in title.unicodeScalars { folding.append(scalar, to: &scalars) }
    var key: [UInt32] = []
    var digits: [UInt32] = []
    func endNumber() {
      let significant = digits.drop { $0 == 0x30 }
      if !digits.isEmpty { key += [0x30, UInt32(significant.count)] + significant }
      digits = []
    }
    for scalar in scalars.map(\.value) {
      if 0x30...0x39 ~= scalar {
        digits.append(scalar)
      } else {
        endNumber()
        key.append(scalar)
      }
    }
    endNumber()
    return key
  }
}
