import CourseModel
import Diagnostics

extension LegalInconsistencies {
  /// What policies would say of the portal by `legal.yml`, though its courses show that it is not so.
  var claims: [Diagnostic] { soldCourses + prices + registration }

  /// The first course with a price, where nothing is said to be sold.
  private var soldCourses: [Diagnostic] {
    guard legal.commerce.isEnabled == false else { return [] }
    return paid.prefix(1).map { price in
      error(
        "legal-claim", "the course has a price, but legal.yml says that nothing is sold",
        at: price.position,
        help: "write commerce: {enabled: true} in legal.yml, or remove the price")
    }
  }

  /// Prices that are in another currency than the terms would name.
  private var prices: [Diagnostic] {
    guard let named = legal.commerce.currency, legal.commerce.isEnabled != false else { return [] }
    return paid.compactMap { price in
      guard let currency = price.value.currency, currency != named else { return nil }
      return error(
        "legal-claim",
        "the price is in \(currency.code), but legal.yml says that prices are in \(named.code)",
        at: price.position,
        help: "write it in \(named.code), or remove currency: from commerce: in legal.yml")
    }
  }

  /// The prices of courses, each place once: many courses may have that of the settings.
  private var paid: [Located<Price>] {
    var places: Set<SourcePosition> = []
    return courses.compactMap(\.frontMatter.price).filter {
      !$0.value.isFree && places.insert($0.position).inserted
    }
  }

  /// A question for the age at a registration that there is not.
  private var registration: [Diagnostic] {
    let gate = legal.audience.ageGate
    guard gate.value == .registration, !legal.hasAccounts else { return [] }
    return [
      error(
        "legal-claim", "nobody is asked for their age on registration: there are no accounts",
        at: gate.position,
        help: "write accounts: {enabled: true}, or another age_gate, such as site")
    ]
  }
}
