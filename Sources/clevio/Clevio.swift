import ArgumentParser

/// The program.
///
/// Each command tells its name: what does not is worked out at each start, which takes two thirds of it.
@main
struct Clevio: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "clevio",
    abstract: "Turns a folder of Markdown courses into a training portal that needs no server.",
    discussion: """
      A bare folder of Markdown files is already a course: run "clevio build" in it and open \
      public/index.html.

      Exit codes: 0 done, 1 the input has errors or something signed is refused, 64 wrong usage, 74 the machine \
      refused.
      """,
    version: version,
    subcommands: [
      Build.self, Serve.self, Check.self, Explain.self, Pack.self, Merge.self, New.self,
      Policies.self, Services.self, ThemeCommand.self, Schema.self, Clean.self, KeyCommand.self,
      Sign.self, Verify.self,
      EntitlementCommand.self, ServeCheck.self, Fulfil.self, MailCommand.self,
    ])

  static func main() {
    StandardStream.prepare()
    main(nil)
  }
}
