import Bytes
package import Files
import PortalRendering

/// The slices of a portal that several machines built, to be joined into the portal that one machine would build.
package struct PortalSlices: Sendable {
  private let slices: [FileTree]

  private static let pages = RelativePath("pages")

  /// Finds the slices in some folders.
  ///
  /// - Throws: ``FileError`` if a folder cannot be read, or holds no slice.
  package init(in folders: [String]) throws(FileError) {
    var slices: [FileTree] = []
    for folder in folders {
      let tree = try SourceFolder.read(folder).tree
      guard
        tree.files.keys.contains(where: { $0.name == PortalSlices.partName }) || tree.files.isEmpty
      else {
        throw FileError(
          "read", path: folder, cause: "it is no slice; build one with clevio build --shard")
      }
      slices.append(tree)
    }
    self.slices = slices
  }

  private static let partName = "course.part"

  /// An author's files without slices and portals that lie among them, from which no page is made.
  package static func withoutOutputs(_ sources: FileTree) -> FileTree {
    let part = Array("/\(partName)".utf8)
    let worker = Array("/\(PortalSite.workerPath)".utf8)
    var folders: Set<RelativePath> = []
    for path in sources.files.keys {
      let text = path.text.utf8
      if text.suffix(worker.count).elementsEqual(worker) {
        folders.insert(path.parent)
      } else if text.suffix(part.count).elementsEqual(part) {
        let parts = path.parts
        if let place = parts.firstIndex(of: "parts") {
          folders.insert(RelativePath(parts[..<place].joined(separator: "/")))
        }
      }
    }
    folders.remove(.root)
    guard !folders.isEmpty else { return sources }
    return FileTree(sources.files.filter { !folders.contains(where: $0.key.isInside) })
  }

  /// Where the part of the course in a folder lies in a slice.
  static func partFile(of folder: RelativePath) -> RelativePath {
    RelativePath("parts").appending(folder.text).appending(partName)
  }

  /// Takes files into the folder of a slice's pages.
  static func inPages(_ receive: @escaping FileIntake.Receiver) -> FileIntake.Receiver {
    { path, content throws(FileError) in try receive(pages.appending(path.text), content) }
  }

  /// What a build takes from the slices: all courses but those that are sealed.
  ///
  /// - Parameter settings: Those that the slices were built with.
  /// - Returns: The parts.
  package func parts(settings: [String]) -> EarlierParts {
    var parts = EarlierParts(
      settings: settings, versions: .byContent, keepContents: false, areGuarded: false
    ) { [slices] folder throws(FileError) in
      for slice in slices {
        if let part = try PortalSlices.part(of: folder, in: slice) { return part }
      }
      return nil
    }
    parts.mustHaveAll = true
    return parts
  }

  /// The part of a course, if it is whole, and all its pages are what was built.
  private static func part(
    of folder: RelativePath, in slice: FileTree
  ) throws(FileError) -> CoursePart? {
    guard let bytes = try slice[partFile(of: folder)]?.read(),
      let content = DigestedBytes.content(of: bytes), var part = stored(in: content)
    else { return nil }
    for index in part.files.indices {
      let file = part.files[index]
      guard let content = slice[pages.appending(file.path.text)], content.size == file.size else {
        return nil
      }
      if let summary = file.summary, try FileSummary(of: content) != summary { return nil }
      part.files[index].content = content
    }
    return part
  }

  private static func stored(in bytes: [UInt8]) -> CoursePart? {
    var stored = StoredBytes(bytes)
    do throws(StoredBytes.Malformed) { return try CoursePart(from: &stored) } catch { return nil }
  }
}
