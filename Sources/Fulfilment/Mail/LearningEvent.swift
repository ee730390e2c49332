/// What a learner does that hosts may write a mail about.
package enum LearningEvent: String, CaseIterable, Sendable {
  case courseStarted = "course-started"
  case coursePurchased = "course-purchased"
  case courseMidpoint = "course-midpoint"
  case courseCompleted = "course-completed"
}
