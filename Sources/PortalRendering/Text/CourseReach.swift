import Files
import Synchronization

/// Notes whether a course's pages show or name anything that lies outside the course's folder.
final class CourseReach: Sendable {
  private let folder: RelativePath
  private let outside = Atomic(false)

  init(of folder: RelativePath) { self.folder = folder }

  /// Whether they do.
  var isOutside: Bool { outside.load(ordering: .relaxed) }

  /// Notes a path that was looked for, whether or not something is there.
  func note(_ path: RelativePath) {
    // The folder itself may be meant for a page beside it: `knots` for `knots.md`.
    if !path.isInside(folder) || path == folder { outside.store(true, ordering: .relaxed) }
  }
}
