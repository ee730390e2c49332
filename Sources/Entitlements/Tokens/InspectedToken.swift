import Bytes

/// What a token says of itself, whether or not it is true: no signature is checked.
package struct InspectedToken: Hashable, Sendable {
  /// The header as JSON, or `nil` if it is none.
  package let header: SignedValue?

  /// The payload without its keys, or `nil` if it is no JSON.
  package let payload: SignedValue?

  /// Reads a token.
  package init(_ token: [UInt8]) {
    let parts = token.prefix(TokenType.head.greatestSize).split(
      separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
    let values = parts.prefix(2).map { part in
      Base64.url.decoded(part).flatMap { try? SignedValue(parsing: $0) }
    }
    header = values.first ?? nil
    payload = (values.dropFirst().first ?? nil)?.withoutKeys
  }
}

extension SignedValue {
  /// The value with `k` and `kek` hidden, so that what is shown unlocks nothing.
  fileprivate var withoutKeys: SignedValue {
    switch self {
    case .object(let members):
      var shown: [[UInt8]: SignedValue] = [:]
      for (name, value) in members {
        let isKey = name.equals("k") || name.equals("kek")
        shown[name] = isKey ? .text("(hidden)") : value.withoutKeys
      }
      return .object(shown)
    case .list(let values): return .list(values.map(\.withoutKeys))
    default: return self
    }
  }
}
