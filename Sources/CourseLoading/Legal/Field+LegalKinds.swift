import CourseModel
import Diagnostics
import YAMLTree

extension Field {
  /// A text for all languages, or one for each.
  static func localized(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, LocalizedText) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .localizedText) { node, target, decoding in
      if let text = decoding.localizedText(node, for: name) { set(&target, text) }
    }
  }

  /// Texts of which each is one for all languages, or one for each.
  static func localizedList(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, [LocalizedText]) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .list(of: .localizedText)) {
      node, target, decoding in
      set(
        &target,
        (node.items ?? [node]).compactMap { decoding.localizedText($0, for: name) })
    }
  }

  /// Texts whose places do not matter; one text stands for a list of one.
  static func words(
    _ name: String, _ summary: String, _ set: @escaping @Sendable (inout Target, [String]) -> Void
  ) -> Field {
    texts(name, summary) { set(&$0, $1.map(\.value)) }
  }

  /// A period of ISO 8601.
  static func period(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, Located<CalendarPeriod>) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .period) { node, target, decoding in
      guard let period = node.text.flatMap(CalendarPeriod.init(parsing:)) else {
        decoding.error(
          Diagnostic.ID(ofKey: name), "\"\(name)\" is \(quoted(node)), which is no duration",
          at: node, help: decoding.helpForPeriod(node, name: name),
          meant: node.text.flatMap(ObviousValue.period))
        return
      }
      set(&target, Located(period, at: decoding.position(of: node)))
    }
  }

  /// A period, `session`, `until_erased`, or — where a rule in words will do — a text with a blank in it.
  static func retention(
    _ name: String, _ summary: String, takesWords: Bool,
    _ set: @escaping @Sendable (inout Target, Located<Retention>) -> Void
  ) -> Field {
    let short = ValueShape.anyOf([.period, .choice(["session", "until_erased"])])
    let shape = takesWords ? ValueShape.anyOf([short, .localizedText]) : short
    return Field(name: name, summary: summary, shape: shape) { node, target, decoding in
      let retention: Retention
      switch node.text {
      case "session": retention = .session
      case "until_erased": retention = .untilErased
      case let text?:
        if let period = CalendarPeriod(parsing: text) {
          retention = .period(period)
        } else if takesWords, text.contains(" ") {
          retention = .criteria(LocalizedText(text))
        } else {
          let words = takesWords ? ", or a rule in words" : ""
          decoding.error(
            Diagnostic.ID(ofKey: name), "\"\(name)\" is \(quoted(node)), which is no duration",
            at: node, help: decoding.helpForPeriod(node, name: name, orElse: words),
            meant: ObviousValue.period(text))
          return
        }
      case nil:
        guard takesWords, let text = decoding.localizedText(node, for: name) else {
          if !takesWords { _ = decoding.text(node, for: name) }
          return
        }
        retention = .criteria(text)
      }
      set(&target, Located(retention, at: decoding.position(of: node)))
    }
  }

  /// A country.
  static func country(
    _ name: String, _ summary: String, _ set: @escaping @Sendable (inout Target, String) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .country) { node, target, decoding in
      if let code = decoding.country(node, for: name) { set(&target, code) }
    }
  }

  /// Countries.
  static func countries(
    _ name: String, _ summary: String, _ set: @escaping @Sendable (inout Target, [String]) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .list(of: .country)) { node, target, decoding in
      set(&target, (node.items ?? [node]).compactMap { decoding.country($0, for: name) })
    }
  }

  /// A mail address.
  static func mail(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, Located<String>) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .mail) { node, target, decoding in
      guard let text = decoding.text(node, for: name) else { return }
      guard text.isMailAddress else {
        decoding.error(
          Diagnostic.ID(ofKey: name), "\"\(name)\" is \(quoted(node)), which is no mail address",
          at: node, help: "write one address, such as privacy@example.org")
        return
      }
      set(&target, Located(text, at: decoding.position(of: node)))
    }
  }

  /// Some of a few words, each of which may have another spelling.
  static func choices<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ summary: String, of type: Choice.Type,
    orAs spelling: (Choice) -> String = { $0.rawValue },
    _ set: @escaping @Sendable (inout Target, [Choice]) -> Void
  ) -> Field {
    locatedChoices(name, summary, of: type, orAs: spelling) { set(&$0, $1.map(\.value)) }
  }

  /// Some of a few words, whose places matter later.
  static func locatedChoices<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ summary: String, of type: Choice.Type,
    orAs spelling: (Choice) -> String = { $0.rawValue },
    _ set: @escaping @Sendable (inout Target, [Located<Choice>]) -> Void
  ) -> Field {
    let choices = Array(Choice.allCases)
    let words = choices.map(\.rawValue)
    let others = choices.map(spelling)
    let all = words + others.filter { !words.contains($0) }
    return Field(name: name, summary: summary, shape: .list(of: .choice(all))) {
      node, target, decoding in
      set(
        &target,
        (node.items ?? [node]).compactMap { item in
          let text = item.text ?? ""
          if let place = words.firstIndex(of: text) ?? others.firstIndex(of: text) {
            return Located(choices[place], at: decoding.position(of: item))
          }
          let question = Suggestion.question(near: item.text ?? "", among: words)
          decoding.error(
            Diagnostic.ID(ofKey: name), "\"\(name)\" has \(quoted(item)), which it does not take",
            at: item,
            help: question
              ?? "write some of \(words.joined(separator: ", "))",
            meant: item.text.flatMap { ObviousValue.choice($0, of: words, isDecisive: false) })
          return nil
        })
    }
  }
}

extension ValueShape {
  static let period = ValueShape.pattern(
    "^P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$")
  static let country = ValueShape.pattern("^[A-Z]{2}$")
  static let mail = ValueShape.pattern("^[^@ ]+@[^@ ]+\\.[^@ ]+$")
  static let localizedText = ValueShape.anyOf([.text, .mapping(of: .text)])
}

extension Decoding {
  /// A text for all languages, or one for each.
  mutating func localizedText(_ node: YAMLNode, for name: String) -> LocalizedText? {
    guard let entries = node.entries else {
      return text(node, for: name).map { LocalizedText($0) }
    }
    var texts: [(language: LanguageTag, text: String)] = []
    for entry in entries {
      guard let tag = entry.key.text.flatMap({ LanguageTag($0) }) else {
        error(
          Diagnostic.ID(ofKey: name),
          "\"\(name)\" has the key \(quoted(entry.key)), which names no language",
          at: entry.key, help: "write a text, or texts by language: {en: …, de: …}")
        continue
      }
      if let text = text(entry.value, for: name) { texts.append((tag, text)) }
    }
    return texts.isEmpty ? nil : LocalizedText(texts)
  }

  /// A code of ISO 3166-1.
  mutating func country(_ node: YAMLNode, for name: String) -> String? {
    if let text = node.text, text.utf8.count == 2,
      text.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    {
      return text
    }
    error(
      Diagnostic.ID(ofKey: name), "\"\(name)\" is \(quoted(node)), which is no country's code",
      at: node, help: "write two capital letters of ISO 3166, such as DE")
    return nil
  }

  /// What to write for a duration that has not the form of one.
  func helpForPeriod(_ node: YAMLNode, name: String, orElse words: String = "") -> String {
    let parts = (node.text ?? "").lowercased().split(separator: " ")
    let units: [(String, String)] = [("day", "D"), ("week", "W"), ("month", "M"), ("year", "Y")]
    if let number = parts.first.flatMap({ Int($0) }) {
      let unit = units.first { parts.last?.hasPrefix($0.0) == true }?.1 ?? "D"
      return "write \(name): P\(number)\(unit)"
    }
    return "write a duration of ISO 8601 such as P180D, P6M or P1Y\(words)"
  }
}

extension YAMLNode {
  /// The tree with what YAML's core schema calls nothing (`null`, `~`) left empty.
  var withoutNulls: YAMLNode {
    switch value {
    case .scalar(let text, isQuoted: false) where text == "null" || text == "~":
      YAMLNode(.scalar("", isQuoted: false), line: line, column: column)
    case .scalar: self
    case .sequence(let items):
      YAMLNode(.sequence(items.map(\.withoutNulls)), line: line, column: column)
    case .mapping(let entries):
      YAMLNode(
        .mapping(entries.map { YAMLEntry(key: $0.key, value: $0.value.withoutNulls) }),
        line: line, column: column)
    }
  }
}

extension String {
  /// Whether the text is the address of a mailbox, without a name before it.
  var isMailAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !utf8.contains { $0 <= 0x20 || "<>()[]\\,;:\"".utf8.contains($0) }
  }
}
