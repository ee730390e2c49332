import Bytes

/// What a command of TeX does.
enum Command: Sendable {
  case symbol(Symbol)
  case function(String, LimitsPlacement)
  case operatorName
  case accent(Accent)
  case alphabet(Alphabet)
  case alphabetSwitch(Alphabet)
  case text(TextStyle)
  case space(Length)
  case measuredSpace
  case fraction(FractionKind)
  case infixFraction(FractionKind)
  case root
  case left
  case middle
  case right
  case bigDelimiter(Length, AtomClass)
  case limits(LimitsPlacement)
  case overset
  case underset
  case extensibleArrow(String)
  case substack
  case classed(AtomClass)
  case style(MathStyle)
  case phantom(Phantom)
  case boxed(Enclosure)
  case negation
  case dots
  case modulo(Modulo)
  case begin
  case end
  case newRow
  case tag
  case noTag
  case horizontalLine
  case refused(help: String)

  /// How a modulus is written.
  enum Modulo: Sendable {
    case binary
    case parenthesized
    case parenthesesOnly
    case bare
  }

  /// The command of a name, or `nil` if there is none.
  @inline(never)
  init?(named name: String) {
    guard let command = Self.named[name] else { return nil }
    self = command
  }

  /// All commands by their names without backslash.
  static let named: [String: Command] = {
    var commands: [String: Command] = [:]
    let symbols = SymbolTable.all.flatMap(\.symbols).map { ($0.name, Command.symbol($0.symbol)) }
    for (name, command) in symbols + constructs where commands[name] == nil {
      commands[name] = command
    }
    return commands
  }()

  /// All names of commands that are words, in order, those in capitals first.
  static let namesCapitalsFirst: [String] =
    named.filter { name, command in
      if case .refused = command { return false }
      return name.utf8.allSatisfy(\.isASCIILetter)
    }.keys.sorted()

  /// All names of commands that are words, in order, those in capitals last.
  static let names: [String] = {
    let isCapital = { (name: String) in name.utf8.first.map { $0 & 0x20 == 0 } ?? false }
    return namesCapitalsFirst.filter { !isCapital($0) } + namesCapitalsFirst.filter(isCapital)
  }()
}
