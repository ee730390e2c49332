import ArgumentParser
import CourseModel
import Entitlements
import Foundation

/// The clock.
enum Clock {
  /// The time in seconds since 1970.
  static var now: Int { Int(Date().timeIntervalSince1970.rounded(.down)) }

  /// The day in UTC.
  static var today: CalendarDate {
    CalendarDate(daysSince1970: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }

  /// The time that a build is to take for now, where its environment names one
  /// (reproducible-builds.org, `SOURCE_DATE_EPOCH`).
  static func reproducibleNow() throws -> Int {
    guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
      return now
    }
    guard let time = Int(text), (0...ListedKey.never).contains(time) else {
      throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds since 1970.")
    }
    return time
  }
}
