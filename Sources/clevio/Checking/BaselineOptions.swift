import ArgumentParser
import CourseChecks
import Diagnostics
import Files

/// The options that say which findings were known before.
struct BaselineOptions: ParsableArguments {
  @Option(
    name: .customLong("baseline"),
    help: "A file of findings that were known before: they are counted, but fail nothing.",
    completion: .file(extensions: ["yml"]))
  var path: String?

  @Flag(name: .customLong("write-baseline"), help: "Write what is found now to that file.")
  var isWritten = false

  func validate() throws {
    if isWritten, path == nil {
      throw ValidationError("--write-baseline needs --baseline with a file.")
    }
  }

  /// Leaves out what was known before, and tells how much that is.
  ///
  /// - Throws: ``FileError`` if the file cannot be read or written.
  func apply(to findings: [Diagnostic], terminal: Terminal) throws(FileError) -> [Diagnostic] {
    guard let path else { return findings }
    if isWritten { try NamedFile.write(Baseline(of: findings).text, to: path) }
    let (baseline, mistakes) = Baseline.read(try DiskFile.read(path), path: path)
    let (new, known, gone) = baseline.new(among: findings)
    if known > 0 {
      terminal.say("\(counted(known, "known finding")) \(known == 1 ? "is" : "are") passed over")
    }
    if gone > 0 {
      terminal.say(
        "\(counted(gone, "known finding")) \(gone == 1 ? "is" : "are") gone: write \(path) anew "
          + "with --write-baseline")
    }
    return mistakes + new
  }
}
