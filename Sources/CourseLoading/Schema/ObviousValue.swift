import Bytes
import CourseModel
import Diagnostics

/// What a value was surely meant to be that has not the form which its key takes.
enum ObviousValue {
  /// What other readers of YAML take for a truth value.
  static func flag(_ text: String) -> String? {
    switch text.lowercased() {
    case "true", "yes", "on": "true"
    case "false", "no", "off": "false"
    default: nil
    }
  }

  /// A day with its year first; with the day or the month first, nobody could tell which is which.
  static func date(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, parts[0].utf8.count == 4,
      parts[1...].allSatisfy({ (1...2).contains($0.utf8.count) })
    else { return nil }
    let digits = parts.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }
    return CalendarDate(parsing: digits.joined(separator: "-"))?.isoText
  }

  /// A period in words, such as `14 days`, or in small letters.
  static func period(_ text: String) -> String? {
    let units = ["day": "D", "week": "W", "month": "M", "year": "Y"]
    let words = text.lowercased().split(separator: " ")
    let capital = text.uppercased()
    if CalendarPeriod(parsing: capital) != nil { return capital }
    guard words.count == 2, let number = Int(words[0]), number > 0,
      let unit = units[String(words[1])] ?? units[String(words[1].dropLast())],
      words[1].last == "s" || number == 1
    else { return nil }
    return "P\(number)\(unit)"
  }

  /// A tag of BCP 47 with `_` between its parts, as operating systems write it.
  static func language(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return nil }
    let tag = text.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
    return LanguageTag(tag)?.text
  }

  /// Whether a sign looks like a space: U+00A0, and the narrow one that texts in French have.
  static func isOddSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{202F}"
  }

  /// An amount with its currency in small letters, before it, or as `€`, or with a decimal comma.
  static func price(_ text: String) -> String? {
    if text.lowercased() == "free" { return "free" }
    let words = text.split(separator: "€", omittingEmptySubsequences: false)
      .joined(separator: " EUR ").unicodeScalars.split { $0 == " " || isOddSpace($0) }
      .map { String($0) }
    guard words.count == 2,
      let amount = words.first(where: { $0.utf8.contains(where: \.isASCIIDigit) }),
      let code = words.first(where: { $0.utf8.allSatisfy(\.isASCIILetter) })
    else { return nil }
    let parts = amount.split(separator: ",", omittingEmptySubsequences: false)
    // Three digits after a comma may be thousands.
    if parts.count > 1, parts.count > 2 || !(1...2).contains(parts[1].utf8.count) { return nil }
    let meant = parts.joined(separator: ".") + " " + code.uppercased()
    do throws(Price.ParsingError) {
      _ = try Price(parsing: meant)
      return meant
    } catch {
      return nil
    }
  }

  /// One of a few words in other letters; a slip of the pen where a guess can do no harm.
  static func choice(_ text: String, of words: [String], isDecisive: Bool) -> String? {
    if let same = words.first(where: { $0.lowercased() == text.lowercased() }) { return same }
    return isDecisive ? nil : Suggestion.only(near: text, among: words)
  }
}
