import Entitlements

/// Who takes the buyers' money.
package enum Provider: String, Hashable, Sendable, CaseIterable {
  case stripe
  case paddle
  case lemonSqueezy = "lemonsqueezy"
  case gumroad

  /// The providers that tell of an order by a signed request.
  package static let withWebhooks: [Provider] = [.stripe, .paddle, .lemonSqueezy]

  /// The name in the entitlements' names.
  var identifier: Identifier {
    guard let identifier = Identifier(rawValue) else {
      preconditionFailure("a provider's name is an identifier")
    }
    return identifier
  }

  /// What people call it.
  package var title: String {
    switch self {
    case .stripe: "Stripe"
    case .paddle: "Paddle"
    case .lemonSqueezy: "Lemon Squeezy"
    case .gumroad: "Gumroad"
    }
  }

  /// The field of a request's header that holds the signature, in lower case.
  package var signatureField: StaticString {
    switch self {
    case .stripe: "stripe-signature"
    case .paddle: "paddle-signature"
    case .lemonSqueezy, .gumroad: "x-signature"
    }
  }

  /// The environment's variable for the secret.
  package var secretVariable: String { "CLEVIO_\(rawValue.uppercased())_SECRET" }
}
