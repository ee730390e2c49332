extension CodeLanguage {
  static let sql = CodeLanguage(
    "SQL", "sql", "mysql", "postgres", "postgresql", "pgsql", "plpgsql", "sqlite", "tsql"
  ) { .sql }
}

extension Grammar {
  fileprivate static let sql = Grammar([
    .code(
      "code", words,
      [
        .line("--"), .enter("/*", "comment", .comment),
        .enter("'", "string", .string),
        .enter("\"", "quotedName", .property),
        .enter("`", "backquotedName", .property),
        .scan("$", Scanner.openTagged, into: "tagged", as: .string),
        .sigil("@", .variable), .sigil("@@", .variable),
        .mark("::", .plain), .sigil(":", .variable),
        .pointNumber,
      ]),
    .comment(),
    .string("string", end: "'", isMultiLine: true, [.mark("''", .string)]),
    Mode(name: "quotedName", text: .property, rules: [.leave("\"", .property)]),
    Mode(name: "backquotedName", text: .property, rules: [.leave("`", .property)]),
    Mode(name: "tagged", text: .string, rules: [.scan("$", Scanner.closeTagged, as: .string)]),
  ])

  private static let words = Words(
    keywords: """
      add after all alter analyze and any as asc autoincrement auto_increment before begin between \
      by cascade case cast check collate column comment commit conflict constraint create cross \
      cube current cursor database declare default deferrable delete desc distinct do domain drop \
      each else elsif end escape except exception execute exists explain extension fetch filter \
      first following for foreign from full function generated grant group grouping having if \
      ignore ilike immediate in index inner insert instead intersect into is isolation join key \
      language last lateral left level like limit loop materialized merge natural next no not \
      nothing nulls of offset on only or order outer over partition policy preceding primary \
      privileges procedure raise range recursive references release rename replace restrict \
      returning returns revoke right role rollback rollup row rows savepoint schema select \
      sequence set show similar some start table tablespace temp temporary then ties to \
      transaction trigger truncate type unbounded union unique update use using vacuum values \
      view when where while window with within without
      """,
    constants: "true false null current_date current_time current_timestamp",
    types: """
      bigint bigserial binary bit blob bool boolean bytea char character date datetime decimal \
      double enum float int integer interval json jsonb money nchar numeric nvarchar precision real \
      serial smallint smallserial text time timestamp timestamptz timetz tinyint uuid varbinary \
      varchar varying xml zone
      """,
    ignoresCase: true)
}
