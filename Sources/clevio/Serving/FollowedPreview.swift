import Dispatch
import Files
import PortalBuild
import PreviewServer
import Synchronization

/// A preview that follows what is written: a saved text is shown at once, and the whole portal is built beside that.
struct FollowedPreview {
  private let folder: PreviewedFolder
  private var memory: PreviewMemory
  /// The build of the whole portal that runs now.
  private var running: RunningBuild?
  /// What was written since it began.
  private var written: Set<RelativePath> = []
  /// Whether lists and the search are behind the pages that are shown.
  private var isBehind = false
  /// Whether pages were shown that no report counts yet.
  private var isAwaited = false
  /// Whether something was changed that is not shown yet.
  private var isStale = false

  init(of folder: PreviewedFolder, from memory: PreviewMemory) {
    self.folder = folder
    self.memory = memory
  }

  /// How long to wait for the next change, in milliseconds; `nil` for as long as it takes.
  var patience: Int? {
    // A build that runs may end at any time; lists follow when the author pauses.
    running != nil ? 10 : isBehind ? 600 : nil
  }

  /// Shows what changed.
  mutating func follow(_ change: FolderWatch.Change?) {
    do throws(FileError) {
      if let change { try show(change) }
      if let running, let outcome = running.outcome {
        self.running = nil
        try show(outcome)
      }
    } catch {
      // A file may be gone before it is read; the next change tells more.
      folder.terminal.complain("error: \(error)")
    }
    guard running == nil, isStale || isBehind && change == nil else { return }
    // What nobody waits for leaves a processor to what somebody does.
    let threads = isStale ? folder.options.threads : max(1, folder.options.threads - 1)
    running = RunningBuild(of: folder, memory, threads: threads)
    (written, isBehind, isStale) = ([], false, false)
  }

  private mutating func show(_ change: FolderWatch.Change) throws(FileError) {
    guard case .files(let changed) = change, let pages = try pages(after: changed) else {
      isStale = true
      return
    }
    if folder.preview.show(pages) { isAwaited = true }
    written.formUnion(changed)
    isBehind = true
  }

  /// Shows a portal that was built, with what was written meanwhile.
  private mutating func show(
    _ outcome: Result<PreviewedFolder.Built, FileError>
  ) throws(FileError) {
    var built = try outcome.get()
    memory = built.memory
    // What is stale is built again at once.
    if isStale { return }
    if !written.isEmpty {
      guard let pages = try pages(after: written) else {
        isStale = true
        return
      }
      for (path, content) in pages { built.portal.files?[path] = content }
    }
    folder.show(built, isAwaited: isAwaited)
    isAwaited = false
  }

  private mutating func pages(
    after changed: Set<RelativePath>
  ) throws(FileError) -> [RelativePath: FileContent]? {
    let source = folder.options.folder
    return try memory.pages(after: changed) { path in
      SourceFolder.file(path, in: source).map { .file($0) }
    }
  }
}

/// A build of a preview on a thread of its own.
private final class RunningBuild: Sendable {
  private let state = Mutex<Result<PreviewedFolder.Built, FileError>?>(nil)

  /// What came of it; `nil` until it ends.
  var outcome: Result<PreviewedFolder.Built, FileError>? { state.withLock { $0 } }

  init(of folder: PreviewedFolder, _ memory: PreviewMemory, threads: Int) {
    DispatchQueue.global().async { [self] in
      let outcome = Result { () throws(FileError) in try folder.build(memory, threads: threads) }
      state.withLock { $0 = outcome }
    }
  }
}
