/// Templates that can include each other by name.
package struct TemplateSet: Sendable {
  let templates: [ParsedTemplate]
  let indices: [[UInt8]: Int]

  /// Which templates include themselves, directly or by others.
  let areRecursive: [Bool]

  /// Parses templates; of two with the same name the later counts, so that a theme can replace
  /// built-in templates one by one.
  package init(_ sources: [TemplateSource]) {
    var indices: [[UInt8]: Int] = [:]
    var chosen: [TemplateSource] = []
    for source in sources {
      if let index = indices[Array(source.name.utf8)] {
        chosen[index] = source
      } else {
        indices[Array(source.name.utf8)] = chosen.count
        chosen.append(source)
      }
    }
    templates = chosen.map(TemplateParser.parse)
    self.indices = indices
    var graph = IncludeGraph(count: templates.count)
    for (index, template) in templates.enumerated() {
      for name in template.includedNames {
        if name.first == UInt8(ascii: "*") {
          for other in templates.indices { graph.connect(index, to: other) }
        } else if let other = indices[Array(name)] {
          graph.connect(index, to: other)
        }
      }
    }
    areRecursive = graph.nodesNearCycles
  }

  /// The mistakes in the syntax of all templates, used or not.
  package var errors: TemplateErrors? {
    let errors = templates.flatMap(\.errors)
    return errors.isEmpty ? nil : TemplateErrors(errors)
  }

  /// The names of all templates, as sources name them.
  package var names: [String] { templates.map(\.source.name) }

  /// Whether one of the templates includes another by name, or by a name that the data gives.
  package func mayInclude(_ name: String) -> Bool {
    templates.contains { template in
      template.includedNames.contains {
        $0.first == UInt8(ascii: "*") || $0.elementsEqual(name.utf8)
      }
    }
  }

  /// Compiles a template, with all that it includes, for one type of model.
  ///
  /// - Throws: All mistakes in the template and in those that it includes.
  package func compile<Model: TemplateModel>(
    _ name: String, for type: Model.Type
  ) throws(TemplateErrors) -> Template<Model> {
    let program = try compile(name, shape: .shape(of: type), rules: .typed)
    return Template(program: program, fields: Model.fields)
  }

  /// Compiles a template for data whose shape was inferred, by the rules of the Mustache
  /// specification: what is unknown is empty.
  package func compile<Model>(
    _ name: String, shape: TemplateShape, fields: [TemplateField<Model>]
  ) throws(TemplateErrors) -> Template<Model> {
    let program = try compile(name, shape: shape, rules: .specification)
    return Template(program: program, fields: fields)
  }

  private func compile(
    _ name: String, shape: TemplateShape, rules: TemplateCompiler.Rules
  ) throws(TemplateErrors) -> TemplateProgram {
    guard let index = indices[Array(name.utf8)] else {
      let source = TemplateSource(name: name, path: name, bytes: [])
      throw TemplateErrors([
        source.error(.missingTemplate(name, candidates: names), at: 0..<0)
      ])
    }
    var compiler = TemplateCompiler(self, shape: shape, rules: rules)
    compiler.compile(index)
    guard compiler.errors.isEmpty else { throw TemplateErrors(compiler.errors) }
    return compiler.program
  }

  /// The names of the blocks that each parent takes, itself or by what it includes.
  func blockNames(reachableFrom start: Int) -> Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    var seen: Set<Int> = [start]
    var pending = [start]
    while let index = pending.popLast() {
      let template = templates[index]
      for token in template.tokens where token.kind == .block {
        names.insert(Array(template.content(of: token)))
      }
      for name in template.includedNames {
        guard let other = indices[Array(name)], seen.insert(other).inserted else { continue }
        pending.append(other)
      }
    }
    return names
  }
}
