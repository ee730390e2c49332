import Bytes
import CCommonMark

/// Markdown parsed into a tree: CommonMark with GitHub's tables, task lists, strikethrough,
/// autolinks and footnotes.
package enum MarkdownDocument {
  /// Parses `source` and hands its root to `read`; the nodes live no longer than that call.
  ///
  /// Safe to call from several threads, but not from inside `read`. Ill-formed UTF-8 and NUL become
  /// U+FFFD.
  ///
  /// - Returns: What `read` made of it; `nil` if the text exceeds a ``MarkdownLimit``.
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
    guard MarkdownLimit.exceeded(by: source) == nil else { return nil }
    _ = extensionsAreRegistered
    clevio_arena_open()
    defer { clevio_arena_close() }
    let validating = source.isASCII() ? 0 : CMARK_OPT_VALIDATE_UTF8
    guard let parser = cmark_parser_new_with_mem(options | validating, clevio_arena()) else {
      return nil
    }
    for name in extensionNames {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    source.withMemoryRebound(to: CChar.self) { characters in
      cmark_parser_feed(parser, characters.baseAddress, characters.count)
    }
    return clevio_parser_finish(parser).map { read(MarkdownNode($0)) }
  }

  private static let options = CMARK_OPT_FOOTNOTES

  private static let extensionNames = ["table", "strikethrough", "autolink", "tasklist"]

  private static let extensionsAreRegistered: Void = cmark_gfm_core_extensions_ensure_registered()
}
