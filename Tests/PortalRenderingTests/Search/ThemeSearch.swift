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

  /// The script that runs the theme's; its arguments are the theme's script and the questions as JSON.
  private static let harness = #"""
    const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm");
    const asked = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));
    // For comparing tokenizers: all words of a text, not only the first twelve.
    const cut = ".slice(0, 12)", exported = "window.clevioSearch = {";
    let source = fs.readFileSync(process.argv[2], "utf8");
    if (!source.includes(cut) || !source.includes(exported)) throw new Error("another script than expected");
    source = source.replace(exported, exported + " words,");
    if (asked.texts) source = source.replace(cut, "");
    const open = () => {
      let bytes = 0;
      const world = { setTimeout, Map, Promise };
      world.window = world;
      world.document = {
        documentElement: { lang: asked.language || "en", dataset: { root: asked.folder + "/" } },
        head: {
          append(script) {
            fs.readFile(script.src, "utf8", (error, text) => {
              if (error) return script.onerror();
              bytes += Buffer.byteLength(text);
              vm.runInContext(text, world);
              script.onload();
            });
          },
        },
      };
      world.clevio = { element: (name, attributes) => ({ ...attributes }) };
      vm.createContext(world);
      vm.runInContext(source, world);
      return [world.clevioSearch, () => bytes];
    };
    (async () => {
      let answers;
      if (asked.texts) {
        const [search] = open();
        answers = asked.texts.map((text) => search.words(text));
      } else {
        answers = [];
        for (const query of asked.queries) {
          const [search, bytes] = open();
          const { count, entries } = await search.find(query, 10);
          answers.push({ count, titles: entries.map((e) => e[0]), urls: entries.map((e) => e[1]), bytes: bytes() });
        }
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

  /// What the script finds in an index.
  func find(_ queries: [String], in index: SearchIndex) throws -> [Answer] {
    let site = folder.appending(path: "site-\(UUID().uuidString)")
    for (path, bytes) in index.files() {
      let file = site.appending(path: path.text)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let question = Question(folder: site.path, language: index.language.text, queries: queries)
    return try ask(question, as: [Answer].self)
  }

  private struct Question: Encodable {
    var folder: String
    var language: String
    var queries: [String]
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
    let script = URL(fileURLWithPath: #filePath).appending(
      path: "../../../../Themes/default/search/10-index.js"
    ).standardizedFileURL
    let node = Process()
    node.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    node.arguments = ["node", harness.path, script.path, exchange.path]
    try node.run()
    node.waitUntilExit()
    guard node.terminationStatus == 0 else { throw Failure(status: node.terminationStatus) }
    return try JSONDecoder().decode(Answer.self, from: Data(contentsOf: exchange))
  }
}
