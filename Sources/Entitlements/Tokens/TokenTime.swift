import CourseModel

/// Times in tokens: whole seconds since 1970, without leap seconds (RFC 7519 §2).
package enum TokenTime {
  /// By how many seconds the clocks of signer and checker may differ.
  package static let skew = 300

  /// The day of a time in UTC, such as `2027-01-31`.
  package static func day(_ time: Int) -> String {
    CalendarDate(daysSince1970: Int((Double(time) / 86_400).rounded(.down))).isoText
  }
}
