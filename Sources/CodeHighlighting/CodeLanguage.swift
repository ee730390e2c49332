import Bytes

/// A language that code can be coloured as.
package struct CodeLanguage: Sendable {
  /// The language's name as people write it, such as "JavaScript".
  package let label: String

  /// The names that authors write after a code fence, in small letters; the first is the usual one.
  let names: [String]

  /// The compiled grammar, made on first use.
  let grammar: @Sendable () -> Grammar

  init(_ label: String, _ names: String..., grammar: @escaping @Sendable () -> Grammar) {
    self.label = label
    self.names = names
    self.grammar = grammar
  }
}

extension CodeLanguage {
  /// The language of a name or alias as GitHub knows them, in letters of any case.
  package static func named(_ name: some Collection<UInt8>) -> CodeLanguage? {
    let found = name.withContiguousStorageIfAvailable { index.value(of: $0, ignoringCase: true) }
    let position =
      found
      ?? Array(name).withUnsafeBufferPointer { index.value(of: $0, ignoringCase: true) }
    return position.map { all[Int($0)] }
  }

  private static let index = WordTable(
    all.enumerated().flatMap { position, language in
      language.names.map { (Array($0.utf8), UInt16(position)) }
    })
}

extension CodeLanguage {
  /// Appends `code` as HTML text with `<span class="…">` around what has a ``TokenClass``.
  ///
  /// No span reaches over the end of a line, and without the spans the text is `code` byte for byte.
  /// The time is linear in the length of the code, whatever the code is.
  package func highlight(_ code: UnsafeBufferPointer<UInt8>, into page: inout [UInt8]) {
    let grammar = grammar()
    withUnsafeTemporaryAllocation(
      byteCount: SpanWriter.bufferSize, alignment: 8
    ) { buffer in
      grammar.withTables { tables in
        var start = [grammar.start]
        if let (text, mode) = grammar.startWithout, !code.contains(text) { start.append(mode) }
        var tokenizer = Tokenizer(
          tables, code, start: start, output: SpanWriter(code, through: buffer))
        swap(&tokenizer.output.page, &page)
        tokenizer.run()
        swap(&tokenizer.output.page, &page)
      }
    }
  }

  /// Appends `code` as HTML text with `<span class="…">` around what has a ``TokenClass``.
  package func highlight(_ code: some Collection<UInt8>, into page: inout [UInt8]) {
    let done: Void? = code.withContiguousStorageIfAvailable { highlight($0, into: &page) }
    if done == nil { Array(code).withUnsafeBufferPointer { highlight($0, into: &page) } }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes of `text` stand somewhere.
  fileprivate func contains(_ text: StaticString) -> Bool {
    indices.contains { self[$0] == text.utf8Start[0] && self[$0...].hasPrefix(text) }
  }
}
