import CourseModel
import Synchronization

/// Values that are made once for each language and then only read, because the program's own files never change.
final class LanguageCache<Value: Sendable>: Sendable {
  private let values = Mutex<[String: Value]>([:])

  /// The value of a language, made if it is the first time that it is asked for.
  func value(for language: LanguageTag, make: () -> Value) -> Value {
    values.withLock { values in
      if let known = values[language.text] { return known }
      let value = make()
      values[language.text] = value
      return value
    }
  }
}
