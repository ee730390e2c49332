import Files
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The newest signed head of a portal's folder, read again when the folder changes.
package final class WatchedPortal: Sendable {
  private let verification: PortalVerification
  private let state: Mutex<State>

  private struct State {
    var head: SignedHead
    var revoked: Set<Identifier>
    var seen: VerifierState
    /// What the folder was like when the head was read, or refused for good.
    var stamp: [FileStamp?]
    /// What it was like when something wrong with it was told.
    var toldStamp: [FileStamp?]?

    init(_ head: SignedHead, after seen: VerifierState?, _ stamp: [FileStamp?]) {
      self.head = head
      self.stamp = stamp
      revoked = Set(head.head.revoked)
      self.seen = .after(seen, head.head, signedBy: head.key.id, keys: head.keys)
    }
  }

  /// Reads the head.
  ///
  /// - Parameter verification: The folder, the keys and the portal that are expected; `now` is the
  ///   time of the start.
  /// - Throws: ``Failure`` if there is no head that may be believed.
  package init(_ verification: PortalVerification) throws(Failure) {
    let stamp = FileStamp.all(in: verification.folder)
    let head = try verification.head()
    self.verification = verification
    state = Mutex(State(head, after: nil, stamp))
  }

  /// The check that a token is to pass, by the newest head that may be believed.
  ///
  /// A head that is damaged, expired or older than the last one changes nothing, so that whoever can
  /// write the folder cannot bring a revoked entitlement back.
  ///
  /// - Parameters:
  ///   - course: The course that is asked for.
  ///   - now: The time, in seconds since 1970.
  /// - Returns: The check, and what is wrong with the folder, told once for each change.
  package func check(of course: Identifier?, now: Int) -> (EntitlementCheck, Failure?) {
    state.withLock { state in
      let problem = update(&state, now: now)
      let check = EntitlementCheck(
        keys: state.head.keys, portal: state.head.head.portal, course: course,
        revoked: state.revoked, now: now)
      return (check, problem)
    }
  }

  private func update(_ state: inout State, now: Int) -> Failure? {
    let stamp = FileStamp.all(in: verification.folder)
    guard stamp != state.stamp else { return nil }
    var verification = verification
    verification.now = now
    do throws(Failure) {
      let new = try verification.head()
      try refusing { () throws(Refusal) in try state.seen.check(new.head, keys: new.keys) }
      state = State(new, after: state.seen, stamp)
      return nil
    } catch {
      let wasTold = stamp == state.toldStamp
      state.toldStamp = stamp
      // What may pass by itself is tried again.
      if !error.mayPass { state.stamp = stamp }
      return wasTold ? nil : error
    }
  }
}

extension Failure {
  /// Whether the same folder may be right a moment later.
  fileprivate var mayPass: Bool {
    switch self {
    case .machine: true
    case .refused(let refusal): [.notYetValid, .issuedInFuture].contains(refusal.reason)
    }
  }
}

/// What tells a file from the one that was there before.
private struct FileStamp: Equatable {
  let file: UInt64
  let size: Int64
  let seconds: Int
  let nanoseconds: Int

  static func all(in folder: String) -> [FileStamp?] {
    [PortalHead.fileName, KeyList.fileName].map { FileStamp(folder + "/" + $0) }
  }

  private init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    file = UInt64(status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Glibc)
    let time = status.st_mtim
    #else
    let time = status.st_mtimespec
    #endif
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
  }
}
