/// A template that is compiled for one type of model.
package struct Template<Model>: Sendable {
  let program: TemplateProgram
  let fields: [TemplateField<Model>]

  /// Appends what the template makes of `model` to `output`.
  ///
  /// The cost is linear in the operations run and the bytes written. Templates that include
  /// themselves are followed 1,000 levels deep.
  package func render(_ model: Model, into output: inout [UInt8]) {
    var machine = TemplateMachine(program, model, fields: fields)
    machine.run(into: &output)
  }
}
