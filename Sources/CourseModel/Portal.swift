package import Files

/// A portal as an author meant it: plain values, ordered, each with its place in the sources.
package struct Portal: Sendable {
  package var settings: PortalSettings
  /// The courses to build, ordered by name.
  package var courses: [Course]
  /// The authors, ordered by name.
  package var authors: [Author]
  /// The plain pages, ordered by name.
  package var pages: [PlainPage]
  /// The day that counts as today.
  package var today: CalendarDate
  /// All files of the folder, for pictures, downloads and the author's own theme.
  package var sources: FileTree
  /// What `legal.yml` says; `nil` without the file.
  package var legal: LegalDeclaration?
  /// The folders of courses that are not published: nothing in them goes into the output.
  package var withheldFolders: Set<RelativePath> = []

  /// Joins the parts of a portal.
  package init(
    settings: PortalSettings, courses: [Course], authors: [Author], pages: [PlainPage],
    today: CalendarDate, sources: FileTree
  ) {
    self.settings = settings
    self.courses = courses
    self.authors = authors
    self.pages = pages
    self.today = today
    self.sources = sources
  }

  /// Whether the operator says, beyond what a law grants, when buyers get their money back.
  package var tellsOfRefunds: Bool {
    if let shop = legal?.commerce,
      shop.refundDays != nil || shop.refundPolicy != nil || shop.offersWithdrawal
    {
      return true
    }
    return sources.files.keys.contains { $0.text.hasPrefix("policies/withdrawal") }
  }

  /// How much findings weigh: as `clevio.yml` says, else as `legal.yml` does.
  package var check: CheckSettings { settings.check.joined(with: legal?.check) }
}
