import Bytes

/// The name of an author, a portal, a course or an entitlement: 1 to 64 of `a`…`z`, `0`…`9` and
/// `-`, no `-` first.
///
/// Nothing in it has a second spelling, so that two names are equal exactly if their bytes are.
package struct Identifier: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name.
  package let description: String

  /// Takes a name; `nil` if it is not one.
  package init?(_ text: some Collection<UInt8>) {
    guard (1...64).contains(text.count), text.first != UInt8(ascii: "-"),
      text.allSatisfy({ $0 == UInt8(ascii: "-") || $0.isASCIIDigit || (0x61...0x7A).contains($0) })
    else { return nil }
    description = String(utf8: text)
  }

  /// Takes a name; `nil` if it is not one.
  package init?(_ text: String) { self.init(text.utf8) }

  /// A name for an entitlement that nobody can guess: `e-` and 32 random hexadecimal digits.
  package static func random() -> Identifier {
    Identifier(entitlement: SecretBytes.make(16))
  }

  /// A name made of bytes that stand for an entitlement.
  init(entitlement bytes: [UInt8]) {
    description = "e-" + String(utf8: Hexadecimal.encoded(bytes))
  }

  /// The name's bytes.
  package var bytes: [UInt8] { Array(description.utf8) }

  /// Orders by bytes.
  package static func < (left: Self, right: Self) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
