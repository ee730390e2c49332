import CourseModel
import Diagnostics
import YAMLTree

/// The state of reading one file: where it is, and what is wrong with it.
struct Decoding {
  /// The file's path.
  let path: String
  /// Whether unknown keys are errors.
  let isStrict: Bool
  /// Other tools' keys.
  let foreignKeys: ForeignKeys
  /// What prices without a code are in.
  let currency: Currency?
  /// What was found so far.
  var diagnostics: [Diagnostic] = []

  init(path: String, settings: PortalSettings) {
    self.path = path
    isStrict = settings.isStrict
    foreignKeys = settings.foreignKeys
    currency = settings.currency
  }

  func position(of node: YAMLNode) -> SourcePosition {
    SourcePosition(path: path, line: node.line, column: node.column, length: node.length)
  }

  /// Reports a mistake; `meant` is the text to write in place of the node's, where there is only one.
  mutating func error(
    _ id: Diagnostic.ID, _ message: String, at node: YAMLNode, help: String? = nil,
    meant: String? = nil
  ) {
    let position = position(of: node)
    let fix = meant.flatMap { meant in
      node.text.map { Fix(at: position, replacing: $0, with: meant) }
    }
    diagnostics.append(Diagnostic(id, .error, message, at: position, help: help, fix: fix))
  }

  mutating func warning(
    _ id: Diagnostic.ID, _ message: String, at node: YAMLNode, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(id, .warning, message, at: position(of: node), help: help))
  }

  /// Reads a document; of a key that is given twice both values are read, so that the mistakes in both are told.
  mutating func tree(of bytes: [UInt8], firstLine: Int = 1) -> YAMLNode? {
    var mistakes: [YAMLError] = []
    var root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLTree.parse(
        bytes, path: path, firstLine: firstLine, repeatedKeys: &mistakes)
    } catch {
      mistakes.append(error)
    }
    diagnostics += mistakes.map(\.diagnostic)
    return root
  }

  /// Decodes a mapping's values into `target`; every mistake is reported, none stops the others.
  mutating func decode<Target>(
    _ node: YAMLNode, into target: inout Target, by fields: [Field<Target>], of subject: String
  ) {
    guard let entries = node.entries else {
      if !node.isMissing {
        // A whole file has more keys than a line can name.
        let names = subject.hasSuffix("\"") ? fields.prefix(4).map { "\($0.name):" } : []
        error(
          "front-matter-value", "\(subject) takes keys with values", at: node,
          help: "write one \"key: value\" a line"
            + (names.isEmpty ? "" : ", such as \(names.joined(separator: ", "))"))
      }
      return
    }
    var taken: [String: String] = [:]
    // Most files have no unknown key.
    var written: Set<String>?
    for entry in entries {
      let key = entry.key.text ?? ""
      if key.hasPrefix("x-")
        || foreignKeys.ignored.contains(key) && !UnknownKey.closes(key, entry.value)
      {
        continue
      }
      let name = foreignKeys.aliases[key] ?? key
      if let other = taken.updateValue(key, forKey: name), other != key {
        error(
          "front-matter-key", "\"\(key)\" and \"\(other)\" are one key, \"\(name)\"",
          at: entry.key, help: "keep one of them; see front_matter: aliases: in clevio.yml")
      }
      if let field = fields.first(where: { $0.name == name }) {
        if !entry.value.isMissing {
          field.decode(entry.value, &target, &self)
        } else if field.needsValue {
          error(
            Diagnostic.ID(ofKey: name), "\"\(name)\" has no value", at: entry.key,
            help: "write a value after the colon, in quotes if it begins with #; or remove the line"
          )
        }
      } else {
        let keys = written ?? Set(entries.compactMap(\.key.text))
        written = keys
        reportUnknown(entry, as: name, among: fields.map(\.name), besides: keys, of: subject)
      }
    }
  }

  /// The only key that can be meant, unless the file has it already.
  private func fix(of key: YAMLNode, among names: [String], besides taken: Set<String>) -> Fix? {
    let fix = Fix(at: position(of: key), misspelt: key.text ?? "", among: names)
    return fix.flatMap { taken.contains($0.replacement) ? nil : $0 }
  }

  private mutating func reportUnknown(
    _ entry: YAMLEntry, as name: String, among names: [String], besides taken: Set<String>,
    of subject: String
  ) {
    let found = UnknownKey(
      name, value: entry.value, among: names, in: path, isOfFile: subject == path)
    let ignoring =
      path.hasSuffix(".yml")
      ? "remove it, or begin its name with x-"
      : "remove it, or name it under front_matter: ignore: in clevio.yml"
    diagnostics.append(
      Diagnostic(
        "front-matter-key", found.isMistake || isStrict ? .error : .warning,
        "\(subject) has no key \(quoted(entry.key))", at: position(of: entry.key),
        help: found.help ?? ignoring, fix: fix(of: entry.key, among: names, besides: taken)))
  }
}

extension Decoding {
  /// Whether a tag is that of a language, and not the code of a country; else an error is told.
  mutating func isLanguage(_ tag: LanguageTag, _ node: YAMLNode, for name: String) -> Bool {
    guard let meant = MistakenLanguage.meant(by: tag.primary) else { return true }
    error(
      Diagnostic.ID(ofKey: name), "\(quoted(node)) is no language's tag", at: node,
      help: "did you mean \"\(meant)\"?", meant: meant)
    return false
  }
}

extension Decoding {
  /// The text of a value, or of an item of a list.
  mutating func text(_ node: YAMLNode, for name: String, isItem: Bool = false) -> String? {
    if let text = node.text { return text }
    error(
      Diagnostic.ID(ofKey: name),
      "\(isItem ? "an entry of " : "")\"\(name)\" is \(quoted(node)), but takes a text", at: node,
      help: "write \(isItem ? "a text" : "the text after the colon"); "
        + "if it holds \": \" or begins with [ or {, put it in quotes")
    return nil
  }
}
