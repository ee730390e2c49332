import ArgumentParser
import CourseLoading

/// `clevio schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of a kind of file, for editors that complete YAML.",
    discussion: """
      For example: clevio schema clevio > clevio.schema.json, and in clevio.yml the line \
      "# yaml-language-server: $schema=clevio.schema.json".
      """)

  @Argument(help: "The kind of file.")
  var kind: AuthoringSchema

  func run() { Terminal(isQuiet: false).output(kind.text) }
}

extension AuthoringSchema: ExpressibleByArgument {
  /// Reads the value of an argument.
  public init?(argument: String) { self.init(rawValue: argument) }

  /// What may be written.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
