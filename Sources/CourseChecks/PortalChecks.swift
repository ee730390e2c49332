package import CourseModel
package import Diagnostics
import Files

/// What is wrong with a portal beyond what a build must know: told by `clevio check`.
package enum PortalChecks {
  private static var courseRules: [any CourseRule.Type] {
    [VideoCaptions.self, LessonOrder.self, MediaSize.self]
  }

  /// Looks at all texts and courses that are published, on several threads; the findings are in no order.
  package static func findings(in portal: Portal, threads: Int) -> [Diagnostic] {
    let budgets = portal.check.budgets
    let courses = concurrentMap(CheckedCourse.all(of: portal), threads: threads) { course in
      courseRules.flatMap { $0.findings(in: course) } + course.texts.flatMap(\.findings)
    }
    let pages = portal.pages.map(\.file) + portal.authors.map(\.biography)
    let others = pages.lazy.compactMap { CheckedText($0, of: nil, budgets: budgets) }
    return courses.flatMap(\.self) + others.flatMap(\.findings)
  }
}
