import Bytes
import CourseChecks
import CourseLoading
import CourseModel
import Diagnostics
import Entitlements
import Files
import Foundation
import Fulfilment
import PolicyPages
import PortalBuild
import TestSupport
import Testing

/// How a fixture's files are read: as a portal, unless it says otherwise.
enum MutantReading {
  /// What is found in a fixture's files by who reads such files.
  static func findings(of fixture: RuleFixture) throws -> [Diagnostic] {
    guard let reader = fixture.settings["read as"] else {
      if let disk = fixture.settings["on disk"] { return try onDisk(fixture, disk) }
      if let means = fixture.settings["sealed with"] { return try sealed(fixture, with: means) }
      return try ofPortal(fixture.files).findings(lock: fixture.settings["locked"] == "portal")
    }
    let path = try #require(fixture.position?.path ?? fixture.settings["file"])
    let bytes = try #require(fixture.files[RelativePath(path)])
    switch reader {
    case "baseline": return Baseline.read(bytes, path: path).1
    case "clause": return Clause.read(bytes, path: path).diagnostics
    case "fulfil.yml": return FulfilmentSettings.read(bytes, path: path).diagnostics
    case "mail":
      do throws(EventMail.Invalid) {
        _ = try EventMail(
          template: String(decoding: bytes, as: UTF8.self), at: RelativePath(path)
        ) { _ in "" }
        return []
      } catch {
        return [error.diagnostic]
      }
    case "orders":
      let courses = try ["charts", "knots"].map { try #require(Identifier($0)) }
      return OrderTable(parsing: bytes, path: path, courses: courses, now: 1_800_000_000)
        .diagnostics
    default:
      Issue.record("nobody reads \(reader)")
      return []
    }
  }

  /// A check of a portal in memory.
  static func ofPortal(_ files: [RelativePath: [UInt8]]) throws -> PortalBuild {
    try build(FileTree(files.mapValues { .bytes($0) }))
  }

  private static func build(_ sources: FileTree) throws -> PortalBuild {
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    var options = LoadingOptions(today: today, folderName: "harbour")
    options.looksForGaps = true
    var build = PortalBuild(sources: sources, loading: options, threads: 2, generator: "Clevio")
    build.sealing = .preview
    return build
  }

  /// A check of a portal whose paid courses are sealed with nothing, or with keys that lack theirs.
  private static func sealed(_ fixture: RuleFixture, with means: String) throws -> [Diagnostic] {
    var build = try ofPortal(fixture.files)
    guard means != "nothing" else {
      build.sealing = .nothing
      return try build.findings()
    }
    let folder = try TemporaryFolder()
    let passphrase = [UInt8]("four words or more")
    let keys = try KeyFolder.create(
      folder.path + "/keys", author: try #require(Identifier("ada")), passphrase: passphrase,
      rounds: 10, now: 1)
    try keys.addCourse(
      try #require(Identifier("knots")), passphrase: passphrase, rounds: 10, now: 2)
    build.sealing = .keys(keys, passphrase: passphrase)
    return try withExtendedLifetime(folder) { try build.findings() }
  }

  /// A check of files on disk, one of which is no plain file.
  private static func onDisk(_ fixture: RuleFixture, _ odd: String) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    for (path, bytes) in fixture.files {
      folder.makeFolder(path.parent.text)
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(path)"))
    }
    let words = odd.split(separator: " ").map(String.init)
    switch words[0] {
    case "link": folder.link(words[1], to: words[2])
    case "pipe": folder.makePipe(words[1])
    case "name": folder.makeFile(named: [UInt8](words[1].utf8) + [0xE9])
    default: break
    }
    let reading = try SourceFolder.read(folder.path)
    if words[0] == "gone" { try #require(folder.remove(words[1])) }
    var check = try build(reading.tree)
    check.findings = reading.diagnostics
    return try check.findings()
  }
}

extension PortalBuild {
  /// What a check finds in a portal whose policies are locked: as they are, or as the portal's without a
  /// fixture's changes are.
  func findings(lock asBefore: Bool = false) throws -> [Diagnostic] {
    let legal = RelativePath("legal.yml")
    let isUnchanged = try sources[legal]?.read() == RuleFixture.portal[legal]
    let own = asBefore || isUnchanged ? nil : try lockedPolicies().file
    var build = self
    build.sources[PolicyArchive.path] = (own ?? PortalBuild.lock).map { .bytes($0) }
    return try build.check().diagnostics
  }

  /// The lock file of the portal without changes.
  private static let lock = try? MutantReading.ofPortal(RuleFixture.portal).lockedPolicies().file
}
