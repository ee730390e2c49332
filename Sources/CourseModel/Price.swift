/// What a learner pays for a course.
///
/// A price is an exact amount in the currency's minor unit, so that nothing is rounded on the way
/// from an author's front matter to a checkout.
package struct Price: Hashable, Sendable {
  /// The amount in minor units, never negative: cents for EUR, whole yen for JPY.
  package let minorUnits: Int

  /// The currency that the amount is in; `nil` for what is free without naming one.
  package let currency: Currency?

  /// Whether a learner pays nothing.
  package var isFree: Bool { minorUnits == 0 }

  /// The price of what costs nothing.
  package static let free = Price(minorUnits: 0, currency: nil)
}

extension Price {
  /// Why a text is not a price.
  package enum ParsingError: Error, Hashable {
    case missingCurrency
    case unknownCurrency(String)
    case malformedAmount(String)
    case tooManyDecimals(allowed: Int)
  }

  /// Reads a price as authors write it: `12.50 EUR`, or `free`.
  ///
  /// - Parameters:
  ///   - text: A decimal amount with a point, one space, and an ISO 4217 code.
  ///   - currency: What an amount without a code is in.
  /// - Throws: ``ParsingError``, naming the part of `text` that does not fit.
  package init(parsing text: String, in currency: Currency? = nil) throws(ParsingError) {
    if text == "free" {
      self = .free
      return
    }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let amount = words[0]
    let chosen: Currency
    if words.count == 1, let currency {
      chosen = currency
    } else {
      guard words.count == 2 else { throw .missingCurrency }
      guard let named = Currency(code: String(words[1])) else {
        throw .unknownCurrency(String(words[1]))
      }
      chosen = named
    }
    minorUnits = try Price.minorUnits(in: amount, decimals: chosen.decimals)
    self.currency = chosen
  }

  private static func minorUnits(in amount: Substring, decimals: Int) throws(ParsingError) -> Int {
    let parts = amount.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isWellFormed = parts.allSatisfy {
      !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isWellFormed else { throw .malformedAmount(String(amount)) }
    let fraction = parts.dropFirst().first ?? ""
    guard fraction.utf8.count <= decimals else { throw .tooManyDecimals(allowed: decimals) }
    let padding = String(repeating: "0", count: decimals - fraction.utf8.count)
    guard let minorUnits = Int(parts[0] + fraction + padding) else {
      throw .malformedAmount(String(amount))
    }
    return minorUnits
  }
}

extension Price {
  /// The amount in units with a point, such as `49.00`.
  package var decimalText: String {
    let decimals = currency?.decimals ?? 0
    let digits = String(minorUnits)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return decimals == 0 ? padded : "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// The price as authors write it: `49.00 EUR`, or `free`.
  package var plainText: String {
    isFree ? "free" : currency.map { "\(decimalText) \($0.code)" } ?? decimalText
  }
}
