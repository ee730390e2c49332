import ArgumentParser
import CourseModel

/// A time as users write it: a day such as `2027-01-31`, or a number of days from now such as
/// `30d` or `+30d`.
enum EntitlementTime: Hashable, Sendable, ExpressibleByArgument {
  /// The day's begin in UTC, in seconds since 1970.
  case at(Int)
  /// So many seconds from now.
  case after(Int)

  init?(argument: String) {
    if let day = CalendarDate(parsing: argument) {
      self = .at(day.daysSince1970 * 86_400)
      return
    }
    let text = argument.utf8
    let digits = (text.first == UInt8(ascii: "+") ? text.dropFirst() : text[...]).dropLast()
    guard text.last == UInt8(ascii: "d"), (1...5).contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) }), let days = Int(String(Substring(digits)))
    else { return nil }
    self = .after(days * 86_400)
  }

  /// The time as a user writes it.
  var defaultValueDescription: String {
    switch self {
    case .at(let time): CalendarDate(daysSince1970: time / 86_400).isoText
    case .after(let seconds): "\(seconds / 86_400)d"
    }
  }

  /// The time in seconds since 1970.
  func time(now: Int) -> Int {
    switch self {
    case .at(let time): time
    case .after(let seconds): now + seconds
    }
  }
}
