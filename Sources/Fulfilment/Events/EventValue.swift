import Bytes
import CourseModel

/// Values of events that several providers write alike.
enum EventValue {
  /// An amount in minor units; one with a point or an exponent is refused, because nobody knows
  /// what was rounded.
  static func amount(_ value: ForeignJSON?) throws(EventRefusal) -> Int {
    guard let amount = value?.wholeNumber else {
      throw EventRefusal(.amount, "the amount is no whole number of minor units")
    }
    return amount
  }

  /// A currency's code, in capital letters.
  static func currency(_ value: ForeignJSON?) throws(EventRefusal) -> String {
    guard let text = value?.text, text.count == 3, text.allSatisfy(\.isASCIILetter) else {
      throw EventRefusal(.currency, "the currency is no code of three letters")
    }
    return String(utf8: text).uppercased()
  }

  /// A time in seconds since 1970, or as a text such as `2027-01-31T10:12:33.201Z`; a fraction of a
  /// second is dropped.
  static func time(_ value: ForeignJSON?) throws(EventRefusal) -> Int {
    if case .number = value, let seconds = value?.wholeNumber { return seconds }
    guard let text = value?.text, let time = time(text) else {
      throw EventRefusal(.malformed, "the order has no time")
    }
    return time
  }

  private static func time(_ text: [UInt8]) -> Int? {
    guard text.count >= 20, text.last == UInt8(ascii: "Z"), text[10] == UInt8(ascii: "T"),
      text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      text[19] == UInt8(ascii: ".") || text.count == 20,
      let day = CalendarDate(parsing: String(utf8: text[..<10])),
      let hour = number(text[11..<13], below: 24), let minute = number(text[14..<16], below: 60),
      let second = number(text[17..<19], below: 61)
    else { return nil }
    return day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
  }

  private static func number(_ text: ArraySlice<UInt8>, below limit: Int) -> Int? {
    text.decimalNumber.flatMap { $0 < limit ? $0 : nil }
  }

  /// An address that mail can be sent to; `nil` for anything else.
  static func address(_ value: ForeignJSON?) -> String? {
    value?.string.flatMap(MailAddress.init)?.address
  }
}
