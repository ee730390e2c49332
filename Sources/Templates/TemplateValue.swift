/// What a field has for one model.
@usableFromInline
package enum TemplateValue {
  /// Nothing: the name is looked up further outward.
  case absent
  /// Nothing, and the search ends here.
  case null
  /// A condition.
  case flag(Bool)
  /// Text or HTML.
  case text(String)
  /// Text or HTML in UTF-8.
  case bytes([UInt8])
  /// A number to be written in decimal digits.
  case number(Int)
  /// At least one row: a list's elements, or a record.
  case rows(TemplateRows)

  /// The elements of a list, or a present false where there are none.
  @inlinable
  package static func list<Model>(
    _ models: [Model], fields: @autoclosure () -> [TemplateField<Model>]
  ) -> Self {
    if models.isEmpty { return .flag(false) }
    let fields = fields()
    return .rows(
      TemplateRows(count: models.count) { row, frame in
        let fields = fields.span
        let model = models[row]
        for index in frame.range {
          let entry = frame.entries[index]
          frame.set(entry, to: fields[entry.field].read(model))
        }
      })
  }

  /// A single row.
  @inlinable
  package static func record<Model>(_ model: Model, fields: [TemplateField<Model>]) -> Self {
    .rows(
      TemplateRows(count: 1) { _, frame in
        for index in frame.range {
          let entry = frame.entries[index]
          frame.set(entry, to: fields[entry.field].read(model))
        }
      })
  }

  /// Whether a section with this value is rendered.
  var isTruthy: Bool {
    switch self {
    case .absent, .null: false
    case .flag(let isSet): isSet
    case .text(let text): !text.isEmpty
    case .bytes(let bytes): !bytes.isEmpty
    case .number(let number): number != 0
    case .rows: true
    }
  }
}
