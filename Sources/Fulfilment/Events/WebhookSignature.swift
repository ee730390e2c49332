import Bytes
import Entitlements

/// The proof that a request comes from a provider and was not changed on the way.
enum WebhookSignature {
  /// How old or how far in the future a signed time may be, in seconds.
  static let tolerance = 300

  /// Checks a signature.
  ///
  /// - Parameters:
  ///   - provider: Who is said to have signed.
  ///   - header: The value of the field ``Provider/signatureField``.
  ///   - body: The body to its last byte, as it was sent.
  ///   - secrets: The secrets that count; several while one is being replaced.
  ///   - now: The time, in seconds since 1970.
  /// - Throws: ``EventRefusal`` if no secret made any of the signatures, or they are too old.
  static func check(
    _ provider: Provider, header: [UInt8], body: [UInt8], secrets: [[UInt8]], now: Int
  ) throws(EventRefusal) {
    guard header.count <= 4_096 else { throw EventRefusal(.signature, "the signature is too long") }
    let signed: Signed
    switch provider {
    case .stripe: signed = try timed(header, separator: ",", time: "t", code: "v1", joint: ".")
    case .paddle: signed = try timed(header, separator: ";", time: "ts", code: "h1", joint: ":")
    case .lemonSqueezy: signed = Signed(time: nil, prefix: [], codes: [header])
    case .gumroad: throw EventRefusal(.signature, "Gumroad signs nothing")
    }
    let message = signed.prefix + body
    let isRight = signed.codes.contains { code in
      secrets.contains { MessageCode.isValid(code, of: message, secret: $0) }
    }
    guard isRight else { throw EventRefusal(.signature, "the signature is wrong") }
    if let time = signed.time, abs(now - time) > tolerance {
      throw EventRefusal(.late, "the signature is \(abs(now - time)) s away from this clock")
    }
  }

  private struct Signed {
    let time: Int?
    /// What precedes the body in what was signed.
    let prefix: [UInt8]
    let codes: [[UInt8]]
  }

  /// Reads `t=1700000000,v1=…,v1=…`; pairs of other names are left alone.
  private static func timed(
    _ header: [UInt8], separator: Unicode.Scalar, time: StaticString, code: StaticString,
    joint: Unicode.Scalar
  ) throws(EventRefusal) -> Signed {
    var times: [[UInt8]] = []
    var codes: [[UInt8]] = []
    for pair in header.split(separator: UInt8(ascii: separator)) {
      let parts = pair.trimmingASCIIWhitespace.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      if parts[0].equals(time) { times.append(Array(parts[1])) }
      if parts[0].equals(code), codes.count < 10 { codes.append(Array(parts[1])) }
    }
    guard times.count == 1, times[0].count <= 12, let seconds = times[0].decimalNumber,
      !codes.isEmpty
    else { throw EventRefusal(.signature, "the signature is not one") }
    return Signed(time: seconds, prefix: times[0] + [UInt8(ascii: joint)], codes: codes)
  }
}
