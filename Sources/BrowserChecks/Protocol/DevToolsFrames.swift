/// Cuts a stream of bytes into messages, each of which ends with a NUL.
package struct DevToolsFrames: Sendable {
  /// The greatest size of a message in bytes; a browser that writes more without a NUL talks nonsense.
  package static let greatestSize = 64 << 20

  private var rest: [UInt8] = []

  /// A stream of which nothing has come yet.
  package init() {}

  /// Takes what came, in pieces of any size.
  ///
  /// - Returns: The messages that are now complete, in their order, without their NUL.
  /// - Throws: ``DevToolsNonsense`` if a message exceeds ``greatestSize``.
  package mutating func take(_ bytes: some Collection<UInt8>) throws(DevToolsNonsense) -> [[UInt8]]
  {
    var messages: [[UInt8]] = []
    var pieces = bytes.split(separator: 0, omittingEmptySubsequences: false)[...]
    let last = pieces.popLast()
    for piece in pieces {
      messages.append(rest + piece)
      rest.removeAll(keepingCapacity: true)
    }
    rest.append(contentsOf: last ?? bytes[...])
    guard rest.count <= DevToolsFrames.greatestSize else {
      throw DevToolsNonsense(problem: "it sent a message without end")
    }
    return messages
  }
}

/// What a browser sent is no message of the DevTools protocol.
package struct DevToolsNonsense: Error, Hashable, Sendable {
  /// What is wrong, as a sentence about the browser without a period.
  package let problem: String
}
