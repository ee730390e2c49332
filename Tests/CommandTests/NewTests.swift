import Foundation
import TestSupport
import Testing

@Suite struct NewTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    "academy", "My Academy", "Über uns", "🎉", "a'b\"c", "yes", "12", "- x: [", "#a",
  ])
  func beginsAPortalWithoutFindings(name: String) throws {
    let made = try folder.clevio("new", "portal", "./" + name)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output == "")
    let check = try folder.clevio("check", "./" + name, "--json")
    #expect(check.status == 0, "\(check.output)")
    #expect(check.output.contains("\"diagnostics\":[]"))
    #expect(try folder.clevio("build", "./" + name, "-q").errors == "")
    #expect(folder.read("\(name)/public/index.html") != nil)
  }

  @Test func beginsCoursesAndLessonsWithoutFindings() throws {
    _ = try folder.clevio("new", "portal", "academy", "--title", "The \"Academy\": it's #1")
    for arguments in [
      ["course", "bread"], ["course", "soup", "--title", "Soup: hot & \"clear\" #2"],
      ["lesson", "courses/bread"], ["lesson", "courses/bread", "--title", "What's: next? #3"],
      ["lesson", "courses/bread/01-dough/02-fold.md"], ["lesson", "courses/bread/01-dough"],
      ["lesson", "courses/soup"],
    ] {
      let made = try RunningProgram(
        [Program.path, "new"] + arguments + ["--in", "academy"], in: folder.path
      ).wait()
      #expect(made.status == 0, "\(arguments): \(made.errors)")
    }
    let check = try folder.clevio("check", "academy", "--json")
    #expect(check.status == 0, "\(check.output)")
    #expect(check.output.contains("\"diagnostics\":[]"))
    _ = try folder.clevio("build", "academy")
    let catalogue = try #require(folder.read("academy/public/index.html"))
    #expect(catalogue.contains("The &quot;Academy&quot;: it's #1"))
    #expect(catalogue.contains("Soup: hot &amp; &quot;clear&quot; #2"))
    #expect(folder.read("academy/public/courses/bread/dough/fold.html") != nil)
  }

  @Test func datesANewCourseSoThatFeedsTellOfIt() throws {
    _ = try folder.clevio("new", "portal", "academy")
    _ = try folder.clevio(
      "new", "course", "bread", "--now", "2027-01-10", "--in", "academy")
    #expect(folder.read("academy/courses/bread/index.md")?.contains("\ndate: 2027-01-10\n") == true)
    let empty = try folder.clevio("check", "academy", "--now", "2027-01-10")
    #expect(empty.errors.contains("the course \"bread\" has no lesson [course-empty]"))
    _ = try folder.clevio("new", "lesson", "courses/bread/01-dough.md", "--in", "academy")
    _ = try folder.clevio(
      "build", "academy", "--now", "2027-01-10", "--base-url", "https://academy.example/")
    #expect(folder.read("academy/public/feed.xml")?.contains("<title>Bread</title>") == true)
  }

  @Test func writesMailsAboutWhatLearnersDo() throws {
    _ = try folder.clevio("new", "portal", "academy")
    let mail = ["mail", "course-started", "first-steps", "--name", "Grace", "--in", "academy"]
    func write(_ more: String...) throws -> Program.Outcome {
      try folder.clevio(mail + more)
    }
    #expect(try write().errors.contains("the portal has no address"))
    folder.write("title: Academy\nurl: https://academy.example/\n", to: "academy/clevio.yml")
    let german = try write("--language", "de")
    #expect(german.status == 0, "\(german.errors)")
    #expect(german.output.hasPrefix("Subject: Sie haben „First steps“ begonnen\n\n"))
    #expect(german.output.contains("\nhttps://academy.example/courses/first-steps/index.html\n"))

    #expect(try folder.clevio("new", "mails", "--in", "academy").status == 0)
    let again = try folder.clevio("new", "mails", "--in", "academy")
    #expect(again.status == 1 && again.errors.contains("the file exists\n  help: change that file"))
    #expect(try folder.clevio("build", "academy").status == 0)
    let path = "academy/mails/en/course-started.txt"
    #expect(folder.read(path)?.contains("Hello {name},") == true)
    folder.write("Subject: Go, {name}\n\n{curse}\n", to: path)
    let broken = try write()
    #expect(broken.status == 1)
    #expect(broken.errors.contains("mails/en/course-started.txt:3"))
    #expect(broken.errors.contains("there is no place {curse}"))
    folder.write("Subject: Go, {name}\n\n{course}\n", to: path)
    #expect(try write().output == "Subject: Go, Grace\n\nFirst steps\n")
    #expect(
      try folder.clevio("mail", "course-started", "steps", "--name", "G", "--in", "academy").status
        == 1)
  }

  @Test func beginsAPortalInARepository() throws {
    folder.write("*.log\n", to: "repository/.gitignore")
    folder.write("# Ours\n", to: "repository/README.md")
    let made = try folder.clevio("new", "portal", "repository")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.errors.contains("repository/.gitignore stays as it is: add the lines /public/"))
    #expect(folder.read("repository/.gitignore") == "*.log\n")
    #expect(folder.read("repository/clevio.yml") != nil)
  }

  @Test(arguments: [["legal", "--name", "Ada"], ["mails"], ["course", "bread"], ["lesson", "a"]])
  func makesNoFolderThatWasMisspelt(arguments: [String]) throws {
    let made = try RunningProgram(
      [Program.path, "new"] + arguments + ["--in", "acdemy"], in: folder.path
    ).wait()
    #expect(made.status == 74)
    #expect(made.errors == "clevio: cannot read acdemy: No such file or directory\n")
    #expect(folder.files.isEmpty)
  }

  @Test func overwritesNothing() throws {
    _ = try folder.clevio("new", "portal", "academy")
    let before = folder.contents(of: "academy")
    #expect(try folder.clevio("new", "portal", "academy").status == 1)
    #expect(try folder.clevio("new", "course", "first-steps", "--in", "academy").status == 1)
    #expect(
      try folder.clevio(
        "new", "lesson", "courses/first-steps/01-start/01-write-a-lesson.md", "--in", "academy"
      )
      .status != 0)
    #expect(folder.contents(of: "academy") == before)
  }

  @Test(arguments: ["../out", "/tmp/out", "a/../../b", "", "Übung!", "a/b"])
  func refusesNamesThatAreNoNames(name: String) throws {
    _ = try folder.clevio("new", "portal", "academy")
    let before = folder.files
    let course = try folder.clevio("new", "course", name, "--in", "academy")
    #expect(course.status == 1 || course.status == 64)
    #expect(folder.files == before)
  }

  @Test(arguments: [
    "../out.md", "courses/../../out.md", "/tmp/clevio-out.md", "courses/none/x.md", "clevio.yml",
  ])
  func refusesLessonsOutsideCourses(path: String) throws {
    _ = try folder.clevio("new", "portal", "academy")
    let before = folder.files
    #expect(try folder.clevio("new", "lesson", path, "--in", "academy").status == 1)
    #expect(folder.files == before)
  }

  // MARK: Schema and theme

  @Test(arguments: ["", "clevio", "course", "lesson", "author", "page"])
  func printsSchemas(kind: String) throws {
    let outcome = try RunningProgram(
      [Program.path, "schema"] + (kind.isEmpty ? [] : [kind]), in: folder.path
    ).wait()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let schema = kind.isEmpty ? object?["course"] as? [String: Any] : object
    #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let properties = schema?["properties"] as? [String: Any]
    #expect(properties?[kind == "author" ? "name" : "title"] != nil)
  }

  @Test func listsAndCopiesTheTheme() throws {
    folder.writePortal()
    let list = try folder.clevio("theme", "list", "--in", "portal")
    #expect(list.status == 0)
    #expect(list.errors == "")
    let files = list.output.split(separator: "\n").map { String($0.dropFirst(2)) }
    #expect(files.contains("templates/footer.mustache") && files.contains("css/10-base.css"))
    for file in files {
      #expect(try folder.clevio("theme", "copy", file, "--in", "portal").status == 0, "\(file)")
    }
    let again = try folder.clevio("theme", "list", "--in", "portal")
    #expect(again.output.split(separator: "\n").allSatisfy { $0.hasPrefix("* ") })
    // A theme copied as a whole changes no byte.
    _ = try folder.clevio("build", "portal", "-o", "own")
    _ = try Program.shell("rm -r portal/theme", in: folder.path)
    _ = try folder.clevio("build", "portal", "-o", "plain")
    #expect(folder.contents(of: "own") == folder.contents(of: "plain"))
  }

  @Test func copiesNothingThatTheThemeHasNot() throws {
    folder.writePortal()
    let outcome = try folder.clevio("theme", "copy", "templates/foter.mustache", "--in", "portal")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("did you mean \"templates/footer.mustache\"?"))
    #expect(try folder.clevio("theme", "copy", "../../etc/passwd", "--in", "portal").status == 1)
    folder.write("mine", to: "portal/theme/css/10-base.css")
    #expect(try folder.clevio("theme", "copy", "css/10-base.css", "--in", "portal").status == 1)
    #expect(folder.read("portal/theme/css/10-base.css") == "mine")
  }
}
