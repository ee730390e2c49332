/// A JSON value that somebody else wrote, whose numbers stay the text that was sent.
package indirect enum ForeignJSON: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A number as it was written, so that none is rounded.
  case number([UInt8])
  case text([UInt8])
  case list([ForeignJSON])
  case object([[UInt8]: ForeignJSON])
}

extension ForeignJSON {
  /// A member; `nil` where this is no object, lacks it, or has `null` there.
  package subscript(_ name: StaticString) -> ForeignJSON? {
    guard case .object(let members) = self, let value = members[[UInt8](name)], value != .null
    else { return nil }
    return value
  }

  /// The member at the end of a path.
  package subscript(_ names: StaticString...) -> ForeignJSON? {
    var value: ForeignJSON? = self
    for name in names { value = value?[name] }
    return value
  }

  /// The bytes of a text; `nil` for anything else.
  package var text: [UInt8]? {
    if case .text(let text) = self { text } else { nil }
  }

  /// A text as a string; `nil` for anything else.
  package var string: String? { text.map { String(utf8: $0) } }

  /// A truth value; `nil` for anything else.
  package var flag: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The values of a list; `nil` for anything else.
  package var items: [ForeignJSON]? {
    if case .list(let items) = self { items } else { nil }
  }
}
