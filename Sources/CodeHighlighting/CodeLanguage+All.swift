extension CodeLanguage {
  /// Every language.
  ///
  /// A new one is a file in `Languages` and a line here.
  package static let all: [CodeLanguage] = [
    plain,
    bash,
    c,
    cPlusPlus,
    cSharp,
    console,
    css,
    diff,
    dockerfile,
    go,
    html,
    ini,
    java,
    javaScript,
    json,
    kotlin,
    makefile,
    markdown,
    php,
    python,
    ruby,
    rust,
    sql,
    swift,
    toml,
    tsx,
    typeScript,
    xml,
    yaml,
  ]
}
