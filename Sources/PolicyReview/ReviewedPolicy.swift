import CourseModel
import Diagnostics

/// A policy that rules look at.
struct ReviewedPolicy {
  let page: PolicyPage
  let language: PolicyLanguage
  let jurisdictions: Set<String>
  let today: CalendarDate

  /// Whether European law counts.
  var isEuropean: Bool { jurisdictions.contains("eu") || jurisdictions.contains("uk") }

  /// Whether it is on data, by its title, and not on something else such as cookies alone.
  var isOnData: Bool {
    guard let title = page.title else { return true }
    return language.phrases("other_titles").matches(in: title).isEmpty
      || !language.phrases("privacy_titles").matches(in: title).isEmpty
  }

  /// What is wrong with it by all rules.
  var findings: [Diagnostic] {
    let rules: [any PolicyRule.Type] = [
      RepeatedTitle.self, ContentsList.self, EmptySection.self, SectionReference.self,
      PolicyDates.self, ContactDomain.self,
    ]
    return rules.flatMap { $0.findings(in: self) } + lacks + mistakes
  }

  /// What it does not say, but should.
  var lacks: [Diagnostic] {
    isOnData ? findings { $0.isExpectation } : []
  }

  /// What it says, but should not; also a part of a policy can be held against this.
  var mistakes: [Diagnostic] {
    let rules: [any PolicyRule.Type] = [BlankLeft.self, AnswerTime.self, MissingFullStop.self]
    return rules.flatMap { $0.findings(in: self) } + findings { !$0.isExpectation }
  }

  private func findings(by isMeant: (PolicyStatement.Wording) -> Bool) -> [Diagnostic] {
    let review = StatementReview(page: page, language: language.code)
    return PolicyStatement.all.flatMap { statement -> [Diagnostic] in
      guard statement.applies(under: jurisdictions),
        let wording = statement.wordings[language.code], isMeant(wording)
      else { return [] }
      return review.findings(by: statement)
    }
  }
}

/// A rule on a policy that words alone do not decide.
protocol PolicyRule {
  static func findings(in policy: ReviewedPolicy) -> [Diagnostic]
}
