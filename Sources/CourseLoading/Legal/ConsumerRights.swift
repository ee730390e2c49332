import CourseModel
import Diagnostics

/// What a shop grants and says to consumers, held against what the laws of the European Union and of the United
/// Kingdom give them.
struct ConsumerRights {
  private let shop: Commerce
  /// The language of texts that say none.
  private let language: LanguageTag

  /// Looks at a shop in a portal of a language.
  init(in shop: Commerce, language: LanguageTag) {
    self.shop = shop
    self.language = language
  }

  /// What is wrong.
  var findings: [Diagnostic] { [withdrawal, orderButton, prices].compactMap(\.self) }

  /// Article 9(1) of directive 2011/83/EU.
  private var withdrawal: Diagnostic? {
    guard let days = shop.withdrawalTime, days.value < 14 else { return nil }
    return Diagnostic(
      "shop-withdrawal", .error,
      "consumers are given \(days.value) days to withdraw, but the law gives them 14",
      at: days.position, help: "write days: 14")
  }

  /// Article 6(1)(e) of directive 2011/83/EU.
  private var prices: Diagnostic? {
    guard let includes = shop.includesTax, !includes.value else { return nil }
    return Diagnostic(
      "shop-price", .warning, "consumers are shown prices without the taxes that they pay",
      at: includes.position, help: "write prices_include_vat: true, and prices with their taxes")
  }

  /// Words of labels that say that an order has to be paid (article 8(2) of directive 2011/83/EU).
  private static let payingWords: Set = [
    "pay", "buy", "purchase",
    "zahlungspflichtig", "zahlungspflichtigen", "kostenpflichtig", "kostenpflichtigen", "kaufen",
    "bezahlen", "zahlen",
    "paiement", "payer", "acheter", "payante",
    "pago", "pagar", "comprar",
    "оплатить", "оплаты", "оплатой", "купить",
    "ادفع", "الدفع", "بالدفع", "دفع", "اشتر", "اشتري", "شراء",
  ]
  private static let languagesOfWords: Set = ["ar", "de", "en", "es", "fr", "ru"]

  private var orderButton: Diagnostic? {
    guard let button = shop.orderButton,
      let label = button.value.variants.first(where: { !saysThatItCosts($0) })
    else { return nil }
    return Diagnostic(
      "shop-button", .warning, "\"\(label.text)\" does not say that the order has to be paid",
      at: button.position, help: "write order_button: Order with obligation to pay, or Buy now")
  }

  /// Whether a label says that it costs something, or is in a language whose words for it are not known.
  private func saysThatItCosts(_ label: LocalizedText.Variant) -> Bool {
    guard Self.languagesOfWords.contains((label.language ?? language).primary) else { return true }
    // Arabic may be written with the marks of its vowels.
    let letters = label.text.lowercased().unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    return String(String.UnicodeScalarView(letters)).split { !$0.isLetter }
      .contains { Self.payingWords.contains(String($0)) }
  }
}
