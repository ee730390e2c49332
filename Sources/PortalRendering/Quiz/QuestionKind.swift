import Bytes
import CommonMark

/// What a list of answers asks a learner to do.
enum QuestionKind {
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
  init?(of list: MarkdownNode) {
    let items = Array(list.children)
    let isOrdered = list.orderedListStart != nil
    if items.contains(where: { $0.taskIsDone != nil }) {
      self = isOrdered ? .single : .multiple
    } else if isOrdered {
      self = .ordering
    } else if items.allSatisfy({ QuestionKind.answer(in: $0.firstLine) != nil }) {
      let answers = items.compactMap { QuestionKind.answer(in: $0.firstLine) }
      self = answers.count == 1 && answers.allSatisfy(QuestionKind.isNumber) ? .number : .text
    } else if items.allSatisfy({ QuestionKind.pair(in: $0.firstLine) != nil }) {
      self = .matching
    } else {
      return nil
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
  static func isNumber(_ answer: [UInt8]) -> Bool {
    let text = String(utf8: answer)
    if text.hasPrefix("["), text.hasSuffix("]") {
      let ends = text.dropFirst().dropLast().split(separator: ",")
      return ends.count == 2 && ends.allSatisfy { Double($0.filter { $0 != " " }) != nil }
    }
    let parts = text.replacing("+-", with: "±").split(separator: "±")
    return (1...2).contains(parts.count) && parts.allSatisfy { Double($0.filter { $0 != " " }) != nil }
  }
}

extension MarkdownNode {
  /// The words of an item's first paragraph.
  var firstLine: [UInt8] {
    guard let paragraph = firstChild, paragraph.kind == .paragraph else { return [] }
    return paragraph.plainText
  }
}
