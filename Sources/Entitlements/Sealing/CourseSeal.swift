/// What a course is sealed with.
package struct CourseSeal: Sendable {
  /// The key of all its files.
  package let contentKey: ContentKey

  /// The slots of the buyers from before; `nil` in the first epoch, where every buyer has the key.
  package let slots: SlotTable?

  /// The entitlements that readers refuse, sorted.
  package let revoked: [Identifier]

  private let root: CourseRoot

  /// The epoch, from 1 up.
  package var epoch: Int { contentKey.epoch }

  /// Seals a course for its first epoch.
  package init(_ root: CourseRoot) {
    self.root = root
    contentKey = ContentKey(of: root, epoch: 1)
    slots = nil
    revoked = []
  }

  /// Seals a course as the ledger demands.
  ///
  /// - Parameters:
  ///   - root: The course's secret.
  ///   - portal: The portal that it is sealed for.
  ///   - events: What was done with the keys.
  ///   - now: Entitlements that ran out before it, in seconds since 1970, get no slot.
  /// - Throws: ``Refusal`` if there are too many buyers.
  package init(
    _ root: CourseRoot, portal: Identifier, events: [LedgerEvent], now: Int
  ) throws(Refusal) {
    let buyers = CourseBuyers(of: root.course, portal: portal, events: events, now: now)
    let epoch = events.epoch(of: root.course)
    self.root = root
    contentKey = ContentKey(of: root, epoch: epoch)
    slots = epoch > 1 ? try SlotTable(of: root, epoch: epoch, for: buyers.current) : nil
    revoked = buyers.revoked
  }

  /// What a file of the course is called when it is sealed: 24 hexadecimal digits, which nobody
  /// guesses who lacks the course's secret.
  ///
  /// - Parameter source: The file's path in the author's folder.
  /// - Returns: The same name for the same path.
  package func name(of source: String) -> String { root.fileName(of: source) }
}

/// Whom a course was sold to.
struct CourseBuyers {
  /// The entitlements that are good now.
  var current: Set<Identifier> = []
  /// The revoked ones, sorted.
  var revoked: [Identifier] = []

  init(of course: Identifier, portal: Identifier, events: [LedgerEvent], now: Int) {
    var elsewhere: Set<Identifier> = []
    for event in events {
      guard case .issued(let id, let place, _, let courses, let expires) = event.deed else {
        continue
      }
      if place != portal || !courses.contains(course) {
        elsewhere.insert(id)
      } else if expires.map({ $0 > now }) ?? true {
        current.insert(id)
      } else {
        current.remove(id)
      }
    }
    let all = events.revoked
    revoked = all.filter { current.contains($0) || !elsewhere.contains($0) }
    current.subtract(all)
  }
}
