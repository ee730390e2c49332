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
    /// What came too late, depending on threads.
    var refused: [RelativePath] = []
  }

  /// Takes a path; `false` if a file or a folder stands there already, or a file in place of its folder.
  func claim(_ path: RelativePath) -> Bool {
    state.withLock { state in
      var isFree = !state.folders.contains(path)
      var new: [RelativePath] = []
      var folder = path.parent
      while isFree, folder != .root, !state.folders.contains(folder) {
        isFree = !state.files.contains(folder)
        new.append(folder)
        folder = folder.parent
      }
      guard isFree, state.files.insert(path).inserted else {
        state.refused.append(path)
        return false
      }
      state.folders.formUnion(new)
      return true
    }
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
