import CCommonMark

/// Markdown parsed into a tree: CommonMark with GitHub's tables, task lists, strikethrough, autolinks
/// and footnotes.
package enum MarkdownDocument {
  /// The widest table row that is read as a table; cmark-gfm's time grows with the square of it.
  package static let maximumCells = 500

  /// Parses `source` and hands its root to `read`; the nodes live no longer than that call.
  ///
  /// Safe to call from several threads. Ill-formed UTF-8 and NUL become U+FFFD.
  package static func read<Result>(
    _ source: some Collection<UInt8>, _ read: (MarkdownNode) -> Result
  ) -> Result? {
    let result: Result?? = source.withContiguousStorageIfAvailable { parse($0, read) }
    if let result { return result }
    return Array(source).withUnsafeBufferPointer { parse($0, read) }
  }

  private static func parse<Result>(
    _ source: UnsafeBufferPointer<UInt8>, _ read: (MarkdownNode) -> Result
  ) -> Result? {
    _ = extensionsAreRegistered
    defer { clevio_arena_reset() }
    guard let parser = cmark_parser_new_with_mem(options, clevio_arena()) else { return nil }
    for name in extensionNames where name != "table" || lineOfTooWideRow(in: source) == nil {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    source.withMemoryRebound(to: CChar.self) { characters in
      cmark_parser_feed(parser, characters.baseAddress, characters.count)
    }
    return clevio_parser_finish(parser).map { read(MarkdownNode($0)) }
  }

  private static let options =
    CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

  private static let extensionNames = ["table", "strikethrough", "autolink", "tasklist"]

  private static let extensionsAreRegistered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// The first line that is too wide for a table row, counted from 1.
  package static func lineOfTooWideRow(in source: [UInt8]) -> Int? {
    source.withUnsafeBufferPointer { lineOfTooWideRow(in: $0) }
  }

  private static func lineOfTooWideRow(in source: UnsafeBufferPointer<UInt8>) -> Int? {
    var line = 1
    var pipes = 0
    for byte in source {
      if byte == UInt8(ascii: "|") {
        pipes += 1
        if pipes > maximumCells { return line }
      } else if byte == UInt8(ascii: "\n") {
        line += 1
        pipes = 0
      }
    }
    return nil
  }
}
