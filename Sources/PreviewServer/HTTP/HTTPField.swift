import Bytes

/// A field of a header.
package struct HTTPField: Hashable, Sendable {
  /// The name in lower case.
  package let name: [UInt8]

  /// The value without white space around it.
  package let value: [UInt8]

  /// Makes a field.
  package init(_ name: [UInt8], _ value: [UInt8]) {
    self.name = name.map(\.asciiLowercased)
    self.value = value
  }

  /// Makes a field of a name in lower case.
  package init(_ name: StaticString, _ value: [UInt8]) {
    self.name = [UInt8](name)
    self.value = value
  }

  /// Makes a field of a name in lower case.
  package init(_ name: StaticString, _ value: String) { self.init(name, Array(value.utf8)) }
}
