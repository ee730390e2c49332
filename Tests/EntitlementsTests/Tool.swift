import Foundation
import Testing

/// Other people's programs, which must agree with ours.
enum Tool {
  /// What a program left.
  struct Outcome {
    var status: Int32
    var output: String
  }

  /// Tells that something was not tested; a failure where all tools were to be there, as in
  /// `make test`.
  static func isMissing(_ name: String) {
    if ProcessInfo.processInfo.environment["CLEVIO_ALL_TOOLS"] == "1" {
      Issue.record("\(name) is not installed")
    } else {
      print("notice: \(name) is not installed; what it would say is not tested")
    }
  }

  /// Runs a program; `nil`, with a notice, where it is not installed.
  static func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome? {
    guard let path = path(of: name) else {
      isMissing(name)
      return nil
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }

  /// Python's packages are in the environment that `make test-tools` makes.
  private static let environmentFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".venv/bin").path

  private static func path(of name: String) -> String? {
    if name == "python3", access("\(environmentFolder)/python", X_OK) == 0 {
      return "\(environmentFolder)/python"
    }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
