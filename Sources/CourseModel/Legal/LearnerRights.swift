/// How learners' requests about their data are answered.
package struct LearnerRights: Sendable {
  package var responseDays: Located<Int>?
  package var methods: [RequestMethod] = []
  package var deleteURL: String?
  package var verification: RequestVerification?
  package var acceptsAgents = false

  /// By mail, within 30 days.
  package init() {}
}

/// A way to make a request.
package enum RequestMethod: String, Hashable, Sendable, CaseIterable {
  case form
  case email
}

/// How somebody who makes a request is known.
package enum RequestVerification: String, Hashable, Sendable, CaseIterable {
  case replyEmail = "reply_email"
  case login
  case document
}
