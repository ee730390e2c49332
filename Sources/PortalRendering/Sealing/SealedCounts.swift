/// What of a paid course is sealed, and what everybody may get.
package struct SealedCounts: Hashable, Sendable, Codable {
  /// The course's name in addresses.
  package var course: String
  package var sealedLessons: Int
  /// Previews.
  package var openLessons: Int
  package var sealedFiles: Int
  /// Files of closed lessons under names that tell nothing.
  package var unlistedFiles: Int
  /// Files of closed lessons that the course leaves open.
  package var openFiles: Int
}

extension RenderedPages {
  /// The counts of all paid courses, by their names.
  package var sealedCounts: [SealedCounts] {
    sealed.sorted { $0.key < $1.key }.map { name, course in
      let unlisted = course.closedMedia.values.count { $0.unlisted != nil }
      return SealedCounts(
        course: name, sealedLessons: course.closedLessons,
        openLessons: course.lessons.count - course.closedLessons,
        sealedFiles: course.closedMedia.count - unlisted, unlistedFiles: unlisted,
        openFiles: course.openMedia.count)
    }
  }
}
