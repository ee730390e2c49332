/// The smallest part of TeX that has a meaning.
struct Token: Sendable {
  let kind: Kind

  /// Where the token begins, in UTF-8 bytes.
  let start: Int

  /// Where the token ends, in UTF-8 bytes.
  let end: Int

  /// What a token is.
  enum Kind: Sendable, Equatable {
    /// A character, which combining marks may follow.
    case character(Unicode.Scalar)
    /// A command by its name without backslash.
    case command(String)
    case groupStart
    case groupEnd
    case superscript
    case `subscript`
    case prime
    case alignment
    case end
  }
}
