import Diagnostics
import Files
import Foundation
import Testing

/// A file of `Tests/Fixtures/Rules`: a change of the portal there, and the one finding that comes of it.
///
/// It begins with the finding's weight and message, and further lines of `name: value` for what is special, such
/// as the folders that are left out after `without`.
/// Below stand files, each after a line `=== path`, in place of the portal's or beside them; or after `~~~ path`,
/// changes of one of its files: lines after `-` are taken out, lines after `+` come in their place (at the end
/// where there are none), and a line `~` parts changes. `⟦words⟧` marks where the finding is, `⟨hex 07⟩` stands
/// for bytes, and `⟨repeat 3 words⟩` for words that stand three times, in which `\n` ends a line.
struct RuleFixture: CustomTestStringConvertible, Sendable {
  let name: String
  let severity: Diagnostic.Severity
  let message: String
  /// What is special, by name.
  let settings: [String: String]
  /// The portal's files as the fixture changes them.
  private(set) var files: [RelativePath: [UInt8]]
  /// Where the finding is, if that is marked.
  private(set) var position: SourcePosition?

  /// The rule: what comes before a point in the name may have several fixtures.
  var rule: String { String(name.prefix { $0 != "." }) }

  var testDescription: String { name }

  /// Whether a message is the fixture's, in which `…` stands for words that differ from machine to machine.
  func expects(_ found: String) -> Bool {
    let parts = message.components(separatedBy: "…")
    guard parts.count == 2 else { return found == message }
    return found == message || found.hasPrefix(parts[0]) && found.hasSuffix(parts[1])
  }

  /// The folder of the fixtures.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/Rules")

  private static let files: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  /// Whether a rule has mutants of another kind: of templates, of policies, of `legal.yml`, or of what a browser
  /// sees.
  static func isShownElsewhere(_ rule: String) -> Bool {
    mutantFiles.contains { $0.contains("\"\(rule)\"") || $0.contains(" \(rule)\"") }
  }

  private static let mutantFiles: [String] = {
    let tests = folder.deletingLastPathComponent().deletingLastPathComponent()
    return [
      "CourseChecksTests/OutputMutantTests.swift", "CourseChecksTests/OwnPolicyMutantTests.swift",
      "CourseChecksTests/LegalDutyMutantTests.swift",
      "CourseChecksTests/External/LinkInquiryTests.swift",
      "PolicyReviewTests/PolicyMutantTests.swift",
      "PortalBuildTests/Slices/PortalSlicesTests.swift",
      "PortalRenderingTests/Sealing/CourseSealingTests.swift",
      "PolicyReviewTests/ForeignBytesTests.swift", "Browser/visiting.py",
    ].compactMap { try? String(contentsOf: tests.appending(path: $0), encoding: .utf8) }
  }()

  /// How many there should be.
  static var fileCount: Int { files.count }

  /// All of them, ordered by name.
  static let all: [RuleFixture] = {
    files.compactMap { file in
      let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return text.flatMap { RuleFixture(named: String(file.dropLast(4)), $0) }
    }
  }()

  /// The portal that fixtures change; it has no findings.
  static let portal: [RelativePath: [UInt8]] = {
    let root = folder.appending(path: "portal")
    let files =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    let contents = files.compactMap { path in
      (try? Data(contentsOf: root.appending(path: path))).map { (RelativePath(path), [UInt8]($0)) }
    }
    return Dictionary(uniqueKeysWithValues: contents)
  }()

  /// Reads a fixture; `nil` where it cannot be understood.
  init?(named name: String, _ text: String) {
    let sections = RuleFixture.sections(of: text)
    let head = sections[0].body.split(separator: "\n").map {
      $0.split(separator: ": ", maxSplits: 1)
    }
    guard head.allSatisfy({ $0.count == 2 }), let first = head.first,
      let severity = Diagnostic.Severity(named: String(first[0]))
    else { return nil }
    self.name = name
    self.severity = severity
    message = String(first[1])
    settings = Dictionary(
      head.dropFirst().map { (String($0[0]), String($0[1])) }, uniquingKeysWith: { $1 })
    let leftOut = settings["without", default: ""].split(separator: " ").map {
      RelativePath(String($0))
    }
    files = RuleFixture.portal.filter { file in !leftOut.contains { file.key.isInside($0) } }
    for section in sections.dropFirst() {
      let path = RelativePath(section.path)
      guard let text = section.isChange ? change(of: path, by: section.body) : section.body else {
        return nil
      }
      put(text, at: path)
    }
  }

  // MARK: Reading

  private struct Section {
    var path = ""
    var isChange = false
    var body = ""
  }

  private static func sections(of text: String) -> [Section] {
    var sections = [Section()]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("=== ") || line.hasPrefix("~~~ ") {
        sections.append(Section(path: String(line.dropFirst(4)), isChange: line.hasPrefix("~")))
      } else {
        sections[sections.count - 1].body += line + "\n"
      }
    }
    return sections
  }

  /// A file of the portal with its changes; `nil` where one of them is for no place, or for several.
  private func change(of path: RelativePath, by changes: String) -> String? {
    guard var text = files[path].map({ String(decoding: $0, as: UTF8.self) }) else { return nil }
    for change in changes.components(separatedBy: "~\n") {
      let lines = change.split(separator: "\n")
      let old = lines.filter { $0.hasPrefix("-") }.map { $0.dropFirst() + "\n" }.joined()
      let new = lines.filter { $0.hasPrefix("+") }.map { $0.dropFirst() + "\n" }.joined()
      if old.isEmpty {
        text += new
      } else {
        guard text.components(separatedBy: old).count == 2 else { return nil }
        text = text.replacing(old, with: new)
      }
    }
    return text
  }

  /// Takes a file, and the mark in it.
  private mutating func put(_ text: String, at path: RelativePath) {
    var bytes: [UInt8] = []
    var (line, column) = (1, 1)
    var mark: (line: Int, column: Int, start: Int)?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "⟦": mark = (line, column, bytes.count)
      case "⟧":
        if let mark {
          position = SourcePosition(
            path: path.text, line: mark.line, column: mark.column, length: bytes.count - mark.start)
        }
      case "⟨":
        let words = rest.prefix { $0 != "⟩" }
        rest = rest.dropFirst(words.count + 1)
        let made = RuleFixture.bytes(for: words)
        bytes += made
        column += made.count
      default:
        bytes += Array(String(character).utf8)
        column += character.utf8.count
        if character.isNewline { (line, column) = (line + 1, 1) }
      }
    }
    files[path] = bytes
  }

  private static func bytes(for words: Substring) -> [UInt8] {
    let parts = words.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    if parts[0] == "hex" {
      let digits = Array(parts[1].utf8)
      return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)
      }
    }
    let repeated = parts[1].split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let text = Array(repeated[1].replacing("\\n", with: "\n").utf8)
    return (0..<(Int(repeated[0]) ?? 0)).flatMap { _ in text }
  }
}
