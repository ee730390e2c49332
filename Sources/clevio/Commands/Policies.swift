import ArgumentParser
import Diagnostics
import Files
import PortalBuild

/// `clevio policies`.
struct Policies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policies",
    abstract: "Keep the versions of the portal's policies.",
    subcommands: [LockPolicies.self])
}

/// `clevio policies lock`.
struct LockPolicies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Write the versions that legal.yml describes to policies.lock.",
    discussion: """
      The file keeps every version with its text, so that earlier ones stay published and changes can be \
      shown; commit it. A text that changed under a version that was locked is an error: give it a new \
      version and a summary in legal.yml first.
      """)

  @OptionGroup var portal: PortalOptions

  func run() throws {
    let terminal = Terminal(isQuiet: portal.quiet)
    try exiting {
      try portal.lockPolicies(excluding: portal.defaultOutput, terminal: terminal)
    }
  }
}

extension PortalOptions {
  /// Writes new versions of the policies into the portal's folder.
  func lockPolicies(excluding output: String, terminal: Terminal) throws(FileError) -> ExitCode {
    let build = try build(excluding: output)
    let locked = try build.lockedPolicies()
    guard let file = locked.file else {
      terminal.complain(of: locked.diagnostics, source: build.sources.bytes(ofFile:))
      return ExitCode(for: locked.diagnostics)
    }
    guard !locked.added.isEmpty else {
      terminal.say("policies.lock has every version already")
      return .success
    }
    try FileTree([RelativePath("policies.lock"): .bytes(file)]).replace(in: folder)
    for line in locked.added { terminal.say("locked \(line)") }
    return .success
  }
}
