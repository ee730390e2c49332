/// Cuts a stream of bytes into messages, each of which ends with a NUL.
package struct DevToolsFrames: Sendable {
  private let greatestSize: Int
  private var rest: [UInt8] = []

  /// A stream of which nothing has come yet.
  ///
  /// - Parameter greatestSize: How many bytes may come without a NUL; a browser that writes more talks nonsense.
  package init(greatestSize: Int = 64 << 20) { self.greatestSize = greatestSize }

  /// Takes what came, in pieces of any size.
  ///
  /// - Returns: The messages that are now complete, in their order, without their NUL.
  /// - Throws: ``DevToolsNonsense`` if a message is too long.
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
    guard rest.count <= greatestSize else {
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
