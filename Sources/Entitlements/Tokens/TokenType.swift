/// What a token is: its header's `typ`, and what a key may be allowed to sign.
package enum TokenType: String, Hashable, Sendable, CaseIterable {
  /// A portal's head: which manifest is the newest, and what is revoked.
  case head = "clevio-head+jws"
  /// What a buyer may read.
  case entitlement = "clevio-entitlement+jws"
  /// Which keys sign for an author; signed by the root key only.
  case keys = "clevio-keys+jws"

  /// The greatest size of a token in bytes.
  var greatestSize: Int { self == .head ? 4 << 20 : 64 << 10 }

  /// What people call it.
  var name: String {
    switch self {
    case .head: "portal's head"
    case .entitlement: "entitlement"
    case .keys: "key list"
    }
  }

  /// What people call any of them.
  var nameWithArticle: String { self == .entitlement ? "an \(name)" : "a \(name)" }
}
