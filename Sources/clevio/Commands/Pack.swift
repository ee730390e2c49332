import ArgumentParser
import Bytes
import Diagnostics
import Entitlements
import Files
import PortalBuild

/// `clevio pack`.
struct Pack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Make a copy of one course that opens from a disk.",
    discussion: """
      All lessons are read in one page, so that progress and search also work in browsers that keep storage \
      for each file apart. A course that is sold stays sealed: buyers open the copy with their licence, or find \
      it open if --entitlement puts it inside. The same sources give the same bytes.
      """)

  @Argument(help: "The course's name in addresses, such as knots for courses/knots/.")
  var course: String

  @OptionGroup var portal: PortalOptions

  @Option(
    name: .shortAndLong,
    help: "The archive to make (default: the course's name with .zip), or the folder.",
    completion: .file())
  var output: String?

  @Flag(name: .customLong("folder"), help: "Make a folder instead of an archive.")
  var makesFolder = false

  @Option(
    help: "Put a buyer's entitlement inside, so that the copy opens by itself.", completion: .file()
  )
  var entitlement: String?

  @OptionGroup var sealing: SealingOptions

  func validate() throws {
    if let output, makesFolder == output.hasSuffix(".zip") {
      throw ValidationError(
        makesFolder
          ? "--folder makes a folder, but -o names an archive."
          : "Give -o a name that ends in .zip, or --folder.")
    }
  }

  private var target: String { output ?? course + (makesFolder ? "" : ".zip") }

  func run() throws {
    let terminal = Terminal(isQuiet: portal.quiet)
    try exiting {
      try OutputPlace(target, source: portal.folder).check()
      var build = try portal.build(excluding: target)
      build.sealing = try sealing.sealing(outside: [portal.folder, target]) {
        try build.hasPaidCourses()
      }
      let token = try entitlement.map { path in try EntitlementFile.read(path) }
      let packed = try build.packedCourse(course, entitlement: token, now: Clock.now)
      if !packed.hasErrors { try write(packed.files) }
      try report(packed, sources: build.sources, to: terminal)
      return ExitCode(for: packed.diagnostics)
    }
  }

  private func write(_ files: FileTree) throws(Failure) {
    let interruption = Interruption()
    defer { interruption.passOn() }
    var target = try PackTarget(
      target, holdsLicence: entitlement != nil, isGivenUp: { interruption.hasCome })
    do throws(Failure) {
      try target.add(files)
      try target.finish()
    } catch {
      target.discard()
      throw error
    }
  }

  private func report(
    _ packed: PortalBuild.PackedCourse, sources: FileTree, to terminal: Terminal
  ) throws(FileError) {
    let size = packed.files.files.values.reduce(0) { $0 + $1.size }
    if portal.json {
      var json = [UInt8]("{\"file\":")
      json.append(jsonString: target)
      json.append(text: ",\"files\":\(packed.files.paths.count),\"bytes\":\(size)")
      json.append(text: ",\"diagnostics\":")
      json += JSONReport.text(of: packed.diagnostics)
      while json.last == UInt8(ascii: "\n") { json.removeLast() }
      json.append("}\n")
      return try terminal.output(json)
    }
    terminal.complain(of: packed.diagnostics, source: sources.bytes(ofFile:))
    terminal.say(
      packed.hasErrors
        ? "nothing was written: mend the errors first"
        : "\(target): \(counted(packed.files.paths.count, "file")); open index.html in it")
  }
}
