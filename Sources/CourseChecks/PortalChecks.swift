package import CourseModel
package import Diagnostics
package import Files

/// What is wrong with a portal beyond what a build must know: told by `clevio check`.
package enum PortalChecks {
  private static var courseRules: [any CourseRule.Type] {
    [VideoCaptions.self, LessonOrder.self, MediaSize.self, UnusedFile.self]
  }

  private static var policyRules: [any OwnPolicyRule.Type] {
    [
      PolicyWording.self, NamedServices.self, NamedOperator.self, DeclaredContacts.self,
      CookieClaim.self,
    ]
  }

  /// Looks at all texts and courses that are published, on several threads; the findings are in no order.
  ///
  /// `used` are the files of the sources that pages show or offer.
  package static func findings(
    in portal: Portal, using used: Set<RelativePath>, threads: Int
  ) -> [Diagnostic] {
    let budgets = portal.check.budgets
    let all = CheckedCourse.all(of: portal, using: used)
    let courses = concurrentMap(all, threads: threads) { course in
      courseRules.flatMap { $0.findings(in: course) } + course.texts.flatMap(\.findings)
    }
    let pages = portal.pages.map(\.file) + portal.authors.map(\.biography)
    let others = pages.lazy.compactMap { CheckedText($0, of: nil, budgets: budgets) }
    let policies = CheckedPolicy.all(of: portal).flatMap { policy in
      policyRules.flatMap { $0.findings(in: policy) }
    }
    return courses.flatMap(\.self) + others.flatMap(\.findings) + policies
  }
}
