import Bytes
import CourseModel
import Diagnostics
import Files

/// The numbers of files and folders that order lessons are all there, each once.
enum LessonOrder: CourseRule {
  static func findings(in checked: CheckedCourse) -> [Diagnostic] {
    var folders: [RelativePath: [Int: RelativePath]] = [:]
    var findings: [Diagnostic] = []
    for path in entries(of: checked) {
      guard let number = number(of: path) else { continue }
      if let first = folders[path.parent, default: [:]].updateValue(path, forKey: number) {
        folders[path.parent]?[number] = first
        // A lesson comes before the folder of its number, which it may introduce.
        if first.fileExtension == path.fileExtension { findings.append(twice(path, as: first)) }
      }
    }
    for (_, numbers) in folders { findings += gaps(in: numbers) }
    return findings
  }

  /// The lessons and folders of a course; withheld ones too, as they keep their numbers.
  private static func entries(of checked: CheckedCourse) -> [RelativePath] {
    var paths: Set<RelativePath> = []
    for file in checked.files where ["md", "markdown"].contains(file.fileExtension) {
      var path = file
      while path != checked.course.folder, path != .root {
        paths.insert(path)
        path = path.parent
      }
    }
    return paths.sorted()
  }

  private static func number(of path: RelativePath) -> Int? {
    let digits = path.name.utf8.prefix(while: \.isASCIIDigit)
    guard (1...6).contains(digits.count), path.name.utf8.dropFirst(digits.count).first == 0x2D
    else { return nil }
    return Int(Substring(digits))
  }

  /// A number that is missing in a row that counts by one.
  private static func gaps(in numbers: [Int: RelativePath]) -> [Diagnostic] {
    let ordered = numbers.keys.sorted()
    let steps = zip(ordered, ordered.dropFirst()).map { ($0, $1) }
    // Who numbers by tens leaves room on purpose.
    let regular = steps.count { $1 == $0 + 1 }
    guard regular * 2 >= steps.count else { return [] }
    return steps.filter { $1 > $0 + 1 }.compactMap { before, after in
      guard let path = numbers[after], let previous = numbers[before] else { return nil }
      return Diagnostic(
        "lesson-order", .note, "\"\(path.name)\" comes after \"\(previous.name)\"",
        at: SourcePosition(path: path.text), help: "number them without gaps")
    }
  }

  private static func twice(_ path: RelativePath, as first: RelativePath) -> Diagnostic {
    Diagnostic(
      "lesson-order", .note, "\"\(path.name)\" has the number of \"\(first.name)\"",
      at: SourcePosition(path: path.text), help: "give one of them another number")
  }
}
