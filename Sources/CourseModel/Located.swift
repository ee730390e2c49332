package import Diagnostics

/// A value that an author wrote, and where.
package struct Located<Value: Sendable>: Sendable {
  /// The value.
  package var value: Value

  /// Where it was written.
  package var position: SourcePosition

  /// Joins a value and its place.
  package init(_ value: Value, at position: SourcePosition) {
    self.value = value
    self.position = position
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
