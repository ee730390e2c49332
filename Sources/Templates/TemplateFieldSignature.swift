/// A field without the type that it is read from.
@usableFromInline
package struct TemplateFieldSignature: Sendable {
  /// The UTF-8 bytes of the name.
  @usableFromInline
  package let name: [UInt8]

  /// What the value is.
  @usableFromInline
  package let kind: Kind

  /// Whether the value can be missing, so that the name is looked up further outward.
  @usableFromInline
  package let canBeAbsent: Bool

  /// Describes a field.
  @usableFromInline
  package init(name: [UInt8], kind: Kind, canBeAbsent: Bool) {
    self.name = name
    self.kind = kind
    self.canBeAbsent = canBeAbsent
  }

  /// What a value is.
  @usableFromInline
  package enum Kind: Sendable {
    /// Text that must be escaped.
    case text
    /// HTML that must not be escaped.
    case html
    /// A value of unknown origin that templates may write either way.
    case scalar
    /// A condition.
    case flag
    /// Rows of a shape.
    case list(TemplateShape)
    /// One row of a shape.
    case record(TemplateShape)

    /// The shape of the rows, if there are any.
    var shape: TemplateShape? {
      switch self {
      case .list(let shape), .record(let shape): shape
      case .text, .html, .scalar, .flag: nil
      }
    }

    /// Whether a section that is written for one kind fits the other too.
    func isInterchangeable(with other: Self) -> Bool {
      switch (self, other) {
      case (.text, .text), (.html, .html), (.scalar, .scalar), (.flag, .flag): true
      case (.list(let shape), .list(let other)), (.record(let shape), .record(let other)):
        shape.id == other.id
      default: false
      }
    }
  }
}
