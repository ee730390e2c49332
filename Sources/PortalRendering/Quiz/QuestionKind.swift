import Bytes
import CommonMark

/// What a list of answers asks a learner to do.
enum QuestionKind: Sendable {
  /// An ordered list of boxes, one of them ticked.
  case single
  /// A bullet list of boxes, at least one of them ticked.
  case multiple
  /// Bullets that begin with `=`: words to write.
  case text
  /// A bullet such as `= 3.14 +- 0.01` or `= [1, 10]`: a number to write.
  case number
  /// Bullets with `->`: pairs to find.
  case matching
  /// An ordered list without boxes: steps to put in order.
  case ordering

  /// Reads what a list asks; `nil` for a list that is part of the question.
  init?(of list: MarkdownNode, _ math: MathSpans) {
    let isOrdered = list.orderedListStart != nil
    if list.children.contains(where: { $0.taskIsDone != nil }) {
      self = isOrdered ? .single : .multiple
      return
    }
    if isOrdered {
      self = .ordering
      return
    }
    let lines = list.children.map { $0.firstLine(math) }
    let answers = lines.compactMap(QuestionKind.answer)
    if !answers.isEmpty {
      self = answers.count == 1 && answers.allSatisfy(QuestionKind.isNumber) ? .number : .text
    } else if lines.contains(where: { QuestionKind.pair(in: $0) != nil }) {
      self = .matching
    } else {
      return nil
    }
  }

  /// The kind's name for scripts.
  var name: String {
    switch self {
    case .single: "single"
    case .multiple: "multiple"
    case .text: "text"
    case .number: "number"
    case .matching: "matching"
    case .ordering: "ordering"
    }
  }

  /// The words that tell a learner what to do, by their key.
  var instruction: String {
    switch self {
    case .single: "quiz_one"
    case .multiple: "quiz_many"
    case .text: "quiz_write"
    case .number: "quiz_number"
    case .matching: "quiz_match"
    case .ordering: "quiz_order"
    }
  }

  /// The answer of a line such as `= Paris` or `or= Lutetia`.
  static func answer(in line: [UInt8]) -> [UInt8]? {
    for prefix: StaticString in ["or= ", "= "] where line.hasPrefix(prefix) {
      let answer = line.dropFirst(prefix.utf8CodeUnitCount).trimmingASCIIWhitespace
      return answer.isEmpty ? nil : Array(answer)
    }
    return nil
  }

  /// The halves of a line such as `Canada -> Ottawa`.
  static func pair(in line: [UInt8]) -> (left: [UInt8], right: [UInt8])? {
    let arrow = [UInt8](" -> ")
    for index in line.indices where line[index...].starts(with: arrow) {
      let left = line[..<index].trimmingASCIIWhitespace
      let right = line[(index + arrow.count)...].trimmingASCIIWhitespace
      return left.isEmpty || right.isEmpty ? nil : (Array(left), Array(right))
    }
    return nil
  }

  /// Whether an answer is a number, with or without a tolerance, or a range.
  static func isNumber(_ answer: [UInt8]) -> Bool { bounds(of: answer) != nil }

  /// Whether words were probably meant as a number with a tolerance or as a range.
  static func isNearlyNumber(_ answer: [UInt8]) -> Bool {
    let numbers = answer.split { !$0.isASCIIDigit && !".,".utf8.contains($0) }.count {
      $0.contains(where: \.isASCIIDigit)
    }
    guard numbers > 0, !isNumber(answer) else { return false }
    let text = String(utf8: answer)
    let beginsWithNumber = answer.first?.isASCIIDigit == true
    if numbers > 1 || beginsWithNumber, ["+-", "±", "+/-"].contains(where: text.contains) {
      return true
    }
    let isInBrackets = "([".contains(text.first ?? " ") && ")]".contains(text.last ?? " ")
    let inner = isInBrackets ? answer.dropFirst().dropLast() : answer[...]
    let isBare = inner.allSatisfy { $0.isASCIIDigit || " .,;+-".utf8.contains($0) }
    // A range, or a number with a comma.
    let isRange = beginsWithNumber && text.contains("..")
    return isBare && (isInBrackets || isRange || numbers == 1 && inner.contains(UInt8(ascii: ",")))
  }

  /// The least and the greatest number that are right; the least may be greater by an author's
  /// mistake.
  static func bounds(of answer: [UInt8]) -> ClosedBounds? {
    let text = String(utf8: answer)
    if text.hasPrefix("["), text.hasSuffix("]") {
      let ends = text.dropFirst().dropLast().split(separator: ",").map(number)
      guard ends.count == 2, let least = ends[0], let greatest = ends[1] else { return nil }
      return ClosedBounds(least: least, greatest: greatest)
    }
    let parts = text.replacing("+-", with: "±").split(separator: "±").map(number)
    guard let first = parts.first, let middle = first, parts.count <= 2 else { return nil }
    guard let last = parts.last, let tolerance = parts.count == 2 ? last : 0 else { return nil }
    return ClosedBounds(least: middle - tolerance, greatest: middle + tolerance)
  }

  /// Two numbers, of which the first should not be the greater.
  struct ClosedBounds {
    let least: Double
    let greatest: Double
  }

  /// A decimal number; words such as "nan" and "infinity" are none, nor is what is too large to reckon with.
  private static func number(_ text: Substring) -> Double? {
    let digits = text.filter { $0 != " " }
    guard digits.utf8.contains(where: \.isASCIIDigit),
      digits.utf8.allSatisfy({ $0.isASCIIDigit || "+-.eE".utf8.contains($0) })
    else { return nil }
    return Double(digits).flatMap { abs($0) < 1e300 ? $0 : nil }
  }
}

extension MarkdownNode {
  /// The words of an item's first paragraph.
  func firstLine(_ math: MathSpans) -> [UInt8] {
    guard let paragraph = firstChild, paragraph.kind == .paragraph else { return [] }
    return math.restored(paragraph.plainText)
  }
}
