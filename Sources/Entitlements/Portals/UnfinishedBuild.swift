import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A build that is writing a folder, or was killed there.
enum UnfinishedBuild {
  /// Refuses a folder with files that wait for their places: beside pages of an older build, nobody wants them signed.
  static func refuse(in folder: String) throws(Failure) {
    let name = OutputFolder.stagingName
    guard access("\(folder)/\(name)", F_OK) == 0 else { return }
    throw .refused(
      .fileExtra, "a build of \(folder) was interrupted, or is not done yet", path: name,
      help: "build again, and sign that")
  }
}
