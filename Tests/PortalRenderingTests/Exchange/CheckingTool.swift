import Foundation

/// A program that checks files and is no part of the project.
enum CheckingTool {
  /// Writes files to a folder of their own and runs a program in it.
  ///
  /// - Returns: What the program wrote if it refused them, an empty text if it did not, `nil` if `probe` shows that it
  ///   is not installed.
  static func complaint(
    of command: [String], on files: [String: String], probe: [String]
  ) throws -> String? {
    guard try run(probe, in: FileManager.default.temporaryDirectory).status == 0 else {
      print("skipped: \(probe.joined(separator: " ")) does not run here")
      return nil
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "exchange-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let result = try run(command, in: folder)
    return result.status == 0 ? "" : "\(result.output) (exit \(result.status))"
  }

  private static func run(_ command: [String], in folder: URL) throws
    -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
