import Foundation
import TestSupport
import Testing

/// `clevio check --external` with curl and a server on this machine.
@Suite struct ExternalCheckTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func check(
    _ text: String, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    folder.write("title: Knots\n", to: "clevio.yml")
    folder.write("# Bends\n\n\(text)\n", to: "courses/knots/01-bends.md")
    return try RunningProgram(
      [Program.path, "check", "--external"] + arguments, in: folder.path, environment: environment
    ).wait()
  }

  /// Answers with the status that a path begins with; notes each request in a file.
  private static let server = """
    import http.server, os, sys
    class Answer(http.server.BaseHTTPRequestHandler):
        def answer(self):
            with open(sys.argv[1] + "/requests", "a") as log:
                log.write(f"{self.command} {self.path} {self.headers.get('Range', '')}\\n")
            status = int(self.path[1:4])
            if self.command == "HEAD" and "get" in self.path: status = 405
            self.send_response(status)
            if status in (301, 302): self.send_header("Location", self.path[4:] or "/200")
            self.send_header("Content-Length", "0")
            self.end_headers()
        do_HEAD = do_GET = answer
        def log_message(self, *words): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    with open(sys.argv[1] + "/port.new", "w") as file: file.write(str(server.server_port))
    os.rename(sys.argv[1] + "/port.new", sys.argv[1] + "/port")
    server.serve_forever()
    """

  /// Runs `body` beside a server, whose address it is told.
  private func withServer(_ body: (String) throws -> Void) throws {
    let server = try RunningProgram(["python3", "-c", Self.server, folder.path])
    defer {
      server.send(SIGKILL)
      _ = server.wait()
    }
    waitUntil { folder.read("port") != nil }
    let port = try #require(folder.read("port"))
    try body("http://127.0.0.1:\(port)")
  }

  @Test func tellsWhichLinksAreDeadAndWhichHaveMoved() throws {
    try withServer { host in
      let outcome = try check(
        """
        [There](\(host)/200/there), [got](\(host)/200/get), [again](\(host)/200/there#place)

        [Dead](\(host)/404/dead), [moved](\(host)/301/200/new), [away](\(host)/302/200/there)

        [Shy](\(host)/429/shy)
        """)
      #expect(outcome.status == 1)
      let errors = outcome.errors
      #expect(
        errors.contains(
          "01-bends.md:5:8: error: \"\(host)/404/dead\" leads nowhere: the server answers 404 [link-dead]"
        ))
      #expect(
        errors.contains(
          "note: \"\(host)/301/200/new\" has moved to \"\(host)/200/new\" for good [link-moved]"))
      #expect(
        errors.contains(
          "01-bends.md:7:7: note: it cannot be told whether \"\(host)/429/shy\" is there"))
      #expect(errors.contains("7 addresses of other hosts asked for\n"))
      let requests = (folder.read("requests") ?? "").split(separator: "\n").map(String.init)
      #expect(requests.count { $0.hasSuffix(" /200/there ") } == 1)
      #expect(requests.contains("GET /200/get bytes=0-0"))
    }
  }

  @Test func asksNobodyUnlessItIsTold() throws {
    try withServer { host in
      folder.write("title: Knots\n", to: "clevio.yml")
      folder.write("# Bends\n\n<\(host)/404>\n", to: "courses/knots/01-bends.md")
      let outcome = try folder.clevio("check")
      #expect(outcome.status == 0)
      #expect(folder.read("requests") == nil)
    }
  }

  @Test func takesExceptionsForUsedWhereNobodyAsked() throws {
    try withServer { host in
      let exception = "{rule: link-dead, reason: moves house, expires: 2100-01-01}"
      let text = "<\(host)/404>"
      _ = try check(text)
      folder.write("title: Knots\ncheck: {suppress: [\(exception)]}\n", to: "clevio.yml")
      for options in [["check"], ["check", "--external"]] {
        let outcome = try folder.clevio(options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.errors.contains("check-unused"))
      }
    }
  }

  // MARK: Without curl, with one that fails

  /// Puts a program in the place of curl that prints a status and ends with a code.
  private func standIn(printing status: String = "000", code: Int) throws -> [String: String] {
    folder.write("#!/bin/sh\nprintf '\(status) '\nexit \(code)\n", to: "bin/curl")
    chmod(folder.path + "/bin/curl", 0o755)
    return ["PATH": folder.path + "/bin"]
  }

  @Test func failsWithoutCurl() throws {
    folder.makeFolder("bin")
    let outcome = try check("<https://a.org/>", environment: ["PATH": folder.path + "/bin"])
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("clevio: cannot start curl: none was found in PATH"))
  }

  @Test(arguments: ["<https://a.org/>", "<https://a.org/>, <https://b.org/>, <https://c.org/>"])
  func failsWithoutANetwork(text: String) throws {
    let outcome = try check(text, environment: standIn(code: 6))
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("clevio: cannot reach the network: "))
    #expect(outcome.errors.contains("gone: a.org"))
  }

  @Test func tellsOfAHostThatIsGoneWhereAnotherAnswers() throws {
    let environment = try standIn(code: 6)
    folder.write(
      """
      #!/bin/sh
      case "$*" in *https://b.org*) printf '200 '; exit 0 ;; esac
      printf '000 '
      exit 6

      """, to: "bin/curl")
    let outcome = try check("<https://a.org/>, <https://b.org/>", environment: environment)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("there is no host \"a.org\" [link-dead]"))
  }

  @Test(arguments: [
    (7, "nothing answers at \"https://a.org\""),
    (28, "\"a.org\" does not answer in time [link-unsure]"),
    (60, "browsers do not trust the certificate of \"a.org\" [link-dead]"),
    (52, "\"a.org\" breaks off its answer [link-unsure]"),
  ])
  func saysWhyNoServerAnswered(code: Int, words: String) throws {
    let outcome = try check("<https://a.org/>", environment: standIn(code: code))
    #expect(outcome.status == (words.contains("unsure") ? 0 : 1))
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func takesALongPageForThere() throws {
    let outcome = try check(
      "<https://a.org/>", environment: standIn(printing: "200", code: 28))
    #expect(outcome.status == 0)
    #expect(!outcome.errors.contains("link-"))
  }

  @Test func isNoWayToMendOrToLookAtAPolicy() throws {
    #expect(try check("Text", "--fix").status == 64)
    #expect(try check("Text", "--policy", "clevio.yml").status == 64)
  }
}
