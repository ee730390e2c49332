import ArgumentParser
import Diagnostics
import Entitlements
import Files
import YAMLTree

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The options that say which portal is meant, by its name in signed things.
struct PortalNameOptions: ParsableArguments {
  @Option(help: "The portal's name in signed things (default: id: in clevio.yml).")
  var portal: Identifier?

  @Option(
    name: .customLong("in"), help: "The folder of the portal's sources.", completion: .directory)
  var folder = "."

  /// The portal's name; `output` is a folder that a build wrote, mostly within that of the sources.
  func name(besides output: String? = nil) throws -> Identifier {
    if let portal { return portal }
    let places = [folder] + (output.map { [FolderPath.join($0, "..")] } ?? [])
    let paths = places.map { FolderPath.join($0, "clevio.yml") }
    guard let path = paths.first(where: { access($0, F_OK) == 0 }) else {
      throw ValidationError(
        "There is no \(paths.joined(separator: " and no ")): say which portal is meant by --portal NAME, or "
          + "by --in and the folder that holds clevio.yml.")
    }
    let bytes = try DiskFile.read(path)
    let tree: YAMLNode?
    do throws(YAMLError) {
      tree = try YAMLTree.parse(bytes, path: path)
    } catch {
      throw ValidationError("\(path):\(error.position.line): \(error.message).")
    }
    guard let text = tree?["id"]?.text else {
      throw ValidationError(
        "\(path) has no id: add a line such as \"id: harbour\", or give --portal NAME.")
    }
    guard let name = Identifier(text) else {
      throw ValidationError("The id: in \(path) is not 1 to 64 of a-z, 0-9 and -.")
    }
    return name
  }

  /// Courses that are sold for the portal, beside those of the sources.
  func sold(_ courses: [Identifier], of portal: Identifier) -> SoldCourses {
    SoldCourses(courses, of: portal, in: folder)
  }

  /// The folder that a build writes where the user names none.
  var defaultOutput: String { FolderPath.join(folder, "public") }
}

extension Identifier: ExpressibleByArgument {
  /// Reads the value of an argument.
  public init?(argument: String) { self.init(argument) }
}
