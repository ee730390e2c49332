/// A value that an author must give for a service.
package struct ServiceParameter: Hashable, Sendable {
  package var name: String
  /// A regular expression for the whole value.
  package var pattern: String

  /// Names a parameter.
  package init(name: String, pattern: String) {
    self.name = name
    self.pattern = pattern
  }
}

/// A value that an author gave for a service.
package struct ServiceValue: Sendable {
  package var name: Located<String>
  package var value: Located<String>

  /// Joins a name and a value.
  package init(name: Located<String>, value: Located<String>) {
    self.name = name
    self.value = value
  }
}
