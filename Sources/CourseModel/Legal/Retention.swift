/// How long something is kept.
package enum Retention: Hashable, Sendable {
  case period(CalendarPeriod)
  /// Until the browser is closed.
  case session
  /// Until the learner erases it.
  case untilErased
  /// By a rule that an author gave in words.
  case criteria(LocalizedText)
}
