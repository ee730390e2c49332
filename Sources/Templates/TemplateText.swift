/// A value that is shown as text: `{{name}}` writes it with `&`, `<`, `>` and `"` as references.
@usableFromInline
package protocol TemplateText: Sendable {
  /// Whether the value can be missing; the name is then looked up further outward.
  static var canBeAbsent: Bool { get }

  /// What a template writes or tests; empty text and the number 0 count as false.
  var templateValue: TemplateValue { get }
}

extension TemplateText {
  /// Text is there unless its type says otherwise.
  @inlinable
  package static var canBeAbsent: Bool { false }
}

extension String: TemplateText {
  /// The text itself.
  @inlinable
  package var templateValue: TemplateValue { .text(self) }
}

extension [UInt8]: TemplateText {
  /// The UTF-8 bytes of the text.
  @inlinable
  package var templateValue: TemplateValue { .bytes(self) }
}

extension Int: TemplateText {
  /// The number in decimal digits.
  @inlinable
  package var templateValue: TemplateValue { .number(self) }
}

extension Optional: TemplateText where Wrapped: TemplateText {
  /// `nil` stands for a missing value.
  @inlinable
  package static var canBeAbsent: Bool { true }

  /// The wrapped value, or nothing.
  @inlinable
  package var templateValue: TemplateValue { self?.templateValue ?? .absent }
}
