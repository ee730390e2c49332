/// The words of a mode and how the others are told apart; lists are separated by spaces.
struct Words: Sendable {
  /// Which words that begin with a capital name types.
  enum CapitalizedTypes: UInt8, Sendable {
    case none

    /// Those with a small letter, and single letters: `Int` and `T`, not `LIMIT`.
    case mixedCase

    /// Those without `_`: `URL` too.
    case any
  }

  /// Words after which an operand comes.
  var keywords: StaticString = ""

  /// Keywords only where another word, a literal or an opening bracket follows.
  var softKeywords: StaticString = ""

  /// Keywords that are values: `true`, `this`.
  var constants: StaticString = ""

  /// Keywords that the name of a function follows.
  var functionKeywords: StaticString = ""

  /// Keywords that the name of a type follows.
  var typeKeywords: StaticString = ""

  /// Keywords that the name of a type follows, only where a word follows.
  var softTypeKeywords: StaticString = ""

  /// Names of types.
  var types: StaticString = ""

  /// Names of functions or commands.
  var functions: StaticString = ""

  /// Names with the colour of variables.
  var variables: StaticString = ""

  /// Bytes of words besides letters, digits, `_` and what is not ASCII.
  var extraBytes: StaticString = ""

  /// Bytes that a word has after its first.
  var trailingBytes: StaticString = ""

  /// Whether `A` equals `a`.
  var ignoresCase = false

  var capitalized = CapitalizedTypes.none

  /// The class of a word before `(`.
  var call = TokenClass.function

  /// Whether a capitalized word before `(` is a function, rather than a type's initializer.
  var callsMayBeCapitalized = false

  /// A byte that gives the word before it a class: `=` or `:`; zero for none.
  var follower: UInt8 = 0
  var followedClass = TokenClass.plain

  /// Whether blanks may stand between the word and `follower`.
  var followerMayBeSpaced = false

  /// Whether keywords are keywords after a point too.
  var keepsKeywordsAfterPoint = false

  /// The class of all other words.
  var otherwise = TokenClass.plain
}
