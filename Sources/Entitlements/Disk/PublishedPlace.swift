import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Folders of which everybody may get the files.
enum PublishedPlace {
  private static let marks = [PortalHead.fileName, FolderManifest.fileName, "index.html"]

  /// Refuses a path inside a built or signed portal for what only one person may have.
  ///
  /// - Parameters:
  ///   - path: Where something is to be written; it need not be there yet.
  ///   - what: What that is, as people call it.
  /// - Throws: ``Failure`` for such a path.
  static func refuse(_ path: String, for what: String) throws(Failure) {
    var folder = PrivateFolder.nearestExisting(path)
    while true {
      if marks.contains(where: { access(folder + "/" + $0, F_OK) == 0 }) {
        throw .refused(
          .unsafePlace, "\(what) would lie in a published folder: \(folder)",
          help: "write it where nothing is published")
      }
      guard let parent = FolderPath.parent(of: folder) else { return }
      folder = parent
    }
  }
}
