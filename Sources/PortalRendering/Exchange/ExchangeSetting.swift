import Bytes
import CourseModel
import Files

/// What machine-readable files say of a portal beyond what its authors wrote.
struct ExchangeSetting: Sendable {
  /// The program's name and version.
  var generator: String
  /// The pages beside courses, authors and plain pages that search engines may list; the catalogue's first page
  /// is one of them.
  var listings: [Listing] = []
  /// The absolute address of a file; `nil` for all of them where the portal does not know where it will stand.
  var absolute: @Sendable (RelativePath) -> String? = { _ in nil }
  /// The file of a course's picture.
  var cover: @Sendable (Course) -> RelativePath? = { _ in nil }
  /// The address of a licence, by the name that authors give it.
  var licenseURL: @Sendable (String) -> String? = { _ in nil }

  /// What is told of the policies.
  var policies: [JSONValue] = []

  /// A page that lists courses.
  struct Listing: Sendable {
    var output: RelativePath
    var language: LanguageTag
  }
}
