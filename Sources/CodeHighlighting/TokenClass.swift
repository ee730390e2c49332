/// What a piece of code is, which a theme shows as a colour.
///
/// The raw value is the ASCII letter that stands in the `class` attribute of the piece's `<span>`.
/// The letters are stable: themes depend on them.
package enum TokenClass: UInt8, CaseIterable, Sendable {
  /// Gets no span.
  case plain = 0x20

  /// `k`: a word the language reserves, a literal such as `true`, or a tag's name in markup.
  case keyword = 0x6B

  /// `s`: a string, character or regular expression.
  case string = 0x73

  /// `c`: a comment.
  case comment = 0x63

  /// `n`: a number, with its prefix and suffix.
  case number = 0x6E

  /// `f`: the name of a function that is declared or called, or of a command.
  case function = 0x66

  /// `t`: the name of a type, or a class or id in a style sheet.
  case type = 0x74

  /// `a`: an annotation, decorator or lifetime, or an attribute's name in markup.
  case attribute = 0x61

  /// `v`: a variable marked by a sigil, or what encloses an expression inside a string.
  case variable = 0x76

  /// `p`: a key or property.
  case property = 0x70

  /// `i`: an inserted line.
  case inserted = 0x69

  /// `d`: a deleted line.
  case deleted = 0x64

  /// `h`: a heading, section or other text about the text: preprocessor directive, document type.
  case heading = 0x68

  /// `g`: the prompt of a terminal.
  case prompt = 0x67

  /// `o`: what a program printed in a terminal.
  case output = 0x6F
}
