import CourseModel
import Diagnostics
import Files
import Synchronization

/// The paths that a build writes, each of which may be given once.
final class OutputPaths: Sendable {
  private let state = Mutex(State())

  private struct State {
    var files: Set<RelativePath> = []
    var folders: Set<RelativePath> = []
    /// The folder of the last file.
    var last = RelativePath.root
    /// What came too late, depending on threads.
    var refused: [RelativePath] = []

    mutating func claim(_ path: RelativePath) -> Bool {
      var isFree = !folders.contains(path)
      var new: [RelativePath] = []
      // Most files lie beside the one before.
      if !path.isDirectly(in: last) {
        var folder = path.parent
        last = folder
        while isFree, folder != .root, !folders.contains(folder) {
          isFree = !files.contains(folder)
          new.append(folder)
          folder = folder.parent
        }
      }
      guard isFree, files.insert(path).inserted else {
        refused.append(path)
        last = .root
        return false
      }
      folders.formUnion(new)
      return true
    }
  }

  /// Takes a path; `false` if a file or a folder stands there already, or a file in place of its folder.
  func claim(_ path: RelativePath) -> Bool { state.withLock { $0.claim(path) } }

  /// Takes paths one after the other; tells of each whether it was free.
  func claim(_ paths: [RelativePath]) -> [Bool] {
    state.withLock { state in paths.map { state.claim($0) } }
  }

  /// What is wrong with the paths and not yet known; the same on any number of threads.
  func clashes(in portal: Portal, besides known: [Diagnostic]) -> [Diagnostic] {
    let (files, refused) = state.withLock { ($0.files, $0.refused) }
    guard !refused.isEmpty else { return [] }
    let all = files.union(refused)
    let twice = Set(refused).intersection(files)
    let nested = all.filter { path in
      var folder = path.parent
      while folder != .root {
        if all.contains(folder) { return true }
        folder = folder.parent
      }
      return false
    }
    let messages = known.lazy.filter { $0.id == "address-duplicate" }.map(\.message)
    return twice.union(nested).sorted().compactMap { path in
      if messages.contains(where: { $0.hasPrefix("the address \"\(path)\" ") }) { return nil }
      return Diagnostic(
        "address-duplicate", .error, "the address \"\(path)\" is taken twice",
        at: position(of: path, in: portal),
        help: "give one of the two another name, or remove the alias")
    }
  }

  /// The alias that asks for a path, else the course that it belongs to.
  private func position(of path: RelativePath, in portal: Portal) -> SourcePosition {
    let aliases =
      portal.pages.flatMap(\.aliases)
      + portal.courses.flatMap { course in
        course.frontMatter.aliases + course.lessons.flatMap(\.frontMatter.aliases)
      }
    let alias = aliases.filter { alias in
      guard let address = RelativePath.root.resolving(alias.value) else { return false }
      return address == path || address.appending("index.html") == path
    }.map(\.position).max()
    let course = portal.courses.first { path.isInside($0.outputFolder) }
    return alias ?? course?.position ?? portal.settings.position
  }
}
