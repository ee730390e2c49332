/// The names that a frame of the context stack offers, without the type that they are read from.
@usableFromInline
package struct TemplateShape: Sendable {
  /// What tells shapes apart.
  @usableFromInline
  package let id: ID

  /// The names; asked for only when needed, because a model may contain its own kind.
  @usableFromInline
  package let fields: @Sendable () -> [TemplateFieldSignature]

  /// Describes fields.
  @usableFromInline
  package init(id: ID, fields: @escaping @Sendable () -> [TemplateFieldSignature]) {
    self.id = id
    self.fields = fields
  }

  /// Describes fields that were found in data; `number` tells the shape from others found there, and
  /// `fields` is a function because a shape may contain itself.
  package static func inferred<Model>(
    _ number: Int, fields: @escaping @Sendable () -> [TemplateField<Model>]
  ) -> Self {
    Self(id: .inferred(number)) { fields().map(\.signature) }
  }

  /// The shape that a model's type declares.
  @usableFromInline
  package static func shape<Model: TemplateModel>(of type: Model.Type) -> Self {
    Self(id: .model(ObjectIdentifier(type))) { Model.fields.map(\.signature) }
  }

  /// What tells shapes apart.
  @usableFromInline
  package enum ID: Hashable, Sendable {
    /// A type.
    case model(ObjectIdentifier)
    /// Texts with names from data.
    case strings(of: ObjectIdentifier, name: String)
    /// Data.
    case inferred(Int)
  }
}

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
