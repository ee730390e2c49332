import TestSupport
import Testing

@Suite struct OutputPlaceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.writePortal()
  }

  private func run(_ arguments: String..., from place: String = "") throws -> Program.Outcome {
    try RunningProgram([Program.path] + arguments, in: folder.path + place).wait()
  }

  @Test(
    arguments: [
      ("", ["build", "portal"], "portal/public"), ("/portal", ["build"], "portal/public"),
      ("/portal", ["build", "."], "portal/public"), ("", ["build", "./portal/"], "portal/public"),
      ("/portal/courses", ["build", "../"], "portal/public"),
      ("", ["build", "portal", "-o", "out"], "out"),
      ("", ["build", "portal", "--output", "a/new/folder"], "a/new/folder"),
      ("/portal", ["build", "-o", "../out/"], "out"),
      ("/portal", ["build", "-o", "site"], "portal/site"),
      ("/portal/courses/knots", ["build", "../..", "-o", "../../../out"], "out"),
    ])
  func writesWhereTheUserSays(place: String, arguments: [String], output: String) throws {
    let outcome = try RunningProgram([Program.path] + arguments, in: folder.path + place).wait()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(folder.read("\(output)/courses/knots/reef.html") != nil)
    let written = folder.files.filter {
      !$0.hasPrefix(output + "/") && !$0.hasPrefix("portal/.clevio/") && !$0.hasSuffix(".md")
        && $0 != "portal/clevio.yml"
    }
    #expect(written == [])
  }

  @Test func takesAbsolutePaths() throws {
    let outcome = try run("build", folder.path + "/portal", "-o", folder.path + "/out")
    #expect(outcome.status == 0)
    #expect(folder.read("out/index.html") != nil)
  }

  @Test func writesTheSameBytesFromEveryPlace() throws {
    _ = try run("build", "portal", "-o", "one")
    _ = try run(
      "build", folder.path + "/portal", "-o", folder.path + "/two", from: "/portal/courses")
    #expect(folder.contents(of: "one").count > 10)
    #expect(folder.contents(of: "one") == folder.contents(of: "two"))
  }

  @Test(
    arguments: [
      "portal", ".", "", "portal/", "portal/courses", "portal/courses/knots/public", "portal/pages",
      "portal/theme", "portal/.clevio", "/", "portal/../portal", "link", "link/courses",
      "elsewhere/courses",
    ])
  func refusesPlacesAmongTheSources(output: String) throws {
    folder.link("link", to: folder.path + "/portal")
    folder.link("elsewhere", to: "portal")
    let before = folder.files
    let outcome = try run("build", "portal", "-o", output)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains("choose another with -o"))
    #expect(folder.files == before)
  }

  @Test func buildsAPortalThatIsReachedThroughALink() throws {
    folder.link("link", to: "portal")
    #expect(try run("build", "link").status == 0)
    let again = try run("build", "link")
    #expect(again.errors.contains(" 0 files written"))
    #expect(folder.read("portal/public/index.html") != nil)
  }

  @Test(arguments: ["page.html", "index.html", ".hidden", "folder/deep/file"])
  func refusesAFolderWithFilesOfOthers(file: String) throws {
    folder.write("mine", to: "out/" + file)
    let outcome = try run("build", "portal", "-o", "out")
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("out: it holds files that Clevio did not write"))
    #expect(folder.contents(of: "out") == [file: "mine"])
  }

  @Test func refusesAFileInPlaceOfTheFolder() throws {
    folder.write("mine", to: "out")
    let outcome = try run("build", "portal", "-o", "out")
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("out"))
    #expect(folder.read("out") == "mine")
  }

  @Test func writesOverItsOwnFilesOnly() throws {
    _ = try run("build", "portal", "-o", "out")
    folder.write("mine", to: "out/.htaccess")
    folder.write("spoilt", to: "out/courses/knots/reef.html")
    let outcome = try run("build", "portal", "-o", "out")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains(" 1 file written"))
    #expect(folder.read("out/.htaccess") == "mine")
    #expect(folder.read("out/courses/knots/reef.html")?.contains("Left over right.") == true)
  }

  @Test func doesNotFollowLinksThatSomebodyPutIntoTheOutput() throws {
    _ = try run("build", "portal", "-o", "out")
    folder.write("precious", to: "precious/reef.html")
    _ = try Program.shell(
      "rm -r out/courses/knots && ln -s ../../precious out/courses/knots", in: folder.path)
    let outcome = try run("build", "portal", "-o", "out")
    #expect(outcome.status == 74)
    #expect(folder.contents(of: "precious") == ["reef.html": "precious"])
    #expect(try run("clean", "portal", "-o", "out").status == 0)
    #expect(folder.contents(of: "precious") == ["reef.html": "precious"])
  }

  @Test func cleansOnlyWhatItWrote() throws {
    #expect(try run("clean", "portal").errors.contains("nothing to remove"))
    _ = try run("build", "portal")
    folder.write("mine", to: "portal/public/courses/notes.txt")
    let outcome = try run("clean", "portal")
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(folder.contents(of: "portal/public") == ["courses/notes.txt": "mine"])
    #expect(folder.read("portal/courses/knots/reef.md") != nil)
    #expect(try run("clean", "portal").errors.contains("nothing to remove"))
    // What is left is no portal of ours any more.
    #expect(try run("build", "portal").status == 74)
  }

  @Test func removesWhatASigningWroteAndAllThatIsRemembered() throws {
    let sources = folder.files
    for name in ["clevio-head.jws", "manifest.json", "manifest.json.minisig", "clevio-keys.jws"] {
      _ = try run("build", "portal")
      folder.write("signed", to: "portal/public/clevio-head.jws")
      folder.write("signed", to: "portal/public/" + name)
      #expect(try run("clean", "portal").status == 0)
      #expect(folder.files == sources)
      let rest = "test -e portal/public || test -e portal/.clevio"
      #expect(try Program.shell(rest, in: folder.path).status == 1)
    }
    // Without a signing it is the author's own, for browsers.
    _ = try run("build", "portal")
    folder.write("mine", to: "portal/public/manifest.json")
    #expect(try run("clean", "portal").status == 0)
    #expect(folder.contents(of: "portal/public") == ["manifest.json": "mine"])
  }

  @Test func removesWhatAnInterruptedBuildLeft() throws {
    folder.write("half", to: "portal/public/.clevio-staging/index.html")
    folder.write("mine", to: "portal/public/CNAME")
    let outcome = try run("clean", "portal")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("what an interrupted build left is removed"))
    #expect(folder.contents(of: "portal/public") == ["CNAME": "mine"])
    #expect(try Program.shell("test -e portal/.clevio", in: folder.path).status == 1)
  }

  @Test func buildsAndCleansAPortalThatWasMoved() throws {
    #expect(try run("build", "portal").status == 0)
    #expect(try Program.shell("mv portal moved", in: folder.path).status == 0)
    let outcome = try run("build", "moved")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(folder.read("moved/public/courses/knots/reef.html") != nil)
    #expect(try Program.shell("mkdir deep && mv moved deep", in: folder.path).status == 0)
    #expect(try run("clean", "deep/moved").errors.contains("files removed"))
    #expect(try Program.shell("test -e deep/moved/public", in: folder.path).status == 1)
  }

  @Test func removesTheFolderItMade() throws {
    _ = try run("build", "portal", "-o", "out/deep")
    #expect(try run("clean", "portal", "-o", "out/deep", "--quiet").errors == "")
    #expect(!folder.files.contains { $0.hasPrefix("out/deep") })
    #expect(try Program.shell("test -e out/deep", in: folder.path).status == 1)
  }

  @Test func cleansNothingThatABuildDidNotWrite() throws {
    folder.write("mine", to: "out/index.html")
    let outcome = try run("clean", "portal", "-o", "out")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("nothing to remove"))
    #expect(folder.contents(of: "out") == ["index.html": "mine"])
  }
}
