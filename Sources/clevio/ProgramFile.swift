import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The file that runs.
enum ProgramFile {
  /// Names the very file, so that a program that was built again is not taken for the one before.
  static var identity: String {
    #if os(Linux)
    let path = "/proc/self/exe"
    #else
    let path = Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
    #endif
    var status = stat()
    guard stat(path, &status) == 0 else { return "" }
    #if canImport(Glibc)
    let modified = status.st_mtim
    #else
    let modified = status.st_mtimespec
    #endif
    return "\(status.st_ino) \(status.st_size) \(modified.tv_sec).\(modified.tv_nsec)"
  }
}
