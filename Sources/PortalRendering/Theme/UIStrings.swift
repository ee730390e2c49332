import Bytes
import CourseModel
import Diagnostics
import Files

/// The interface's words in one language.
struct UIStrings: Sendable {
  let language: LanguageTag
  private let texts: [String: String]
  /// The words by CLDR's plural categories.
  private let plurals: [String: [String: String]]

  /// Reads the words of a language, which are English where its files do not name a key.
  ///
  /// Of several folders with `<language>.yml` the later counts, key by key.
  init(_ language: LanguageTag, folders: [FileTree], diagnostics: inout [Diagnostic]) {
    self.language = language
    var reader = StringsReader()
    for name in ["en", language.primary] {
      for (index, folder) in folders.enumerated() {
        // The built-in words come first, and name all that there are.
        reader.read("\(name).yml", in: folder, addsKeys: index == 0, &diagnostics)
      }
    }
    diagnostics += [reader.missingWords(in: language.primary)].compactMap(\.self)
    texts = reader.texts
    plurals = reader.plurals
    values = UIStrings.names.map { reader.texts[$0] ?? "" }
  }

  /// The names of all texts without plurals, ordered: what templates may use.
  static let names: [String] = {
    var diagnostics: [Diagnostic] = []
    var reader = StringsReader()
    reader.read(
      "en.yml", in: BuiltinFiles.tree.subtree(RelativePath("theme/strings")), addsKeys: true,
      &diagnostics)
    return reader.texts.keys.sorted()
  }()

  /// The texts in the order of ``names``.
  let values: [String]

  /// The words of a key.
  func text(_ key: String) -> String {
    guard let text = texts[key] else { preconditionFailure("no words for \"\(key)\"") }
    return text
  }

  /// The words of a key, or `nil` if there are none.
  func optionalText(_ key: String) -> String? { texts[key] }

  /// The words of a key with each `{name}` exchanged for its value.
  func text(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    UIStrings.fill(text(key), values)
  }

  /// The words of a key for a number of things.
  func plural(_ key: String, _ number: Int) -> String {
    let forms = plurals[key] ?? [:]
    let category = PluralCategory(of: number, in: language.primary).rawValue
    return UIStrings.fill(forms[category] ?? forms["other"] ?? "{n}", ["n": grouped(number)])
  }

  /// The form of plurals that a number takes (CLDR): `one`, `other`.
  func pluralForm(of number: Int) -> String {
    PluralCategory(of: number, in: language.primary).rawValue
  }

  /// A length of time in words.
  func duration(minutes: Int) -> String {
    if minutes < 60 { return plural("minutes", minutes) }
    if minutes % 60 == 0 { return plural("hours", minutes / 60) }
    return text(
      "hours_minutes", ["hours": String(minutes / 60), "minutes": String(minutes % 60)])
  }

  /// A day in words.
  func date(_ date: CalendarDate) -> String {
    text(
      "date",
      [
        "day": String(date.day), "month": text("month_\(date.month)"), "year": String(date.year),
      ])
  }

  /// A price in words, or the word for what is free.
  func price(_ price: Price) -> String {
    guard !price.isFree, let currency = price.currency else { return text("price_free") }
    var unit = 1
    for _ in 0..<currency.decimals { unit *= 10 }
    var amount = grouped(price.minorUnits / unit)
    let rest = price.minorUnits % unit
    if rest > 0 {
      let digits = String(rest)
      amount += text("decimal_mark")
      amount += String(repeating: "0", count: currency.decimals - digits.utf8.count) + digits
    }
    let symbol = UIStrings.symbols[currency.code] ?? currency.code + "\u{A0}"
    return text("price_format", ["currency": symbol, "amount": amount])
      .replacing("\u{A0}\u{A0}", with: "\u{A0}").trimmingSpaces
  }

  /// A size in words.
  func size(bytes: Int) -> String {
    if bytes < 1_000_000 { return text("size_kb", ["n": String(max(1, bytes / 1_000))]) }
    let tenths = bytes / 100_000
    let mark = text("decimal_mark")
    return text(
      "size_mb", ["n": tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(mark)\(tenths % 10)"])
  }

  /// Names joined with commas and a last "and".
  func list(_ names: [String]) -> String {
    guard let last = names.last else { return "" }
    guard let first = names.dropLast().first else { return last }
    let start = names.dropLast().dropFirst().reduce(first) {
      text("list_comma", ["a": $0, "b": $1])
    }
    return text("list_and", ["a": start, "b": last])
  }

  private static let symbols = ["EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹"]

  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number).utf8)
    guard digits.count > 4 else { return String(number) }
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 {
        text.append(text: optionalText("group_mark") ?? "")
      }
      text.append(digit)
    }
    return String(utf8: text)
  }

  /// A text with each `{name}` that has a value exchanged for it.
  private static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    var rest = Array(text.utf8)[...]
    var filled: [UInt8] = []
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) ?? open
      let name = rest[open..<close].dropFirst()
      filled += rest[..<open]
      if let value = values.first(where: { $0.key.utf8.elementsEqual(name) })?.value {
        filled += value.utf8
      } else {
        filled += rest[open...close]
      }
      rest = rest[(close + 1)...]
    }
    return String(utf8: filled + rest)
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(utf8: utf8.trimmingASCIIWhitespace) }
}
