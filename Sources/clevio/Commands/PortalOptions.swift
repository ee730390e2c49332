import ArgumentParser
import CourseLoading
import CourseModel
import Diagnostics
import Files
import Foundation
import PortalBuild

/// The options that say which portal is meant and how it is read.
struct PortalOptions: ParsableArguments {
  @Argument(
    help: "The folder with the courses.", completion: .directory)
  var folder = "."

  @Option(
    name: .customLong("base-url"),
    help: "Where the portal will stand, in place of url: in clevio.yml.")
  var baseURL: String?

  @Flag(help: "Build drafts, and what is not yet published.")
  var drafts = false

  @Option(help: "The day that counts as today, such as 2027-01-31.")
  var now: CalendarDate?

  @Option(help: "How many threads work.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Report nothing but mistakes.")
  var quiet = false

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads takes a number from 1 up.") }
    if let baseURL, !baseURL.hasPrefix("https://"), !baseURL.hasPrefix("http://") {
      throw ValidationError("--base-url takes an address that begins with https://.")
    }
  }

  /// The day that counts as today, by the clock unless the user says otherwise.
  var today: CalendarDate {
    now ?? CalendarDate(daysSince1970: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }

  /// The name of the portal's folder.
  var folderName: String {
    URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
  }

  /// The folder of what is remembered between builds.
  var cache: String { folder + "/.clevio" }

  /// Reads the portal's folder, but for the output, which may lie among the sources.
  func build(excluding output: String) throws(FileError) -> (PortalBuild, [Diagnostic]) {
    let reading = try SourceFolder.read(folder, excluding: inside(output))
    var loading = LoadingOptions(today: today, folderName: folderName)
    loading.includesDrafts = drafts
    loading.url = baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    let build = PortalBuild(
      sources: reading.tree, loading: loading, threads: threads,
      generator: "Clevio \(Clevio.version)")
    return (build, reading.diagnostics)
  }

  /// The path of `other` as seen from the portal's folder, if it lies there.
  private func inside(_ other: String) -> [RelativePath] {
    let folder = Self.absolute(folder)
    let other = Self.absolute(other)
    guard other.utf8.starts(with: (folder == "/" ? "/" : folder + "/").utf8) else { return [] }
    return [RelativePath(String(other.dropFirst(folder.count + 1)))]
  }

  /// The absolute path of a folder that may not exist yet, without links above it.
  static func absolute(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let parent = url.deletingLastPathComponent().resolvingSymlinksInPath()
    return url.path == "/" ? "/" : parent.appendingPathComponent(url.lastPathComponent).path
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads the value of an option.
  public init?(argument: String) { self.init(parsing: argument) }
}
