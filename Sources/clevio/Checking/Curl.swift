import CourseChecks
import Files
import Foundation

/// The program that asks servers for pages: curl (curl.se).
struct Curl {
  private let path: String
  private let environment: [String: String]

  /// How long a request may take, in seconds.
  private static let patience = 10

  /// What it may know of this program's environment, in which secrets are: how to reach the web.
  private static let variables: Set = [
    "HOME", "LANG", "LC_ALL", "PATH", "TZ", "SSL_CERT_DIR", "SSL_CERT_FILE", "CURL_CA_BUNDLE",
    "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
  ]

  /// Finds curl in `PATH`.
  ///
  /// - Throws: ``FileError`` if there is none.
  init(environment: [String: String]) throws(FileError) {
    let folders = environment["PATH", default: ""].split(separator: ":")
    guard
      let path = folders.lazy.map({ "\($0)/curl" })
        .first(where: FileManager.default.isExecutableFile)
    else {
      throw FileError(
        "start", path: "curl", cause: "none was found in PATH; --external asks other hosts with it")
    }
    self.path = path
    self.environment = environment.filter { Curl.variables.contains($0.key) }
  }

  /// A request that was sent.
  struct Request {
    let question: LinkInquiry.Question
    fileprivate let process: Process
    fileprivate let output: Pipe

    /// Whether the answer is still to come.
    var isRunning: Bool { process.isRunning }
  }

  /// Sends a request.
  ///
  /// - Throws: ``FileError`` if curl cannot be started.
  func send(_ question: LinkInquiry.Question, as agent: String) throws(FileError) -> Request {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = Curl.arguments(for: question, as: agent)
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch {
      throw FileError("start", path: path, cause: error.localizedDescription)
    }
    return Request(question: question, process: process, output: output)
  }

  /// Redirections are not followed, so that each is seen.
  private static func arguments(
    for question: LinkInquiry.Question, as agent: String
  ) -> [String] {
    // Only the first option keeps curl from reading a file of options.
    ["--disable", "--silent", "--globoff", "--proto", "=http,https", "--user-agent", agent]
      + ["--max-time", String(patience), "--output", "/dev/null"]
      + (question.wantsBody ? ["--range", "0-0"] : ["--head"])
      + ["--write-out", "%{http_code} %{redirect_url}", "--url", question.address.text]
  }

  /// What came of a request that has ended.
  ///
  /// - Throws: ``FileError`` if curl cannot work on this machine.
  func reply(to request: Request) throws(FileError) -> LinkReply {
    let data = request.output.fileHandleForReading.readDataToEndOfFile()
    let words = String(decoding: data, as: UTF8.self).split(separator: " ", maxSplits: 1)
    // A page that is too long to arrive in time is there all the same.
    if let status = words.first.flatMap({ Int($0) }), status > 0 {
      return LinkReply(status: status, target: words.dropFirst().first.map(String.init))
    }
    return .failure(try failure(request.process.terminationStatus))
  }

  /// The reason behind an exit code (curl(1), "Exit codes").
  private func failure(_ code: Int32) throws(FileError) -> LinkReply.Failure {
    switch code {
    case 6: return .unknownHost
    case 7: return .noConnection
    case 28: return .late
    case 35, 51, 58, 60: return .untrusted
    case 5: throw FileError("run", path: path, cause: "there is no host of the proxy's name")
    case 2, 4, 27: throw FileError("run", path: path, cause: "it ended with code \(code)")
    default: return .broken
    }
  }
}
