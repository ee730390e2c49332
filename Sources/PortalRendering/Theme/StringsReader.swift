import Bytes
import Diagnostics
import Files
import YAMLTree

/// Reads the files of the interface's words, the built-in English ones first.
struct StringsReader {
  private(set) var texts: [String: String] = [:]
  private(set) var plurals: [String: [String: String]] = [:]
  /// The built-in English texts, whose places others may fill.
  private var original: [String: String] = [:]
  /// The keys that each file names, by its name; of several files with one name those of all.
  private var named: [String: Set<String>] = [:]

  /// Takes the words of a file, if there is one; without `addsKeys` only those of keys that are known.
  mutating func read(
    _ name: String, in folder: FileTree, addsKeys: Bool, _ diagnostics: inout [Diagnostic]
  ) {
    guard case .bytes(let bytes)? = folder[RelativePath(name)] else { return }
    let entries: [YAMLEntry]
    do throws(YAMLError) {
      entries = try YAMLTree.parse(bytes, path: "theme/strings/\(name)")?.entries ?? []
    } catch {
      diagnostics.append(error.diagnostic)
      return
    }
    var keys = named[name] ?? []
    for entry in entries {
      guard let key = entry.key.text else { continue }
      keys.insert(key)
      if !addsKeys, let mistake = mistake(in: entry, of: key, in: name) {
        diagnostics.append(mistake)
        continue
      }
      if let text = entry.value.text { texts[key] = text }
      for form in entry.value.entries ?? [] {
        if let category = form.key.text { plurals[key, default: [:]][category] = form.value.text }
      }
    }
    named[name] = keys
    if original.isEmpty { original = texts }
  }

  /// The words that the files of a language leave to English; `nil` if it has no file, or all words.
  func missingWords(in language: String) -> Diagnostic? {
    guard language != "en", let named = named["\(language).yml"] else { return nil }
    let missing = (texts.keys.sorted() + plurals.keys.sorted()).filter { !named.contains($0) }
    guard !missing.isEmpty else { return nil }
    let shown = missing.count <= 6 ? missing.count : 4
    let names = missing.prefix(shown).map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      "theme-words", .note,
      "the interface has no words in \"\(language)\" for \(names)"
        + (shown < missing.count ? " and \(missing.count - shown) more" : "")
        + ", and shows English ones", at: SourcePosition(path: "theme/strings/\(language).yml"),
      help: "add them; clevio theme copy strings/en.yml writes all words to translate")
  }

  /// What is wrong with a line of a theme's own file.
  private func mistake(in entry: YAMLEntry, of key: String, in name: String) -> Diagnostic? {
    func warning(_ message: String, at node: YAMLNode, help: String) -> Diagnostic {
      let position = SourcePosition(
        path: "theme/strings/\(name)", line: node.line, column: node.column, length: node.length)
      return Diagnostic("theme-words", .warning, message, at: position, help: help)
    }
    let value = entry.value
    if plurals[key] != nil {
      guard let forms = value.entries else {
        return warning(
          "\"\(key)\" counts things, and has words for each form of the number", at: value,
          help: "write \(key): {one: …, other: …}, with the forms that the language has")
      }
      let stranger = forms.compactMap { strangePlace(in: $0.value.text ?? "", of: "{n}") }.first
      return stranger.map {
        warning("nothing fills the place \($0) of \"\(key)\"", at: value, help: "write {n}")
      }
    }
    guard texts[key] != nil else {
      let known = texts.keys.sorted() + plurals.keys.sorted()
      return warning(
        "the interface has no words called \"\(key)\"", at: entry.key,
        help: Suggestion.question(near: key, among: known)
          ?? "remove the line; where there is no such file yet, clevio theme copy strings/en.yml "
          + "writes one with all names")
    }
    guard let text = value.text else {
      return warning("\"\(key)\" takes a text", at: value, help: "write the words after the colon")
    }
    let original = original[key] ?? ""
    return strangePlace(in: text, of: original).map { place in
      let places = UIStrings.places(in: original)
      return warning(
        "nothing fills the place \(place) of \"\(key)\"", at: value,
        help: places.isEmpty
          ? "remove it; these words have no places"
          : "its places are \(places.joined(separator: ", "))")
    }
  }

  /// The first `{name}` of a text that another does not have.
  private func strangePlace(in text: String, of original: String) -> String? {
    let places = UIStrings.places(in: original)
    return UIStrings.places(in: text).first { !places.contains($0) }
  }
}

extension UIStrings {
  /// The places of a text that values are filled in for: `{n}`, `{total}`, in their order.
  static func places(in text: String) -> [String] {
    var places: [String] = []
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[open...].dropFirst()
      let name = rest.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "_") }
      guard !name.isEmpty, rest[name.endIndex...].first == UInt8(ascii: "}") else { continue }
      places.append("{\(Substring(name))}")
    }
    return places
  }
}
