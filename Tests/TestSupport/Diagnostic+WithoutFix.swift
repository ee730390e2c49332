package import Diagnostics

extension Diagnostic {
  /// What is told, without its fix, which has tests of its own.
  package var withoutFix: Diagnostic {
    Diagnostic(id, severity, message, at: position, help: help)
  }
}
