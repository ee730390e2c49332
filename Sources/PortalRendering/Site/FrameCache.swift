import CourseModel
import Files

/// What the pages of a folder have around them alike.
struct SharedFrame: Sendable {
  /// The frame without what each page says of itself.
  var frame: PageFrame
  /// Where the links of the header lead.
  var headerOutputs: [RelativePath]
}

/// Frames of pages that lie in few folders: what they have alike is made once for each folder.
struct FrameCache {
  private var shared: [Key: SharedFrame] = [:]

  private struct Key: Hashable {
    let folder: RelativePath
    let language: String
    let runsServices: Bool
  }

  /// The frame of a page.
  mutating func frame(of page: PageDescription, site: PortalSite) -> PageFrame {
    let key = Key(
      folder: page.output.parent, language: page.language.text, runsServices: page.mayRunServices)
    let shared = shared[key] ?? site.sharedFrame(of: page)
    self.shared[key] = shared
    return site.frame(page, in: shared)
  }
}
