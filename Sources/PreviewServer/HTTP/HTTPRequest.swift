import Bytes

/// A request as it was sent: nothing of it is decoded or trusted.
package struct HTTPRequest: Hashable, Sendable {
  /// The method, such as `GET`.
  package var method: [UInt8]

  /// The target up to its `?`, with its escapes.
  package var path: [UInt8]

  /// What follows the `?`, with its escapes; empty if nothing does.
  package var query: [UInt8]

  /// The header's fields, in their order.
  package var fields: [HTTPField]

  /// The body, to its last byte.
  package var body: [UInt8]

  /// Makes a request.
  package init(
    method: [UInt8], path: [UInt8], query: [UInt8] = [], fields: [HTTPField] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.fields = fields
    self.body = body
  }

  /// The values of a field, whose name is given in lower case, in their order.
  package func values(of name: StaticString) -> [[UInt8]] {
    fields.filter { $0.name.equals(name) }.map(\.value)
  }

  /// The value of a field that must not be there twice; `nil` where it is, or is missing.
  package func value(of name: StaticString) -> [UInt8]? {
    let all = values(of: name)
    return all.count == 1 ? all[0] : nil
  }
}
