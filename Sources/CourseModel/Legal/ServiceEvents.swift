/// How a service is told of what learners do.
package struct ServiceEvents: Hashable, Sendable {
  /// A function of an event's name and detail, in the form of a JavaScript expression; `{name}` stands for a
  /// parameter as JSON.
  package var script = ""
  /// What goes to the provider with the events.
  package var sends: LocalizedText?
  /// Whether the service is there for nothing else.
  package var isAlways = false

  /// Events of which nothing is said yet.
  package init() {}
}
