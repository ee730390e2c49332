import Bytes
import CourseModel
import Files
import Foundation

@testable import PortalRendering

/// The theme's own search script, run in Node.
struct ThemeSearch {
  /// What a query finds, and what the browser would load for it.
  struct Answer: Decodable {
    var count: Int
    var titles: [String]
    var urls: [String]
    /// Of all index files that the query needs.
    var bytes: Int
  }

  /// The script that asks the theme's; its arguments are a module that opens an index, and the questions as JSON.
  private static let harness = #"""
    const fs = require("node:fs");
    const { open } = require(process.argv[2]);
    const asked = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));
    (async () => {
      const { words } = open("", "en").search;
      const answers = (asked.texts ?? []).map((text) => words(text));
      for (const query of asked.queries ?? []) {
        const { search, loaded } = open(asked.folder, asked.language);
        const { count, rows } = await search.find(query, asked.course);
        const shown = await rows(0, 10);
        const bytes = [...loaded.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
        answers.push({ count, bytes, titles: shown.map((row) => row.title), urls: shown.map((row) => row.url) });
      }
      fs.writeFileSync(process.argv[3], JSON.stringify(answers));
    })();
    """#

  private let folder: URL

  /// `nil` where there is no Node.
  init?() throws {
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    probe.arguments = ["node", "--version"]
    probe.standardOutput = FileHandle.nullDevice
    probe.standardError = FileHandle.nullDevice
    try probe.run()
    probe.waitUntilExit()
    guard probe.terminationStatus == 0 else {
      print("skipped: the theme's script is not compared, because there is no node")
      return nil
    }
    folder = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Removes what was written.
  func close() { try? FileManager.default.removeItem(at: folder) }

  /// The words that the script makes of each text.
  func words(of texts: [String]) throws -> [[String]] {
    try ask(["texts": texts], as: [[String]].self)
  }

  /// What the script finds in an index, or in one course of it.
  func find(_ queries: [String], in index: SampleIndex, course: String = "") throws -> [Answer] {
    let site = folder.appending(path: "site-\(UUID().uuidString)")
    for (path, bytes) in index.files {
      let file = site.appending(path: path.text)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let question = Question(
      folder: site.path, language: "en", queries: queries, course: course)
    return try ask(question, as: [Answer].self)
  }

  private struct Question: Encodable {
    var folder: String
    var language: String
    var queries: [String]
    var course: String
  }

  private struct Failure: Error {
    var status: Int32
  }

  private func ask<Answer: Decodable>(_ question: some Encodable, as: Answer.Type) throws -> Answer
  {
    let harness = folder.appending(path: "harness.cjs")
    let exchange = folder.appending(path: "exchange.json")
    try Data(Self.harness.utf8).write(to: harness)
    try JSONEncoder().encode(question).write(to: exchange)
    let opening = URL(fileURLWithPath: #filePath).appending(
      path: "../../../Search/portal_search.js"
    ).standardizedFileURL
    let node = Process()
    node.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    node.arguments = ["node", harness.path, opening.path, exchange.path]
    try node.run()
    node.waitUntilExit()
    guard node.terminationStatus == 0 else { throw Failure(status: node.terminationStatus) }
    return try JSONDecoder().decode(Answer.self, from: Data(contentsOf: exchange))
  }
}
