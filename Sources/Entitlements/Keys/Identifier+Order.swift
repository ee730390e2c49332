import Crypto

extension Identifier {
  /// The name of the entitlement for an order: always the same, so that an order that is told of
  /// twice is one entitlement, and to be guessed by nobody without the course's secret.
  ///
  /// - Parameters:
  ///   - provider: Who took the order, such as `stripe`.
  ///   - order: The order's number there.
  ///   - root: The secret of the order's course; of several, the first by name.
  /// - Returns: `e-` and 32 hexadecimal digits: HMAC-SHA256 (RFC 2104), cut to 16 bytes.
  package static func order(
    provider: Identifier, order: some Collection<UInt8>, root: CourseRoot
  ) -> Identifier {
    let code = HMAC<SHA256>.authenticationCode(
      for: provider.bytes + [0] + order, using: SymmetricKey(data: root.secret))
    return Identifier(entitlement: Array(code.prefix(16)))
  }
}
