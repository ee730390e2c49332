package import Diagnostics

/// A key that authors may write, wherever it has a meaning.
package struct AuthoringKey: Sendable {
  /// The key.
  package let name: String

  /// Where it may be written, and what it means there.
  package let uses: [Use]

  /// The rule that its values must keep to.
  package var valueRule: Diagnostic.ID { Diagnostic.ID(ofKey: name) }

  /// A meaning of a key.
  package struct Use: Hashable, Sendable {
    /// The kind of file, such as `a lesson`.
    package let file: String
    /// What the key means, in one sentence without a period.
    package let summary: String
    /// What values it takes, such as `true or false`.
    package let form: String
  }

  /// All keys, ordered by name; those with one rule for their values are one.
  package static let all: [AuthoringKey] = {
    var uses: [String: [Use]] = [:]
    for schema in AuthoringSchema.allCases { collect(schema.shape, of: schema.title, into: &uses) }
    collect(.record(fields: Field.catalogueService), of: "a file of the catalogue", into: &uses)
    return uses.map { AuthoringKey(name: $0.key, uses: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }()

  private static func collect(
    _ shape: ValueShape, of file: String, into uses: inout [String: [Use]]
  ) {
    switch shape {
    case .record(let keys):
      for key in keys {
        let use = Use(file: file, summary: key.summary, form: key.shape.words)
        if uses[key.name]?.contains(use) != true { uses[key.name, default: []].append(use) }
        collect(key.shape, of: file, into: &uses)
      }
    case .list(let inner), .mapping(let inner): collect(inner, of: file, into: &uses)
    case .anyOf(let shapes): for inner in shapes { collect(inner, of: file, into: &uses) }
    default: break
    }
  }
}

extension ValueShape {
  /// The values in words.
  fileprivate var words: String {
    switch self {
    case .text: "a text"
    case .pattern(let form): "a text of the form `\(form)`"
    case .address: "an address that begins with `https://`"
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .amount: "an amount"
    case .flag: "`true` or `false`"
    case .date: "a day such as `2027-01-31`"
    case .choice(let words) where words.count > 12: "a word such as `\(words[0])`"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(let item): "a list, of which each entry is \(item.words)"
    case .record: "keys with values"
    case .mapping(let value): "names, each with \(value.words)"
    case .anyOf(let shapes): shapes.map(\.words).joined(separator: ", or ")
    }
  }
}
