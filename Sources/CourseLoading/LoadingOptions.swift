package import CourseModel

/// What a portal is loaded with, beside its files.
package struct LoadingOptions: Sendable {
  /// The day that counts as today.
  package var today: CalendarDate
  /// Whether drafts are built.
  package var includesDrafts = false
  /// Whether courses and lessons whose own files were not understood are kept.
  ///
  /// So the mistakes in their texts are told, too. Nothing of such a portal may be published.
  package var includesBroken = false
  /// Whether is told what a public portal still lacks, as checks do.
  package var looksForGaps = false
  /// Where the portal will stand, in place of what the settings say; ends in `/`.
  package var url: String?
  /// The name of the portal's folder, for a portal without a title.
  package var folderName: String
  /// How many threads read.
  package var threads = 1

  /// Options for a build of today's published portal.
  package init(today: CalendarDate, folderName: String) {
    self.today = today
    self.folderName = folderName
  }
}
