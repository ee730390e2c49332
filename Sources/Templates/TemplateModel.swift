/// A value that a template can show: the type says once which names it offers and how to read them.
///
/// Templates are compiled against the type, so a name that it does not offer is an error with a
/// position, and rendering looks nothing up.
@usableFromInline
package protocol TemplateModel: Sendable {
  /// The names that a template may use, each with the way to its value.
  static var fields: [TemplateField<Self>] { get }
}
