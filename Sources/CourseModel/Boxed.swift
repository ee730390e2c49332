/// A large value behind one reference: handing it on counts one reference up, instead of one for each of its parts.
///
/// It stays a value: what is written goes into a new box.
@propertyWrapper
@frozen
package struct Boxed<Value: Sendable>: Sendable {
  @usableFromInline
  final class Box: Sendable {
    @usableFromInline let value: Value

    @inlinable init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box

  /// Puts a value into a box.
  @inlinable package init(wrappedValue: Value) { box = Box(wrappedValue) }

  /// The value.
  @inlinable package var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }
}
