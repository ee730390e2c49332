import ArgumentParser
import Files

/// Where a portal is to be written, beside its sources.
struct OutputPlace {
  private let output: RelativePath
  private let source: RelativePath

  init(_ output: String, source: String) {
    self.output = RelativePath(FolderPath.resolved(output))
    self.source = RelativePath(FolderPath.resolved(source))
  }

  /// Refuses places where the output would mix with the sources.
  func check() throws {
    guard !source.isInside(output) else {
      throw ValidationError(
        "The output folder /\(output) holds the sources; choose another with -o.")
    }
    for folder in ["courses", "authors", "pages", "policies", "theme", ".clevio"]
    where output.isInside(source.appending(folder)) {
      throw ValidationError(
        "The output folder /\(output) lies among the sources; choose another with -o.")
    }
  }
}
