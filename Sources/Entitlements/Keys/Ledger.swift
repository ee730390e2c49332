import Bytes

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What an author did with keys, one event a line, only ever appended to.
package struct Ledger: Sendable {
  /// The file's name in a key folder.
  package static let fileName = "ledger.jsonl"

  /// The greatest size of the file in bytes.
  private static let greatestSize = 256 << 20

  private let path: String

  init(in folder: PrivateFolder) { path = folder.path + "/" + Ledger.fileName }

  /// All events, the oldest first.
  package func events() throws(Failure) -> [LedgerEvent] {
    guard let file = try OpenFile.reading(path) else { return [] }
    guard try file.status().st_mode & 0o077 == 0 else {
      throw .refused(
        .openToOthers, "others can read \(path)", help: "close it with: chmod 600 \(path)")
    }
    let text = try file.readAll(limit: Ledger.greatestSize)
    var events: [LedgerEvent] = []
    for (index, line) in text.split(separator: UInt8(ascii: "\n")).enumerated() {
      do throws(Refusal) {
        events.append(try LedgerEvent(parsing: line))
      } catch {
        throw .refused(
          .badLedger, "line \(index + 1) of the ledger is damaged: \(error.message)",
          help: "restore \(path) from a backup, or remove the line if its writing was cut off")
      }
    }
    return events
  }

  /// Adds events, on disk before this returns; two programs at once take turns.
  package func append(_ events: [LedgerEvent]) throws(Failure) {
    try hold { (held) throws(Failure) in try held.append(events) }
  }

  /// Lets nobody else add events before `body` is done, so that none comes between what it reads and what it adds.
  ///
  /// It must add them with what it is given: ``append(_:)`` would wait for it.
  func hold<Result>(_ body: (HeldLedger) throws(Failure) -> Result) throws(Failure) -> Result {
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw .system("write", path) }
    let file = OpenFile(descriptor, path)
    // Closing ends the lock.
    defer { withExtendedLifetime(file) {} }
    guard flock(descriptor, LOCK_EX) == 0, fchmod(descriptor, 0o600) == 0 else {
      throw .system("write", path)
    }
    return try body(HeldLedger(ledger: self, file: file))
  }
}

/// A ledger to which nobody else adds events for now.
struct HeldLedger {
  fileprivate let ledger: Ledger
  fileprivate let file: OpenFile

  /// All events, the oldest first.
  func events() throws(Failure) -> [LedgerEvent] { try ledger.events() }

  /// Adds events, on disk before this returns.
  func append(_ events: [LedgerEvent]) throws(Failure) {
    var text: [UInt8] = []
    // A line that was cut off must not swallow the next.
    if try endsInsideLine() { text.append("\n") }
    for event in events { text += event.line + [UInt8]("\n") }
    try file.write(text)
  }

  private func endsInsideLine() throws(Failure) -> Bool {
    let size = try file.status().st_size
    var last: UInt8 = 0
    return size > 0 && pread(file.descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
  }
}

extension [LedgerEvent] {
  /// The entitlements that were revoked, sorted.
  package var revoked: [Identifier] {
    let revoked = compactMap { event in
      if case .revoked(let id) = event.deed { id } else { nil }
    }
    return Set(revoked).sorted()
  }

  /// The version of a portal's last signing; 0 if there was none.
  package func version(of portal: Identifier) -> Int {
    var version = 0
    for event in self {
      if case .signed(portal, let signed, _) = event.deed { version = Swift.max(version, signed) }
    }
    return version
  }

  /// The current epoch of a course.
  package func epoch(of course: Identifier) -> Int {
    var epoch = 1
    for event in self {
      if case .rekeyed(course, let new) = event.deed { epoch = Swift.max(epoch, new) }
    }
    return epoch
  }

  /// What tells a course's root secret from any other; `nil` if none was made.
  package func fingerprint(of course: Identifier) -> [UInt8]? {
    for event in reversed() {
      if case .courseAdded(course, let fingerprint) = event.deed { return fingerprint }
    }
    return nil
  }

  /// Whether a root secret of a course was ever made or used.
  func hadSecret(_ course: Identifier) -> Bool {
    contains { event in
      switch event.deed {
      case .courseAdded(course, _), .rekeyed(course, _): true
      case .issued(_, _, _, let courses, _): courses.contains(course)
      default: false
      }
    }
  }

  /// When each entitlement was first issued, in seconds since 1970.
  package var firstIssues: [Identifier: Int] {
    var times: [Identifier: Int] = [:]
    for event in self {
      if case .issued(let id, _, _, _, _) = event.deed, times[id] == nil { times[id] = event.time }
    }
    return times
  }

  /// When an entitlement was first issued; `nil` if it never was.
  package func firstIssue(of entitlement: Identifier) -> Int? { firstIssues[entitlement] }

  /// The entitlements that were issued, and at a time are neither revoked nor over.
  package func openEntitlements(at now: Int) -> Set<Identifier> {
    var open: Set<Identifier> = []
    for event in self {
      guard case .issued(let id, _, _, _, let expires) = event.deed else { continue }
      if let expires, expires <= now { open.remove(id) } else { open.insert(id) }
    }
    return open.subtracting(revoked)
  }

  /// Whether an entitlement was issued.
  package func hasIssued(_ entitlement: Identifier) -> Bool {
    contains { event in
      if case .issued(entitlement, _, _, _, _) = event.deed { true } else { false }
    }
  }
}
