import CourseLoading
import CourseModel
import Diagnostics
import Entitlements
import Files
import PortalBuild

/// The courses that entitlements are issued for, beside those that the portal's sources have.
struct SoldCourses {
  /// What a seller should know, a line each; nothing where the portal's sources are not at hand.
  let warnings: [String]

  /// What programs are told.
  var fact: (String, SignedValue) { ("warnings", .list(warnings.map { .text($0) })) }

  /// What people are told.
  var messages: [String] { warnings.map { "warning: \($0)" } }

  /// Looks for courses in the sources of a portal, if `folder` holds them.
  init(_ courses: some Sequence<Identifier>, of portal: Identifier, in folder: String) {
    guard let paid = SoldCourses.inSources(of: portal, in: folder) else {
      warnings = []
      return
    }
    let names = paid.filter(\.value).keys.sorted()
    warnings = Set(courses).sorted().compactMap { course in
      switch paid[course.description] {
      case true?: nil
      case false?:
        "the course \(course) of the portal in \(folder) is free: there is nothing to open"
      case nil:
        "the portal in \(folder) publishes no course \(course): buyers find nothing to open; "
          + (Suggestion.nearest(to: course.description, among: names).map {
            "did you mean \"\($0)\"?"
          }
            ?? (names.isEmpty
              ? "it has no paid course" : "its paid courses: \(names.joined(separator: ", "))"))
      }
    }
  }

  /// Whether each course of a portal is paid, by its name; `nil` where the sources are not those of the portal, or
  /// cannot be read.
  private static func inSources(of portal: Identifier, in folder: String) -> [String: Bool]? {
    guard FolderPath.exists(FolderPath.join(folder, "clevio.yml")) else { return nil }
    do throws(FileError) {
      let reading = try SourceFolder.read(folder, excluding: [RelativePath("public")])
      var options = LoadingOptions(today: Clock.today, folderName: "")
      options.includesDrafts = true
      options.includesBroken = true
      let sources = PortalSlices.withoutOutputs(reading.tree)
      let loaded = try loadPortal(from: sources, options: options).portal
      guard loaded.settings.id?.value == portal.description, !loaded.courses.isEmpty else {
        return nil
      }
      return Dictionary(loaded.courses.map { ($0.slug, $0.isSealed) }) { first, _ in first }
    } catch {
      return nil
    }
  }
}
