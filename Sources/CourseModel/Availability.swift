/// When a lesson opens.
package enum Availability: Hashable, Sendable {
  /// On a day, for everybody.
  case from(CalendarDate)
  /// Some days after a learner began the course.
  case days(afterStart: Int)
}
