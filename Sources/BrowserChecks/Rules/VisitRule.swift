import Files

/// A rule about what pages do at one moment of a visit.
protocol VisitRule {
  /// Whether a portal with this declaration can break it.
  static func applies(to declaration: Declaration) -> Bool

  /// Visits pages, and tells what they do that they should not.
  static func visit(_ round: VisitRound, _ findings: inout VisitFindings) throws(FileError)
}

extension VisitRule {
  static func applies(to declaration: Declaration) -> Bool { declaration.asks }
}
