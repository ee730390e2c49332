import ArgumentParser
import Files

/// Where a portal is to be written, beside its sources.
struct OutputPlace {
  private let output: String
  private let source: String

  init(_ output: String, source: String) {
    self.output = PortalOptions.absolute(output)
    self.source = PortalOptions.absolute(source)
  }

  /// Refuses places where the output would mix with the sources.
  func check() throws {
    if output == source || source.hasPrefix(output == "/" ? "/" : output + "/") {
      throw ValidationError(
        "The output folder \(output) holds the sources; choose another with -o.")
    }
    for folder in ["courses", "authors", "pages", "policies", "theme", ".clevio"] {
      let reserved = source + "/" + folder
      if output == reserved || output.hasPrefix(reserved + "/") {
        throw ValidationError(
          "The output folder \(output) lies among the sources; choose another with -o.")
      }
    }
  }
}
