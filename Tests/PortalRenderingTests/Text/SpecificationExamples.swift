import Bytes
import Files
import Glibc

/// The examples of the CommonMark and GFM test suites, with what the installed `cmark-gfm` makes of
/// them.
struct SpecificationExample {
  /// The file and the number of the example in it.
  let name: String
  let markdown: String
  /// The HTML that the suite expects.
  let expected: String
  /// The extensions that the example asks for.
  let extensions: [String]
  /// What `cmark-gfm` makes of it with these extensions.
  var asAsked = ""
  /// What `cmark-gfm` makes of it with all extensions that Clevio has.
  var withAll = ""

  static let suites = ["spec", "extensions", "regression"]

  /// All examples; `nil`, with a notice, where the suites or the program are not there.
  static func all() throws -> [SpecificationExample]? {
    var examples: [SpecificationExample] = []
    for suite in suites {
      guard let folder, let text = try? DiskFile.read("\(folder)/\(suite).txt") else {
        print("skipped: the test suites of GFM are not beside the project")
        return nil
      }
      examples += parse(String(utf8: text), suite: suite)
    }
    guard try run(&examples) else {
      print("skipped: there is no cmark-gfm")
      return nil
    }
    return examples
  }

  /// The folder of the suites, beside the project's own.
  private static var folder: String? {
    guard let file = realpath(#filePath, nil) else { return nil }
    defer { free(file) }
    let parts = String(cString: file).split(separator: "/").dropLast(5)
    return "/" + parts.joined(separator: "/") + "/shared/specs/gfm"
  }

  private static func parse(_ text: String, suite: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      guard line.hasPrefix(fence + " example") else { continue }
      var words = line.split(separator: " ").dropFirst(2).map(String.init)
      if words.isEmpty, suite == "extensions" { words = ["table", "strikethrough", "autolink"] }
      let markdown = lines.prefix { $0 != "." }
      lines = lines.dropFirst(markdown.count + 1)
      let html = lines.prefix { $0 != fence[...] }
      lines = lines.dropFirst(html.count + 1)
      // The program of the suite's authors passes these over; they are about task lists.
      if words.contains("disabled") { words = ["tasklist"] }
      guard !words.contains("footnotes") else { continue }
      examples.append(
        SpecificationExample(
          name: "\(suite) \(examples.count + 1)", markdown: joined(markdown),
          expected: joined(html),
          extensions: words))
    }
    return examples
  }

  private static func joined(_ lines: ArraySlice<Substring>) -> String {
    lines.map { $0 + "\n" }.joined().replacing("→", with: "\t")
  }

  /// Runs `cmark-gfm` on all examples in one shell; `false` if there is none.
  private static func run(_ examples: inout [SpecificationExample]) throws -> Bool {
    let folder = "/tmp/gfm-examples-\(getpid())"
    defer { _ = system("rm -rf \(folder)") }
    var files = FileTree()
    var script = "cd \(folder) && command -v cmark-gfm > program || exit 1\n"
    for (index, example) in examples.enumerated() {
      files[RelativePath("\(index).md")] = .bytes(Array(example.markdown.utf8))
      let asked = example.extensions.map { " -e " + $0 }.joined()
      script += "cmark-gfm --unsafe\(asked) < \(index).md > \(index).asked\n"
      script += "cmark-gfm --unsafe -e table -e strikethrough"
      script += " -e autolink -e tasklist < \(index).md > \(index).all\n"
    }
    files[RelativePath("run.sh")] = .bytes(Array(script.utf8))
    try files.create(in: folder)
    guard system("sh \(folder)/run.sh") == 0 else { return false }
    for index in examples.indices {
      examples[index].asAsked = String(utf8: try DiskFile.read("\(folder)/\(index).asked"))
      examples[index].withAll = String(utf8: try DiskFile.read("\(folder)/\(index).all"))
    }
    return true
  }
}
