import Bytes

/// What somebody ordered, as a shop's table says it.
package struct Order: Hashable, Sendable {
  /// The order's number in the shop.
  package let number: [UInt8]

  /// The courses, sorted.
  package fileprivate(set) var courses: [Identifier]

  /// What the reader shows; without one in the table, `order` and the number.
  package let label: [UInt8]

  /// From when on the entitlement is refused, in seconds since 1970; `nil` means never.
  package let expires: Int?

  /// The first of its lines in the table, from 1 up.
  package let line: Int

  init(number: [UInt8], course: Identifier, label: [UInt8], expires: Int?, line: Int) {
    self.number = number
    courses = [course]
    self.label = label
    self.expires = expires
    self.line = line
  }

  mutating func add(_ course: Identifier) { courses = (courses + [course]).sorted() }

  /// The longest number in bytes.
  static let greatestNumberLength = 100

  /// Whether a number is one that can stand in a table and in a name without being taken for
  /// something else: letters, digits and `#._:/-`, a letter, digit or `#` first.
  package static func isNumber(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, text.count <= greatestNumberLength else { return false }
    let marks = Array("#._:/-".utf8)
    return (first.isASCIIAlphanumeric || first == UInt8(ascii: "#"))
      && text.allSatisfy { $0.isASCIIAlphanumeric || marks.contains($0) }
  }

  /// The label of an order that was given none.
  package static func label(of number: some Collection<UInt8>) -> [UInt8] {
    Array("order ".utf8) + number
  }
}
