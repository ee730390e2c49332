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

  @Option(help: "The day that counts as today, such as 2027-01-31 (default: that of UTC).")
  var now: CalendarDate?

  @Option(help: "How many threads work.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Report nothing but mistakes.")
  var quiet = false

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads takes a number from 1 up.") }
    if let baseURL, let problem = PortalAddress.problem(with: baseURL) {
      throw ValidationError("--base-url is \"\(baseURL)\", which \(problem.what): \(problem.help).")
    }
  }

  /// The day that counts as today, by the clock unless the user says otherwise.
  var today: CalendarDate { now ?? Clock.today }

  /// The name of the portal's folder.
  var folderName: String {
    URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
  }

  /// The folder of what is remembered between builds.
  var cache: String { FolderPath.join(folder, ".clevio") }

  /// The folder that is written where the user names none.
  var defaultOutput: String { FolderPath.join(folder, "public") }

  /// The output as seen from the portal's folder, if it lies in it.
  func excluded(_ output: String) -> [RelativePath] {
    let place = RelativePath(FolderPath.resolved(output))
    return [place.relative(to: RelativePath(FolderPath.resolved(folder)))].compactMap(\.self)
  }

  /// All that pages depend on beside the sources, the same on all machines that build slices of a portal.
  var sliceSettings: [String] {
    [Clevio.version, today.isoText, folderName, baseURL ?? "", drafts ? "drafts" : ""]
  }

  /// The files that findings are in, for their excerpts.
  func files(namedIn findings: [Diagnostic]) -> FileTree {
    var tree = FileTree()
    for path in Set(findings.map(\.position.path)) {
      // Without the file a finding is told without an excerpt.
      if let bytes = try? DiskFile.read(FolderPath.join(folder, path)) {
        tree[RelativePath(path)] = .bytes(bytes)
      }
    }
    return tree
  }

  /// Reads the portal's folder, but for the output, which may lie among the sources.
  ///
  /// - Parameter output: The folder that is written.
  /// - Returns: A build of the sources, with what could not be read.
  /// - Throws: ``FileError`` if the folder itself cannot be read.
  func build(excluding output: String) throws(FileError) -> PortalBuild {
    try build(excluding: [output])
  }

  /// Reads the portal's folder, but for folders that programs write.
  func build(excluding outputs: [String]) throws(FileError) -> PortalBuild {
    let reading = try SourceFolder.read(folder, excluding: outputs.flatMap(excluded))
    var loading = LoadingOptions(today: today, folderName: folderName)
    loading.includesDrafts = drafts
    loading.url = baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    var build = PortalBuild(
      sources: PortalSlices.withoutOutputs(reading.tree), loading: loading, threads: threads,
      generator: "Clevio \(Clevio.version)")
    build.findings = reading.diagnostics.map(\.asFindingOfBuild)
    return build
  }
}

extension Diagnostic {
  /// The finding with the weight that it has in a build: a file that may say who may see others, and cannot be
  /// read, publishes nothing.
  fileprivate var asFindingOfBuild: Diagnostic {
    let path = RelativePath(position.path)
    let isDecisive =
      ["clevio.yml", "legal.yml"].contains(path.text)
      || (["md", "markdown"].contains(path.fileExtension)
        && path.isIntroduction)
    guard id == "file-unreadable" || isDecisive else { return self }
    var finding = self
    finding.severity = .error
    return finding
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads the value of an option.
  public init?(argument: String) { self.init(parsing: argument) }
}
