/// Findings with all that reports for other programs say of them.
package struct Findings: Sendable {
  /// What was found, in the order in which it is told.
  package let all: [Diagnostic]

  /// The program's version.
  let version: String

  private let rule: @Sendable (String) -> Rule?
  private let folder: String
  private let source: @Sendable (String) -> [UInt8]?

  /// Joins findings and what is known of them.
  ///
  /// - Parameters:
  ///   - all: The findings, ordered.
  ///   - version: The program's version.
  ///   - folder: The portal's folder as seen from the repository, without a `/` at its end; empty for the
  ///     repository itself. Reports that other programs join with the repository name files from there.
  ///   - rule: What is known of a rule, by its id.
  ///   - source: The bytes of a file, by its path.
  package init(
    _ all: [Diagnostic], version: String, folder: String,
    rule: @escaping @Sendable (String) -> Rule?,
    source: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.all = all
    self.version = version
    self.folder = folder
    self.rule = rule
    self.source = source
  }

  /// The rules that found something, ordered by id, and how often.
  var counts: [(rule: String, count: Int)] { all.countsByRule }

  func rule(of id: String) -> Rule? { rule(id) }

  /// The path of a finding's file as seen from the repository.
  func path(of finding: Diagnostic) -> String {
    folder.isEmpty ? finding.position.path : "\(folder)/\(finding.position.path)"
  }

  /// Columns of each finding counted from 1 in code points, the end being the first after it; `nil` where a
  /// whole file is meant or the line cannot be read.
  ///
  /// Findings count in bytes, which no reader of these reports does.
  var columns: [Range<Int>?] {
    columns { $0.position == SourcePosition(path: $0.position.path) ? nil : $0.position }
  }

  /// The columns, counted likewise, of what each finding's fix takes away; `nil` where there is no fix.
  var fixColumns: [Range<Int>?] {
    columns { finding in
      finding.fix.map { fix in
        SourcePosition(
          path: finding.position.path, line: fix.line, column: fix.column,
          length: fix.original.utf8.count)
      }
    }
  }

  private func columns(of place: (Diagnostic) -> SourcePosition?) -> [Range<Int>?] {
    var current: (path: String, lines: SourceLines?)?
    return all.map { finding in
      guard let position = place(finding) else { return nil }
      if current?.path != position.path {
        current = (position.path, source(position.path).map(SourceLines.init))
      }
      guard let line = current?.lines?.line(position.line) else { return nil }
      let start = min(max(position.column - 1, 0), line.count)
      let end = min(start + max(position.length, 0), line.count)
      let first = line.prefix(start).codePoints + 1
      return first..<(first + line.dropFirst(start).prefix(end - start).codePoints)
    }
  }
}

extension Sequence<Diagnostic> {
  /// The rules that found something, ordered by id, and how often.
  package var countsByRule: [(rule: String, count: Int)] {
    var counts: [String: Int] = [:]
    for finding in self { counts[finding.id.description, default: 0] += 1 }
    return counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { ($0.key, $0.value) }
  }
}

extension Diagnostic {
  /// The message, and what to do in a line of its own.
  var messageWithHelp: String { help.map { "\(message)\n\($0)" } ?? message }
}

extension Collection<UInt8> {
  /// How many code points begin in UTF-8 bytes.
  fileprivate var codePoints: Int { count { $0 & 0xC0 != 0x80 } }
}
