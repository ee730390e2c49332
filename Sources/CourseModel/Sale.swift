package import Diagnostics

/// A lower price for a time.
package struct Sale: Sendable {
  package var price: Located<Price>?
  /// The last day on which the lower price holds.
  package var until: Located<CalendarDate>?
  /// The sale itself.
  package var position: SourcePosition

  /// A sale that says nothing yet.
  package init(at position: SourcePosition) { self.position = position }
}
