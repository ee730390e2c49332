/// One element of a list of texts, shown as `{{.}}`.
@usableFromInline
package struct TextElement<Text: TemplateText>: TemplateModel {
  let text: Text

  @usableFromInline
  init(text: Text) { self.text = text }

  /// The text by the name `.`.
  @usableFromInline
  package static var fields: [TemplateField<Self>] { [.text(".") { $0.text }] }
}
