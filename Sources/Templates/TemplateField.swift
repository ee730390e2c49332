/// A name that a model offers to templates, what kind of value it has, and the way to the value.
///
/// A field that a template uses is read once for each model, even where the section around it turns
/// out to be false; a field that no template uses is never read.
@usableFromInline
package struct TemplateField<Model>: Sendable {
  /// What the compiler needs to know.
  @usableFromInline
  package let signature: TemplateFieldSignature

  /// Reads the value.
  @usableFromInline
  package let read: @Sendable (Model) -> TemplateValue

  /// Offers a value whose kind is known only from data, which is how shapes are inferred.
  @inlinable
  package init(
    _ name: String, _ kind: TemplateFieldSignature.Kind, canBeAbsent: Bool,
    _ read: @escaping @Sendable (Model) -> TemplateValue
  ) {
    signature = TemplateFieldSignature(
      name: Array(name.utf8), kind: kind, canBeAbsent: canBeAbsent)
    self.read = read
  }

  /// Offers text: `{{name}}` escapes it, and `{{{name}}}` is an error.
  @inlinable
  package static func text<Text: TemplateText>(
    _ name: String, _ read: @escaping @Sendable (Model) -> Text
  ) -> Self {
    Self(name, .text, canBeAbsent: Text.canBeAbsent) { read($0).templateValue }
  }

  /// Offers HTML that is ready to be sent: `{{{name}}}` writes it as it is, and `{{name}}` is an
  /// error.
  @inlinable
  package static func html(
    _ name: String, _ read: @escaping @Sendable (Model) -> [UInt8]?
  ) -> Self {
    Self(name, .html, canBeAbsent: true) { read($0).templateValue }
  }

  /// Offers a condition for sections.
  @inlinable
  package static func flag(
    _ name: String, _ read: @escaping @Sendable (Model) -> Bool
  ) -> Self {
    Self(name, .flag, canBeAbsent: false) { .flag(read($0)) }
  }

  /// Offers a list of models; within its section the names `first` and `last` tell the ends, unless
  /// the element's own fields have these names.
  @inlinable
  package static func list<Element: TemplateModel>(
    _ name: String, _ read: @escaping @Sendable (Model) -> [Element]
  ) -> Self {
    Self(name, .list(.shape(of: Element.self)), canBeAbsent: false) {
      .list(read($0), fields: Element.fields)
    }
  }

  /// Offers a list of texts; within its section `{{.}}` is the element.
  @inlinable
  package static func texts<Text: TemplateText>(
    _ name: String, _ read: @escaping @Sendable (Model) -> [Text]
  ) -> Self {
    .list(name) { read($0).map(TextElement.init) }
  }

  /// Offers another model, by section (`{{#name}}…{{/name}}`) or by dotted name (`{{name.part}}`).
  @inlinable
  package static func record<Record: TemplateModel>(
    _ name: String, _ read: @escaping @Sendable (Model) -> Record
  ) -> Self {
    Self(name, .record(.shape(of: Record.self)), canBeAbsent: false) {
      .record(read($0), fields: Record.fields)
    }
  }

  /// Offers another model that may be missing.
  @inlinable
  package static func record<Record: TemplateModel>(
    _ name: String, _ read: @escaping @Sendable (Model) -> Record?
  ) -> Self {
    Self(name, .record(.shape(of: Record.self)), canBeAbsent: true) {
      read($0).map { .record($0, fields: Record.fields) } ?? .absent
    }
  }

  /// Offers texts whose names come from data, such as a catalogue of UI strings.
  ///
  /// With `next` among `names`, `{{name.next}}` is the text at its index in what `read` gives; what is
  /// missing at the end is absent. The names may have dots.
  @inlinable
  package static func strings<Text: TemplateText>(
    _ name: String, names: [String], _ read: @escaping @Sendable (Model) -> [Text]
  ) -> Self {
    let signatures = names.map {
      TemplateFieldSignature(name: Array($0.utf8), kind: .text, canBeAbsent: true)
    }
    let id = TemplateShape.ID.strings(of: ObjectIdentifier(Model.self), name: name)
    let shape = TemplateShape(id: id) { signatures }
    return Self(name, .record(shape), canBeAbsent: false) { model in
      let texts = read(model)
      return .rows(
        TemplateRows(count: 1) { _, frame in
          for index in frame.range {
            let entry = frame.entries[index]
            let isThere = texts.indices.contains(entry.field)
            frame.set(entry, to: isThere ? texts[entry.field].templateValue : .absent)
          }
        })
    }
  }
}
