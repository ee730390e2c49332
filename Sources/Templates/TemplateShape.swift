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
