/// How much a course expects of its learners.
package enum Level: String, Hashable, Sendable, CaseIterable {
  case beginner
  case intermediate
  case advanced
}
