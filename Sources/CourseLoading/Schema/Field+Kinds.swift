import CourseModel
import Diagnostics
import YAMLTree

extension Field {
  /// A text.
  static func text(
    _ name: String, _ summary: String, _ set: @escaping @Sendable (inout Target, String) -> Void
  ) -> Field {
    located(name, summary) { set(&$0, $1.value) }
  }

  /// A text whose place matters later.
  static func located(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, Located<String>) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .text) { node, target, decoding in
      guard let text = decoding.text(node, for: name) else { return }
      set(&target, Located(text, at: decoding.position(of: node)))
    }
  }

  /// A list of texts; one text stands for a list of one.
  static func texts(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, [Located<String>]) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .anyOf([.list(of: .text), .text])) {
      node, target, decoding in
      let nodes = node.items ?? [node]
      set(
        &target,
        nodes.compactMap { item in
          decoding.text(item, for: name, isItem: node.items != nil).map {
            Located($0, at: decoding.position(of: item))
          }
        })
    }
  }

  /// `true` or `false`.
  static func flag(
    _ name: String, _ summary: String, _ set: @escaping @Sendable (inout Target, Bool) -> Void
  ) -> Field {
    locatedFlag(name, summary) { set(&$0, $1.value) }
  }

  /// `true` or `false`, with its place.
  static func locatedFlag(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, Located<Bool>) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .flag) { node, target, decoding in
      switch node.text {
      case "true": set(&target, Located(true, at: decoding.position(of: node)))
      case "false": set(&target, Located(false, at: decoding.position(of: node)))
      default:
        decoding.error(
          Diagnostic.ID(ofKey: name), "\"\(name)\" is \(quoted(node)), but takes true or false",
          at: node, help: "write \(name): true or \(name): false",
          meant: node.text.flatMap(ObviousValue.flag))
      }
    }
  }

  /// The same key, which must have a value: left open, it would decide by itself who sees or pays what.
  var needingValue: Field {
    Field(name: name, summary: summary, shape: shape, needsValue: true, decode: decode)
  }

  /// A whole number.
  static func number(
    _ name: String, _ summary: String, in range: ClosedRange<Int>,
    _ set: @escaping @Sendable (inout Target, Int) -> Void
  ) -> Field {
    locatedNumber(name, summary, in: range) { set(&$0, $1.value) }
  }

  /// A whole number, with its place.
  static func locatedNumber(
    _ name: String, _ summary: String, in range: ClosedRange<Int>,
    _ set: @escaping @Sendable (inout Target, Located<Int>) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .number(range)) { node, target, decoding in
      guard let number = node.text.flatMap({ Int($0) }), range.contains(number) else {
        let example = min(max(10, range.lowerBound), range.upperBound)
        decoding.error(
          Diagnostic.ID(ofKey: name),
          "\"\(name)\" is \(quoted(node)), but takes a whole number from \(range.lowerBound) to "
            + "\(range.upperBound)", at: node,
          help: "write digits only, such as \(name): \(example)")
        return
      }
      set(&target, Located(number, at: decoding.position(of: node)))
    }
  }

  /// A day.
  static func date(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, Located<CalendarDate>) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .date) { node, target, decoding in
      guard let date = node.text.flatMap(CalendarDate.init(parsing:)) else {
        decoding.error(
          Diagnostic.ID(ofKey: name),
          "\"\(name)\" is \(quoted(node)), which is no day of the calendar",
          at: node, help: "write the date as year-month-day, such as 2027-01-31",
          meant: node.text.flatMap(ObviousValue.date))
        return
      }
      set(&target, Located(date, at: decoding.position(of: node)))
    }
  }

  /// One of a few words; one that decides who sees or pays what must be there, and is not guessed.
  static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ summary: String, of type: Choice.Type,
    except excluded: [String] = [], isDecisive: Bool = false,
    _ set: @escaping @Sendable (inout Target, Choice) -> Void
  ) -> Field {
    locatedChoice(name, summary, of: type, except: excluded, isDecisive: isDecisive) {
      set(&$0, $1.value)
    }
  }

  /// One of a few words, with its place.
  static func locatedChoice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ summary: String, of type: Choice.Type,
    except excluded: [String] = [], isDecisive: Bool = false,
    _ set: @escaping @Sendable (inout Target, Located<Choice>) -> Void
  ) -> Field {
    let words = Choice.allCases.map(\.rawValue).filter { !excluded.contains($0) }
    return Field(name: name, summary: summary, shape: .choice(words), needsValue: isDecisive) {
      node, target, decoding in
      guard let text = node.text, words.contains(text), let choice = Choice(rawValue: text) else {
        let near = Suggestion.nearest(to: node.text ?? "", among: words)
        decoding.error(
          Diagnostic.ID(ofKey: name), "\"\(name)\" is \(quoted(node)), but takes \(list(words))",
          at: node,
          help: near.map { "write \(name): \($0)" } ?? "write one of these words",
          meant: node.text.flatMap {
            ObviousValue.choice($0, of: words, isDecisive: isDecisive)
          })
        return
      }
      set(&target, Located(choice, at: decoding.position(of: node)))
    }
  }

  /// What content may be used for, where a slip in the name of a licence of Creative Commons is told.
  static func license(_ set: @escaping @Sendable (inout Target, String) -> Void) -> Field {
    Field(name: "license", summary: "What the content may be used for", shape: .text) {
      node, target, decoding in
      guard let text = decoding.text(node, for: "license") else { return }
      if let meant = CreativeCommons.meant(by: text) {
        decoding.warning(
          "license-name", "\(quoted(node)) is no licence of Creative Commons", at: node,
          help: "did you mean \"\(meant)\"?")
      }
      set(&target, text)
    }
  }

  /// A language.
  static func language(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, LanguageTag) -> Void
  ) -> Field {
    locatedLanguage(name, summary) { set(&$0, $1.value) }
  }

  /// A language, with its place.
  static func locatedLanguage(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, Located<LanguageTag>) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .languageTag) { node, target, decoding in
      guard let tag = node.text.flatMap({ LanguageTag($0) }) else {
        decoding.error(
          Diagnostic.ID(ofKey: name), "\"\(name)\" is \(quoted(node)), which names no language",
          at: node, help: "write a BCP 47 tag such as en, de or pt-BR",
          meant: node.text.flatMap(ObviousValue.language))
        return
      }
      guard decoding.isLanguage(tag, node, for: name) else { return }
      set(&target, Located(tag, at: decoding.position(of: node)))
    }
  }

  /// A currency.
  static func currency(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, Currency) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .choice(Currency.codes)) { node, target, decoding in
      guard let currency = node.text.flatMap(Currency.init(code:)) else {
        let question = Suggestion.question(near: node.text ?? "", among: Currency.codes)
        decoding.error(
          "value-currency", "\(quoted(node)) is no currency of ISO 4217", at: node,
          help: question ?? "write three capital letters such as EUR")
        return
      }
      set(&target, currency)
    }
  }

  /// An address on the web.
  static func webAddress(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, Located<String>) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .address) { node, target, decoding in
      guard let text = decoding.text(node, for: name) else { return }
      guard PortalAddress.isWebAddress(text) else {
        decoding.error(
          Diagnostic.ID(ofKey: name), "\"\(name)\" is \(quoted(node)), which is no web address",
          at: node,
          help: "write the whole address, such as https://example.org/page")
        return
      }
      set(&target, Located(text, at: decoding.position(of: node)))
    }
  }

  /// Keys with values of their own, in place of those of `initial`.
  static func record<Inner: Sendable>(
    _ name: String, _ summary: String, fields: [Field<Inner>], of initial: Inner,
    _ set: @escaping @Sendable (inout Target, Inner) -> Void
  ) -> Field {
    record(name, summary, fields: fields, at: { _ in initial }, set)
  }

  /// Keys with values of their own, of something that knows its place.
  static func record<Inner>(
    _ name: String, _ summary: String, fields: [Field<Inner>],
    at make: @escaping @Sendable (SourcePosition) -> Inner,
    _ set: @escaping @Sendable (inout Target, Inner) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .record(fields: fields)) { node, target, decoding in
      var inner = make(decoding.position(of: node))
      decoding.decode(node, into: &inner, by: fields, of: "\"\(name)\"")
      // A value of another form is told, and is not to be told again for what it lacks.
      if node.entries != nil { set(&target, inner) }
    }
  }

  /// A list of keys with values of their own, in place of those of `initial`.
  static func records<Inner: Sendable>(
    _ name: String, _ summary: String, fields: [Field<Inner>], of initial: Inner,
    _ set: @escaping @Sendable (inout Target, [Inner]) -> Void
  ) -> Field {
    records(name, summary, fields: fields, from: { _, _ in initial }, set)
  }

  /// A list of keys with values of their own, of things that know their places.
  static func records<Inner>(
    _ name: String, _ summary: String, fields: [Field<Inner>],
    at make: @escaping @Sendable (SourcePosition) -> Inner,
    _ set: @escaping @Sendable (inout Target, [Inner]) -> Void
  ) -> Field {
    records(name, summary, fields: fields, from: { make($1.position(of: $0)) }, set)
  }

  /// A list of keys with values of their own, of things that begin as their entries say.
  static func records<Inner>(
    _ name: String, _ summary: String, fields: [Field<Inner>],
    from make: @escaping @Sendable (YAMLNode, Decoding) -> Inner,
    _ set: @escaping @Sendable (inout Target, [Inner]) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .list(of: .record(fields: fields))) {
      node, target, decoding in
      guard let items = node.items else {
        decoding.error(
          Diagnostic.ID(ofKey: name), "\"\(name)\" takes a list", at: node,
          help: "begin each entry with \"- \"")
        return
      }
      set(
        &target,
        items.compactMap { item in
          var inner = make(item, decoding)
          decoding.decode(item, into: &inner, by: fields, of: "an entry of \"\(name)\"")
          return item.entries != nil || item.isMissing ? inner : nil
        })
    }
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// The value as a message can hold it: in quotes, cut where it is long.
func quoted(_ node: YAMLNode) -> String {
  guard let text = node.text else { return node.items == nil ? "a mapping" : "a list" }
  return "\"" + (text.utf8.count <= 80 ? text : text.prefix(60) + "…") + "\""
}

extension Diagnostic.ID {
  /// The stable id of what can be wrong with a key's value: `value-checkout-url` for `checkout_url`.
  init(ofKey name: String) {
    self.init(stringLiteral: "value-" + name.split(separator: "_").joined(separator: "-"))
  }
}
