/// The form of a value, as JSON Schema needs it.
indirect enum ValueShape: Sendable {
  case text
  /// A text of a regular expression's form (ECMA-262, as JSON Schema has it).
  case pattern(String)
  case address
  case number(ClosedRange<Int>)
  /// A number that is not negative.
  case amount
  case flag
  case date
  case choice([String])
  case list(of: ValueShape)
  case record([KeyDescription])
  case mapping(of: ValueShape)
  case anyOf([ValueShape])
}

/// A key as an editor shows it.
struct KeyDescription: Sendable {
  let name: String
  /// One sentence without a period.
  let summary: String
  let shape: ValueShape
}

extension ValueShape {
  /// A tag of BCP 47.
  static let languageTag = ValueShape.pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")

  /// The form of a mapping with the given keys.
  static func record<Target>(fields: [Field<Target>]) -> ValueShape {
    .record(
      fields.map { KeyDescription(name: $0.name, summary: $0.summary, shape: $0.shape) })
  }
}
