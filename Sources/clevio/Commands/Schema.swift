import ArgumentParser
import Bytes
import CourseLoading

/// `clevio schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind of file, for editors that complete YAML.",
    discussion: """
      For example: clevio schema clevio > clevio.schema.json, and in clevio.yml the line \
      "# yaml-language-server: $schema=clevio.schema.json". Without a kind, all are printed as one object.
      """)

  @Argument(help: "The kind of file.")
  var kind: AuthoringSchema?

  func run() throws {
    try exiting {
      try Terminal(isQuiet: false).output(kind?.text ?? Schema.all)
      return .success
    }
  }

  private static var all: [UInt8] {
    var all: [UInt8] = []
    for schema in AuthoringSchema.allCases {
      all.append(text: "\(all.isEmpty ? "{" : ",")\"\(schema.rawValue)\":")
      all += schema.text
    }
    all.append("}\n")
    return all
  }
}

extension AuthoringSchema: ExpressibleByArgument {
  /// Reads the value of an argument.
  public init?(argument: String) { self.init(rawValue: argument) }

  /// What may be written.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
