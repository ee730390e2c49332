import CourseModel
import Files

/// What pages of a kind in one folder have around them alike, if they show the same services.
struct SharedFrame: Sendable {
  /// The frame without what each page says of itself.
  var frame: PageFrame
  /// Where the links of the header lead.
  var headerOutputs: [RelativePath]
}

/// Frames of pages that lie in few folders: what they have alike is made once.
struct FrameCache {
  private var shared: [Key: SharedFrame] = [:]

  private struct Key: Hashable {
    let kind: PageKind
    let folder: RelativePath
    let language: String
    let runsServices: Bool
    let services: Set<String>
  }

  /// The frame of a page.
  mutating func frame(of page: PageDescription, site: PortalSite) -> PageFrame {
    let key = Key(
      kind: page.kind, folder: page.output.parent, language: page.language.text,
      runsServices: page.mayRunServices, services: page.services)
    let shared = shared[key] ?? site.sharedFrame(of: page)
    self.shared[key] = shared
    return site.frame(page, in: shared)
  }
}
