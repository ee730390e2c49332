import Bytes
import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A build that is writing a folder, was killed there, or wrote only a slice of a portal.
enum UnfinishedBuild {
  /// Refuses a folder with files that wait for their places: beside pages of an older build, nobody wants them signed.
  static func refuse(in folder: String) throws(Failure) {
    let name = OutputFolder.stagingName
    guard access("\(folder)/\(name)", F_OK) == 0 else { return }
    throw .refused(
      .fileExtra, "a build of \(folder) was interrupted, or is not done yet", path: name,
      help: "build again, and sign that")
  }

  /// Refuses what one of several machines built: it has pages of some courses in places of its own, and no first page.
  static func refuseSlice(_ folder: String, among paths: [[UInt8]]) throws(Failure) {
    guard !paths.contains(where: { $0.equals("index.html") }),
      let part = paths.first(where: isPart)
    else { return }
    throw .refused(
      .fileExtra, "\(folder) is a slice of a portal", path: String(utf8: part),
      help: "join the slices with \"clevio merge\", and sign what that writes")
  }

  /// Whether a file is what `clevio merge` reads of a course in a slice.
  private static func isPart(_ path: [UInt8]) -> Bool {
    path.starts(with: "parts/".utf8) && path.reversed().starts(with: "/course.part".utf8.reversed())
  }
}
