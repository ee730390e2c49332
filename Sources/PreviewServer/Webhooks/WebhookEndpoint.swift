import Bytes
package import Fulfilment

/// The address that payment providers tell of orders: `POST /stripe`, `/paddle`, `/lemonsqueezy`.
package struct WebhookEndpoint: Sendable {
  private let providers: Set<Provider>
  private let receive: @Sendable (Provider, [UInt8]?, [UInt8]) async -> Receipt
  private let report: @Sendable (String) -> Void

  /// Makes the endpoint.
  ///
  /// - Parameters:
  ///   - providers: Whose requests are taken.
  ///   - report: Takes a line for the log.
  ///   - receive: Takes a provider, the signature and the body.
  package init(
    providers: Set<Provider>, report: @escaping @Sendable (String) -> Void,
    receive: @escaping @Sendable (Provider, [UInt8]?, [UInt8]) async -> Receipt
  ) {
    self.providers = providers
    self.receive = receive
    self.report = report
  }

  /// Answers a request: 2xx only for what is done, 4xx for what will never be right, 503 for what
  /// the provider is to send again.
  package func respond(to request: HTTPRequest) async -> HTTPResponse {
    let name = String(utf8: request.path.dropFirst())
    guard let provider = Provider(rawValue: name), providers.contains(provider) else {
      return HTTPResponse(.notFound)
    }
    guard request.method.equals("POST") else { return .methodNotAllowed(but: "POST") }
    let signature = request.values(of: provider.signatureField)
    let receipt = await receive(
      provider, signature.count == 1 ? signature[0] : nil, request.body)
    report(receipt.message)
    return HTTPResponse(WebhookEndpoint.status(of: receipt), body: WebhookEndpoint.text(receipt))
  }

  private static func status(of receipt: Receipt) -> HTTPStatus {
    switch receipt.verdict {
    case .fulfilled, .revoked, .ignored: .ok
    case .refused(.signature), .refused(.late): .unauthorized
    case .refused(.malformed): .badRequest
    case .refused: .unprocessable
    case .failed: .unavailable
    }
  }

  /// What the provider's list of deliveries shows: the verdict in one word.
  private static func text(_ receipt: Receipt) -> [UInt8] {
    let word =
      switch receipt.verdict {
      case .fulfilled: "fulfilled"
      case .revoked: "revoked"
      case .ignored: "ignored"
      case .refused(let reason): "refused: \(reason.rawValue)"
      case .failed: "failed"
      }
    return Array("\(word)\n".utf8)
  }
}
