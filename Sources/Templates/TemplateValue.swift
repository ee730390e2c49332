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

/// The elements of a list, or a single record: models of one type, read row by row.
@usableFromInline
package struct TemplateRows {
  /// How many rows there are; at least one.
  @usableFromInline
  package let count: Int

  /// Reads the fields of a row that a template uses into its frame.
  @usableFromInline
  package let read: (_ row: Int, _ frame: inout TemplateFrame) -> Void

  /// Describes rows by how they are read.
  @inlinable
  package init(count: Int, read: @escaping (_ row: Int, _ frame: inout TemplateFrame) -> Void) {
    self.count = count
    self.read = read
  }
}

/// The slots for one model on the value stack, and what belongs into them.
@usableFromInline
package struct TemplateFrame {
  /// The value stack.
  @usableFromInline
  package var values: [TemplateValue]

  /// The index of the layout.
  var layout = 0

  /// Where the frame begins.
  @usableFromInline
  package var base: Int

  /// The entries of the frame's layout.
  @usableFromInline
  package var entries: [FrameLayout.Entry]

  /// Which of the entries are to be read.
  @usableFromInline
  package var range: Range<Int>

  /// Whether the model was reached by a dotted name; a missing value is then final.
  @usableFromInline
  package var isPart = false

  init(values: consuming [TemplateValue], layout: FrameLayout) {
    self.values = values
    base = 0
    entries = layout.entries
    range = 0..<layout.rowEntries
  }

  /// Puts a value into its slot, and its parts into theirs.
  @inlinable
  package mutating func set(_ entry: FrameLayout.Entry, to value: consuming TemplateValue) {
    if isPart || !entry.parts.isEmpty { return setParts(entry, to: value) }
    values[base + entry.slot] = value
  }

  /// Puts a value into its slot that has parts or is one.
  @usableFromInline
  mutating func setParts(_ entry: FrameLayout.Entry, to value: TemplateValue) {
    var value = value
    if isPart, case .absent = value { value = .null }
    if entry.slot >= 0 { values[base + entry.slot] = value }
    if entry.parts.isEmpty { return }
    let outer = (range, isPart)
    range = entry.parts
    if case .rows(let rows) = value {
      isPart = true
      rows.read(0, &self)
    } else {
      let substitute: TemplateValue = if case .absent = value { .absent } else { .null }
      for index in range { setParts(entries[index], to: substitute) }
    }
    (range, isPart) = outer
  }
}
