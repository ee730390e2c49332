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
