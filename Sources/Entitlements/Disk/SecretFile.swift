import Bytes

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file with secrets, one a line.
package enum SecretFile {
  /// The lines that are not empty, without white space around them.
  ///
  /// - Throws: ``Failure`` if the file is missing, or others can read it.
  package static func lines(of path: String) throws(Failure) -> [[UInt8]] {
    guard let file = try OpenFile.reading(path) else {
      throw .refused(.missing, "there is no file \(path)", help: "write the secret into it")
    }
    let status = try file.status()
    guard status.st_mode & 0o077 == 0 else {
      throw .refused(
        .openToOthers, "others can read \(path)", help: "close it with: chmod 600 \(path)")
    }
    let text = try file.readAll(limit: 16_384)
    return text.split(separator: UInt8(ascii: "\n")).map { Array($0.trimmingASCIIWhitespace) }
      .filter { !$0.isEmpty }
  }
}
