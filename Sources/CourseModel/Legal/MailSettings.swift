/// What is sent by mail.
package struct MailSettings: Sendable {
  package var hasMarketing = false
  package var confirmsSubscription = true
  package var unsubscribeURL: String?
  /// Events that learners are written to about.
  package var serviceEvents: [ServiceEvent] = []

  /// No mail.
  package init() {}
}

/// What happens to a learner in a course.
package enum ServiceEvent: String, Hashable, Sendable, CaseIterable {
  case started = "course.started"
  case purchased = "course.purchased"
  case midpoint = "course.midpoint"
  case completed = "course.completed"

  /// The name that `clevio mail` takes, such as `course-started`.
  package var nameInCommands: String { rawValue.replacing(".", with: "-") }
}
