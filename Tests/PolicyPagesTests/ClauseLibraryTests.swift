import CourseModel
import Diagnostics
import PolicyPages
import Templates
import Testing

@Suite struct ClauseLibraryTests {
  @Test(arguments: ClauseLibrary.languages)
  func everyClauseCompiles(language: LanguageTag) {
    let library = ClauseLibrary(in: language)
    #expect(
      library.diagnostics.isEmpty,
      "\(library.diagnostics.map { "\($0.position.path): \($0.message)" })")
    for document in PolicyDocument.allCases {
      #expect(
        !library.clauses(of: document).isEmpty, "no clauses of \(document) in \(language.text)")
      for clause in library.clauses(of: document) where clause.slot == nil {
        do throws(TemplateErrors) {
          _ = try PolicyWriter.compile(clause)
        } catch {
          for mistake in error.errors {
            Issue.record("\(clause.path):\(mistake.position.line): \(mistake.message)")
          }
        }
      }
    }
  }

  @Test func languagesHaveTheSameSections() {
    let english = ClauseLibrary(in: .english)
    for language in ClauseLibrary.languages {
      let other = ClauseLibrary(in: language)
      for document in PolicyDocument.allCases {
        let (first, second) = (english.clauses(of: document), other.clauses(of: document))
        #expect(first.map(\.section) == second.map(\.section))
        #expect(first.map(\.order) == second.map(\.order))
        #expect(first.map(\.answers) == second.map(\.answers))
        #expect(first.map(\.part) == second.map(\.part))
      }
    }
  }
}
