/// Which form of a word a number asks for (Unicode CLDR 46, plural rules for whole numbers).
///
/// Languages that are not named have one form for 1 and another for all else, as English has.
enum PluralCategory: String, CaseIterable {
  case zero
  case one
  case two
  case few
  case many
  case other

  /// - Parameters:
  ///   - number: How many there are, from 0 up.
  ///   - language: The primary subtag of a language.
  init(of number: Int, in language: String) {
    let (ten, hundred) = (number % 10, number % 100)
    // Whether the last two digits are read as one word that ends in "-teen" or the like.
    let isTeen = 11...19 ~= hundred
    switch language {
    case "ar": self = .arabic(number, hundred)
    case "ru", "uk", "be": self = .slavic(ten, hundred, rest: .many)
    case "sr", "hr", "bs": self = .slavic(ten, hundred, rest: .other)
    case "pl": self = number == 1 ? .one : ten == 1 ? .many : .slavic(ten, hundred, rest: .many)
    case "cs", "sk": self = number == 1 ? .one : 2...4 ~= number ? .few : .other
    case "sl":
      self = hundred == 1 ? .one : hundred == 2 ? .two : 3...4 ~= hundred ? .few : .other
    case "lt": self = isTeen || ten == 0 ? .other : ten == 1 ? .one : .few
    case "lv": self = isTeen || ten == 0 ? .zero : ten == 1 ? .one : .other
    case "is", "mk": self = ten == 1 && hundred != 11 ? .one : .other
    case "ro": self = number == 1 ? .one : number == 0 || 1...19 ~= hundred ? .few : .other
    case "he": self = number == 1 ? .one : number == 2 ? .two : .other
    case "fr", "pt", "hi", "fa", "bn", "am", "hy": self = number < 2 ? .one : .other
    case "zh", "ja", "ko", "vi", "th", "id", "ms", "my", "lo", "km": self = .other
    default: self = number == 1 ? .one : .other
    }
  }

  private static func arabic(_ number: Int, _ hundred: Int) -> PluralCategory {
    switch number {
    case 0: .zero
    case 1: .one
    case 2: .two
    default: 3...10 ~= hundred ? .few : hundred >= 11 ? .many : .other
    }
  }

  private static func slavic(_ ten: Int, _ hundred: Int, rest: PluralCategory) -> PluralCategory {
    if ten == 1, hundred != 11 { return .one }
    return 2...4 ~= ten && !(12...14 ~= hundred) ? .few : rest
  }
}
