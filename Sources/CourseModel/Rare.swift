/// A large value that is mostly missing: what is missing takes the room of one reference.
@propertyWrapper
package indirect enum Rare<Value: Sendable>: Sendable {
  case missing
  case value(Value)

  /// Holds a value, or none.
  package init(wrappedValue: Value?) { self = wrappedValue.map(Rare.value) ?? .missing }

  /// The value, if there is one.
  package var wrappedValue: Value? {
    get {
      if case .value(let value) = self { value } else { nil }
    }
    set { self = Rare(wrappedValue: newValue) }
  }
}
