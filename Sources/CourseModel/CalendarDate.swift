/// A day of the Gregorian calendar, without time or time zone.
package struct CalendarDate: Hashable, Sendable, Comparable {
  /// Year, month and day in one number, which orders dates as they follow each other.
  private let number: Int

  /// The year, 1…9999.
  package var year: Int { number >> 9 }

  /// The month, 1…12.
  package var month: Int { number >> 5 & 15 }

  /// The day of the month, 1…31.
  package var day: Int { number & 31 }

  /// Makes a date, or `nil` if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    number = CalendarDate.number(year, month, day)
  }

  /// Reads `2027-01-31` (ISO 8601, extended); a time of day after `T` or a space is passed over.
  package init?(parsing text: String) {
    let date = text.utf8.prefix { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }
    let time = text.utf8.dropFirst(date.count)
    guard time.isEmpty || CalendarDate.isTimeOfDay(time.dropFirst()) else { return nil }
    let parts = date.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
      let day = Int(Substring(parts[2]))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Whether a text is a time of day, with or without its zone, such as `23:59` or `09:30:00.5 +0100`.
  private static func isTimeOfDay(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    func take(_ mark: UInt8) -> Bool {
      guard rest.first == mark else { return false }
      rest = rest.dropFirst()
      return true
    }
    func takeNumber(to limit: Int, digits: ClosedRange<Int>) -> Bool {
      let number = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(number.count)
      return digits.contains(number.count) && Int(Substring(number)) ?? .max <= limit
    }
    guard takeNumber(to: 24, digits: 1...2), take(UInt8(ascii: ":")),
      takeNumber(to: 59, digits: 2...2)
    else { return false }
    if take(UInt8(ascii: ":")) {
      guard takeNumber(to: 60, digits: 2...2) else { return false }
      if take(UInt8(ascii: ".")), !takeNumber(to: .max, digits: 1...18) { return false }
    }
    _ = take(UInt8(ascii: " "))
    guard take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")) else {
      // `Z`, or a name such as `UTC`.
      return rest.count <= 5 && rest.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
    }
    let digits = rest.filter { $0 != UInt8(ascii: ":") }
    return (2...4).contains(digits.count) && rest.count <= 5
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The day that lies `days` after 1 January 1970, in UTC.
  package init(daysSince1970 days: Int) {
    // Counting years from March puts the leap day at the end of the year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    number = CalendarDate.number(
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    year << 9 | month << 5 | day
  }

  /// How many days lie between 1 January 1970 and this day; negative before it.
  package var daysSince1970: Int {
    let yearFromMarch = month > 2 ? year : year - 1
    let era = (yearFromMarch >= 0 ? yearFromMarch : yearFromMarch - 399) / 400
    let yearOfEra = yearFromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// `2027-01-31`.
  package var isoText: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
