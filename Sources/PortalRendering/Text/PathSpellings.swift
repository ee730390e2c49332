import CourseLoading
import Diagnostics
import Files
import Synchronization

/// The files of a folder by their paths in small letters, listed when one is first asked for.
final class PathSpellings: Sendable {
  private let tree: FileTree
  private let paths = Mutex<[String: [RelativePath]]?>(nil)
  private let folders = Mutex<[RelativePath: [RelativePath]]?>(nil)
  /// The names that were perhaps meant by paths that lead nowhere; empty where there is none.
  private let neighbours = Mutex<[RelativePath: String]>([:])

  init(_ tree: FileTree) { self.tree = tree }

  /// `written` with the name of the file beside `path` that was perhaps meant: with the number of its place, or with
  /// a slip of the pen mended.
  func neighbour(of written: String, leadingTo path: RelativePath) -> String? {
    let known = neighbours.withLock { $0[path] }
    let name = known ?? nearestName(to: path) ?? ""
    if known == nil { neighbours.withLock { $0[path] = name } }
    if name.isEmpty { return nil }
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    return (parts.dropLast() + [name[...]]).joined(separator: "/")
  }

  private func nearestName(to path: RelativePath) -> String? {
    let files = folders.withLock { known in
      let list = known ?? Dictionary(grouping: tree.paths, by: \.parent)
      known = list
      return list[path.parent] ?? []
    }
    let slug = SourceName(path.stem).slug
    let fileExtension = path.fileExtension
    let numbered = files.filter {
      $0.fileExtension == fileExtension && SourceName($0.stem).slug == slug
    }
    return numbered.count == 1
      ? numbered[0].name : Suggestion.nearest(to: path.name, among: files.map(\.name))
  }

  /// How `written`, which led from a file's folder to `path`, is spelt with the letters of the only file whose
  /// path differs from `path` in the case of letters alone.
  func spelling(of written: String, leadingTo path: RelativePath) -> String? {
    let candidates = paths.withLock { known in
      let list = known ?? Dictionary(grouping: tree.paths) { $0.text.lowercased() }
      known = list
      return list[path.text.lowercased()] ?? []
    }
    guard candidates.count == 1, let meant = candidates.first, meant != path else { return nil }
    // Only what stands behind the last `..` names parts of the path.
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    let named = parts.reversed().prefix { !["..", ".", ""].contains($0) }.count
    let kept = path.parts.dropLast(named)
    guard meant.parts.count == path.parts.count, meant.parts.starts(with: kept) else { return nil }
    return (parts.dropLast(named) + meant.parts.suffix(named)).joined(separator: "/")
  }
}
