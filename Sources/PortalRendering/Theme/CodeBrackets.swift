import Bytes

/// A style sheet or a script, read only as far as its comments, quotes and brackets go.
struct CodeBrackets {
  enum Language {
    case styles
    case script
  }

  /// A mark without its counterpart.
  struct Lone {
    let range: Range<Int>
    /// Whether something begins with it that has no end; else nothing begins what it ends.
    let isOpen: Bool
  }

  /// The first mark that stands alone; nothing is read behind it.
  private(set) var lone: Lone?
  /// The texts in quotes, without them.
  private(set) var texts: [Range<Int>] = []
  private(set) var comments: [Range<Int>] = []

  private let bytes: [UInt8]
  private let language: Language
  /// The brackets that are open; `$` stands for code in a template literal.
  private var open: [(mark: UInt8, place: Int)] = []
  private var index = 0

  init(_ bytes: [UInt8], in language: Language) {
    self.bytes = bytes
    self.language = language
    while index < bytes.count, lone == nil { step() }
    if lone == nil, let last = open.last {
      lone = Lone(range: last.place..<(last.place + 1), isOpen: true)
    }
  }

  private func has(_ text: StaticString, at place: Int) -> Bool {
    place <= bytes.count && bytes[place...].hasPrefix(text)
  }

  private mutating func step() {
    if open.last?.mark == UInt8(ascii: "`") { return stepInTemplate() }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "/"): readSlash()
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readText(in: byte)
    case UInt8(ascii: "`") where language == .script: push(byte, at: index)
    case UInt8(ascii: "u") where language == .styles && has("url(", at: index): readAddress()
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): push(byte, at: index)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): pop(byte)
    default: index += 1
    }
  }

  private mutating func push(_ mark: UInt8, at place: Int) {
    open.append((mark, place))
    index += 1
  }

  private mutating func pop(_ mark: UInt8) {
    let expected: [UInt8] =
      switch mark {
      case UInt8(ascii: ")"): [UInt8(ascii: "(")]
      case UInt8(ascii: "]"): [UInt8(ascii: "[")]
      default: [UInt8(ascii: "{"), UInt8(ascii: "$")]
      }
    if let last = open.popLast() {
      if !expected.contains(last.mark) {
        lone = Lone(range: last.place..<(last.place + 1), isOpen: true)
      }
    } else {
      lone = Lone(range: index..<(index + 1), isOpen: false)
    }
    index += 1
  }

  private mutating func stepInTemplate() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "`"):
      open.removeLast()
      index += 1
    case UInt8(ascii: "$") where has("${", at: index):
      open.append((UInt8(ascii: "$"), index))
      index += 2
    default: index += 1
    }
  }

  private mutating func readSlash() {
    if has("/*", at: index) {
      guard let end = bytes[(index + 2)...].firstRange(ofBytes: "*/") else {
        lone = Lone(range: index..<(index + 2), isOpen: true)
        return
      }
      comments.append(index..<end.upperBound)
      index = end.upperBound
    } else if language == .script, has("//", at: index) {
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      comments.append(index..<end)
      index = end
    } else {
      index = (language == .script && mayBeginPattern ? endOfPattern : nil) ?? index + 1
    }
  }

  private mutating func readText(in quote: UInt8) {
    var end = index + 1
    while end < bytes.count, bytes[end] != quote, bytes[end] != UInt8(ascii: "\n") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < bytes.count, bytes[end] == quote else {
      lone = Lone(range: index..<(index + 1), isOpen: true)
      return
    }
    texts.append((index + 1)..<end)
    index = end + 1
  }

  /// Reads `url(…)`, in which an address may stand without quotes.
  private mutating func readAddress() {
    let start = index + 4
    let first = bytes[start...].first { !$0.isASCIIWhitespace }
    guard let first, first != UInt8(ascii: "\""), first != UInt8(ascii: "'"),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ")"))
    else { return push(UInt8(ascii: "("), at: index + 3, after: start) }
    index = end + 1
  }

  private mutating func push(_ mark: UInt8, at place: Int, after next: Int) {
    open.append((mark, place))
    index = next
  }

  // MARK: Patterns

  private static let wordsBeforePatterns = [
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do",
    "instanceof", "yield", "await",
  ]

  /// Whether a slash begins a regular expression, judged by what stands before it.
  private var mayBeginPattern: Bool {
    let before = bytes[..<index].reversed().drop { $0.isASCIIWhitespace }
    guard let last = before.first else { return true }
    if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == UInt8(ascii: "\"")
      || last == UInt8(ascii: "'") || last == UInt8(ascii: "`")
    {
      return false
    }
    guard CodeBrackets.isWord(last) else { return true }
    let word = before.prefix(16).prefix(while: CodeBrackets.isWord)
    return CodeBrackets.wordsBeforePatterns.contains(String(utf8: Array(word.reversed())))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || byte >= 0x80
  }

  /// Where the regular expression ends that begins here; `nil` if its line does.
  private var endOfPattern: Int? {
    var end = index + 1
    var isInClass = false
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass: return end + 1
      default: break
      }
      end += 1
    }
    return nil
  }
}
