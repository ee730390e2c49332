import CourseModel
import Testing

@Suite struct CurrencyTests {
  @Test(arguments: [("EUR", 2), ("USD", 2), ("JPY", 0), ("KRW", 0), ("KWD", 3), ("BHD", 3)])
  func knowsTheDecimals(code: String, decimals: Int) {
    #expect(Currency(code: code)?.decimals == decimals)
  }

  @Test(arguments: ["", "eur", "EURO", "XXXX", "€", "EU", "#"])
  func refusesWhatIsNoCode(code: String) { #expect(Currency(code: code) == nil) }

  @Test func listsCodesOnceInOrder() {
    #expect(Currency.codes.count > 140)
    #expect(Currency.codes == Set(Currency.codes).sorted())
    #expect(Currency.codes.allSatisfy { $0.utf8.count == 3 && $0 == $0.uppercased() })
  }
}

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en"), ("de", "de"), ("pt-BR", "pt"), ("zh-Hant", "zh"), ("zh-Hant-TW", "zh"),
    ("en-GB", "en"), ("gsw", "gsw"), ("de-1996", "de"), ("no", "no"), ("es-419", "es"),
  ])
  func readsATag(text: String, primary: String) {
    #expect(LanguageTag(text)?.text == text)
    #expect(LanguageTag(text)?.primary == primary)
  }

  @Test(arguments: [
    ("EN-gb", "en-GB"), ("NO", "no"), ("ZH-hant-tw", "zh-Hant-TW"),
    ("de-CH-X-PHONEBK", "de-CH-x-phonebk"),
    ("DE-u-CO-phonebk", "de-u-co-phonebk"),
  ])
  func writesATagInOneWay(text: String, tag: String) {
    #expect(LanguageTag(text)?.text == tag)
    #expect(LanguageTag(text) == LanguageTag(tag))
  }

  @Test(arguments: [
    "", "e", "english", "en_US", "en-", "-en", "en--US", "e1", "en us", "日本", "en-ÜS", "en\0",
    "en-toolongsubtag",
  ])
  func refusesWhatIsNone(text: String) { #expect(LanguageTag(text) == nil) }

  @Test(arguments: [
    ("ar", true), ("he", true), ("fa-IR", true), ("ur", true), ("en", false), ("az-Arab", true),
    ("ku-Latn", false), ("de", false),
  ])
  func knowsTheDirection(text: String, isRightToLeft: Bool) {
    #expect(LanguageTag(text)?.isRightToLeft == isRightToLeft)
  }
}
