import Bytes
import CourseModel
import Diagnostics
import Files
import PortalBuild
import PortalRendering

/// What a build or a check tells at its end.
struct BuildReport {
  let result: PortalBuild.Result
  /// The folder that was written, if one was.
  let output: String?
  let duration: Duration
  let sources: FileTree

  func print(asJSON: Bool, to terminal: Terminal) throws(FileError) {
    if asJSON { return try terminal.output(json) }
    tell(to: terminal)
  }

  /// Tells people.
  func tell(to terminal: Terminal) {
    terminal.complain(of: result.diagnostics, source: sources.bytes(ofFile:))
    if output != nil, result.outcome != nil {
      for course in result.sealed { terminal.say(BuildReport.line(of: course)) }
    }
    terminal.say(summary)
    if let portal = result.portal, portal.courses.isEmpty, !portal.withheldFolders.isEmpty,
      !result.hasErrors
    {
      terminal.say("no course is published: each is private, a draft, over or not yet begun")
    }
  }

  /// Tells who writes beside a preview.
  func tellOfPreview(isNew: Bool, to terminal: Terminal) {
    terminal.complain(of: result.diagnostics, source: sources.bytes(ofFile:))
    let end =
      if result.hasErrors { "the last good portal stays until the errors are mended" } else {
        isNew ? counted(result.pages, "page") : "nothing changed"
      }
    terminal.say("\(end), \(seconds) s")
  }

  /// What everybody may get of a paid course, and what only buyers do.
  private static func line(of course: SealedCounts) -> String {
    var parts = [
      counted(course.sealedLessons, "lesson") + " sealed", "\(course.openLessons) open",
      counted(course.sealedFiles, "file") + " sealed",
    ]
    if course.unlistedFiles > 0 { parts.append("\(course.unlistedFiles) unlisted") }
    if course.openFiles > 0 { parts.append("\(course.openFiles) open") }
    return "\(course.course): " + parts.joined(separator: ", ")
  }

  private var seconds: String {
    let (whole, atto) = duration.components
    let hundredths = atto / 10_000_000_000_000_000
    return "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)"
  }

  private var summary: String {
    guard let output else {
      let (pages, courses) = (counted(result.pages, "page"), counted(result.courses, "course"))
      return "\(pages) of \(courses) checked in \(seconds) s"
    }
    guard let outcome = result.outcome else { return "nothing was written: mend the errors first" }
    return
      "\(output): \(counted(result.pages, "page")), \(counted(outcome.written, "file")) written, "
      + "\(outcome.kept) kept, "
      + "\(outcome.removed) removed, \(megabytes) MB in \(seconds) s"
  }

  private var megabytes: String {
    let tenths = (result.bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// For programs: what was made, and what was found.
  var json: [UInt8] {
    var text: [UInt8] = []
    let outcome = result.outcome
    text.append("{\"pages\":")
    text.append(decimal: result.pages)
    for (name, value) in [
      ("courses", result.courses), ("files", result.files), ("bytes", result.bytes),
      ("written", outcome?.written ?? 0), ("kept", outcome?.kept ?? 0),
      ("removed", outcome?.removed ?? 0),
    ] {
      text.append(text: ",\"\(name)\":\(value)")
    }
    let sealed = result.sealed.map {
      "{\"course\":\"\($0.course)\",\"lessons\":\($0.sealedLessons),\"previews\":\($0.openLessons),"
        + "\"files\":\($0.sealedFiles),\"unlisted\":\($0.unlistedFiles),\"open\":\($0.openFiles)}"
    }
    text.append(text: ",\"sealed\":[\(sealed.joined(separator: ","))]")
    text.append(text: ",\"published\":\(outcome != nil),\"seconds\":\(seconds)")
    let counts = result.diagnostics.countsByRule.map { "\"\($0.rule)\":\($0.count)" }
    text.append(text: ",\"rules\":{\(counts.joined(separator: ","))},\"diagnostics\":")
    text += JSONReport.text(of: result.diagnostics)
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    text.append("}\n")
    return text
  }
}

extension BuildReport {
  /// Reports on what began at `start` and has just ended.
  init(
    _ result: PortalBuild.Result, output: String?, since start: ContinuousClock.Instant,
    sources: FileTree
  ) {
    self.init(
      result: result, output: output, duration: ContinuousClock.now - start, sources: sources)
  }
}
