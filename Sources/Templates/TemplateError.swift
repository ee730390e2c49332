package import Diagnostics

/// A mistake in a template.
package struct TemplateError: Error, Hashable, Sendable {
  /// What is wrong.
  package let reason: Reason

  /// Where it is.
  package let position: SourcePosition

  /// The text of the line, without its end; empty where it is longer than 400 bytes.
  package let line: String

  /// The tag that brought the template in, where the mistake depends on it.
  package let includedFrom: SourcePosition?

  /// The longest line that is quoted, in bytes.
  static let longestLine = 400

  /// What can be wrong with a template.
  package enum Reason: Hashable, Sendable {
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// The tag has no end.
    case unclosedTag
    /// The tag is empty or has white space within its name.
    case malformedTag(String)
    /// A set-delimiter tag does not name two delimiters of at most 16 bytes.
    case malformedDelimiters
    /// A section, block or parent has no end.
    case unclosedSection(String)
    /// The end of a section, block or parent has no beginning.
    case unopenedSection(String)
    /// A tag other than a block stands directly within a parent, where it would be ignored.
    case tagWithinParent(String)
    /// The name is not offered here; `candidates` are those that are, the innermost first.
    case unknownName(String, candidates: [String])
    /// A dotted name goes on after a value that has no parts.
    case noParts(String)
    /// Text within three braces.
    case textAsHTML(String)
    /// HTML within two braces.
    case htmlAsText(String)
    /// A flag, list or record where a text or HTML is wanted.
    case notWritable(String)
    /// No template has the name.
    case missingTemplate(String, candidates: [String])
    /// The parent has no such block.
    case unknownBlock(String, candidates: [String])
    /// A template name is taken from the data, which typed templates do not allow.
    case dynamicName(String)
    /// Templates include each other without descending into the data; the names, in a circle.
    case endlessRecursion([String])
    /// Templates include each other so often that the whole grows out of bounds.
    case tooLarge
  }
}

/// All mistakes that were found at once, in the order of their positions.
package struct TemplateErrors: Error, Hashable, Sendable {
  /// The mistakes; never empty.
  package let errors: [TemplateError]

  /// Orders the mistakes and drops those that were found twice.
  init(_ errors: some Sequence<TemplateError>) {
    var places: [SourcePosition: Set<TemplateError.Reason>] = [:]
    self.errors = errors.filter { error in
      places[error.position, default: []].insert(error.reason).inserted
    }.sorted {
      $0.position == $1.position ? $0.message < $1.message : $0.position < $1.position
    }
  }
}

extension TemplateError {
  /// What is wrong, in lower case and without a period.
  package var message: String {
    switch reason {
    case .invalidUTF8: "template is not UTF-8"
    case .unclosedTag: "tag is not closed"
    case .malformedTag(let tag): "'\(tag)' is not a name"
    case .malformedDelimiters: "tag must name two delimiters of at most 16 bytes"
    case .unclosedSection(let name): "'\(name)' is not closed"
    case .unopenedSection(let name): "'\(name)' is closed but not open"
    case .tagWithinParent(let name): "'\(name)' stands in a parent outside its blocks"
    case .unknownName(let name, _): "unknown name '\(name)'"
    case .noParts(let name): "'\(name)' has no parts"
    case .textAsHTML(let name): "'\(name)' is text, not HTML"
    case .htmlAsText(let name): "'\(name)' is HTML, not text"
    case .notWritable(let name): "'\(name)' is neither text nor HTML"
    case .missingTemplate(let name, _): "no template is named '\(name)'"
    case .unknownBlock(let name, _): "parent has no block '\(name)'"
    case .dynamicName(let name): "template name '\(name)' is taken from the data"
    case .endlessRecursion(let names):
      "template includes itself without end: "
        + names.joined(separator: " > ")
    case .tooLarge: "templates include each other too often"
    }
  }

  /// What to do about it.
  package var help: String? {
    switch reason {
    case .invalidUTF8: "save the file as UTF-8"
    case .malformedDelimiters: "write {{=<% %>=}}"
    case .unclosedSection(let name): "write {{/\(name)}} where it ends"
    case .tagWithinParent: "move it into a block: {{$name}}…{{/name}}"
    case .textAsHTML(let name): "write {{\(name)}}"
    case .htmlAsText(let name): "write {{{\(name)}}}"
    case .notWritable(let name): "use it as a section: {{#\(name)}}…{{/\(name)}}"
    case .dynamicName: "name the template itself"
    case .endlessRecursion: "include it within a section that goes into the parts of its model"
    case .unknownName(let name, let candidates), .missingTemplate(let name, let candidates),
      .unknownBlock(let name, let candidates):
      Self.suggestion(for: name, among: candidates)
    case .unclosedTag, .malformedTag, .unopenedSection, .noParts, .tooLarge: nil
    }
  }

  /// The mistake as a finding, with the place that brought the template in.
  package var diagnostic: Diagnostic {
    let origin = includedFrom.map { "included from \($0.path):\($0.line):\($0.column)" }
    let parts = [help, origin].compactMap(\.self)
    return Diagnostic(
      id, .error, message, at: position,
      help: parts.isEmpty ? nil : parts.joined(separator: "; "))
  }

  private var id: Diagnostic.ID {
    switch reason {
    case .unknownName, .noParts: "template-name"
    case .textAsHTML, .htmlAsText, .notWritable: "template-kind"
    case .missingTemplate, .unknownBlock, .dynamicName: "template-include"
    case .endlessRecursion, .tooLarge: "template-recursion"
    case .invalidUTF8, .unclosedTag, .malformedTag, .malformedDelimiters, .unclosedSection,
      .unopenedSection, .tagWithinParent:
      "template-syntax"
    }
  }

  private static func suggestion(for name: String, among candidates: [String]) -> String? {
    if let nearest = Suggestion.nearest(to: name, among: candidates) {
      return "did you mean '\(nearest)'?"
    }
    guard !candidates.isEmpty else { return nil }
    let shown = candidates.prefix(20).joined(separator: ", ")
    return "known here: \(shown)\(candidates.count > 20 ? ", …" : "")"
  }
}
