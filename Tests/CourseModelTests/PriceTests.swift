import CourseModel
import Testing

@Suite struct PriceTests {
  @Test(arguments: [
    ("49 EUR", 4_900, "EUR"), ("12.50 EUR", 1_250, "EUR"), ("12.5 EUR", 1_250, "EUR"),
    ("0.01 USD", 1, "USD"), ("1000 JPY", 1_000, "JPY"), ("1.234 KWD", 1_234, "KWD"),
    ("007 EUR", 700, "EUR"), ("92233720368547758 EUR", 9_223_372_036_854_775_800, "EUR"),
  ])
  func readsAnExactAmount(text: String, minorUnits: Int, code: String) throws {
    let price = try Price(parsing: text)
    #expect(price.minorUnits == minorUnits)
    #expect(price.currency?.code == code)
    #expect(!price.isFree)
  }

  @Test(arguments: ["free", "0 EUR", "0.00 EUR", "0 JPY"])
  func knowsWhatIsFree(text: String) throws { #expect(try Price(parsing: text).isFree) }

  @Test func takesTheCurrencyOfThePortalForABareAmount() throws {
    let euro = try #require(Currency(code: "EUR"))
    #expect(try Price(parsing: "49", in: euro) == Price(parsing: "49 EUR"))
    #expect(try Price(parsing: "49 USD", in: euro).currency?.code == "USD")
  }

  @Test(
    arguments: [
      ("49", .missingCurrency), ("", .missingCurrency), ("49  EUR", .missingCurrency),
      ("49 EUR ", .missingCurrency), ("49 EURO", .unknownCurrency("EURO")),
      ("49 eur", .unknownCurrency("eur")), ("49 €", .unknownCurrency("€")),
      ("Free", .missingCurrency), ("49,00 EUR", .malformedAmount("49,00")),
      ("-1 EUR", .malformedAmount("-1")), ("+1 EUR", .malformedAmount("+1")),
      (".5 EUR", .malformedAmount(".5")), ("5. EUR", .malformedAmount("5.")),
      ("1e3 EUR", .malformedAmount("1e3")), ("٤٩ EUR", .malformedAmount("٤٩")),
      (" EUR", .malformedAmount("")), ("1.2.3 EUR", .malformedAmount("1.2.3")),
      ("1.234 EUR", .tooManyDecimals(allowed: 2)), ("1.0 JPY", .tooManyDecimals(allowed: 0)),
      ("99999999999999999999 EUR", .malformedAmount("99999999999999999999")),
      ("92233720368547759 EUR", .malformedAmount("92233720368547759")),
    ] as [(String, Price.ParsingError)])
  func refusesWhatIsNotAPrice(text: String, error: Price.ParsingError) {
    #expect(throws: error) { try Price(parsing: text) }
  }
}
