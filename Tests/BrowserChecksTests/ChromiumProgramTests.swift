import BrowserChecks
import Files
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct ChromiumProgramTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func install(_ name: String, mode: mode_t = 0o755) -> String {
    folder.write("#!/bin/sh\n", to: name)
    chmod(folder.path + "/" + name, mode)
    return folder.path + "/" + name
  }

  private func path(_ name: String? = nil, _ variables: [String: String] = [:]) throws -> String {
    let environment = ["PATH": "/nowhere:\(folder.path)"].merging(variables) { $1 }
    return try ChromiumProgram(named: name, environment: environment).path
  }

  @Test func takesWhatIsNamedBeforeWhatIsFound() throws {
    let found = install("chromium")
    let named = install("mine")
    #expect(try path() == found)
    #expect(try path(nil, ["CHROME": named]) == named)
    #expect(try path(nil, ["CHROMIUM": found, "CHROME": named]) == found)
    #expect(try path(nil, ["CHROMIUM": ""]) == found)
    #expect(try path("mine", ["CHROMIUM": found]) == named)
    #expect(try path(named) == named)
  }

  @Test(arguments: ["chromium-browser", "google-chrome", "google-chrome-stable", "chrome"])
  func knowsOtherNames(name: String) throws {
    let installed = install(name)
    #expect(try path() == installed)
  }

  @Test func takesNoOtherInPlaceOfTheNamed() throws {
    _ = install("chromium")
    let text = install("text", mode: 0o644)
    folder.makeFolder("folder")
    for name in [text, "missing", "/nowhere/chromium", folder.path + "/folder", "folder"] {
      let error = #expect(throws: FileError.self) { try path(name) }
      #expect(error?.description.contains("cannot start \(name): there is no program") == true)
    }
    let error = #expect(throws: FileError.self) { try path(nil, ["CHROMIUM": text]) }
    #expect(error?.cause == "there is no program, which CHROMIUM names, that can be run")
  }

  @Test func saysWhatToDoWhereThereIsNone() throws {
    let error = #expect(throws: FileError.self) { try path() }
    #expect(
      error?.description
        == "cannot start Chromium: none was found; install it, or name it with --browser-path or CHROMIUM"
    )
  }
}
