import Foundation
import TestSupport
import Testing

@Suite struct OddFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.writePortal()
  }

  private var pages: [String] {
    folder.contents(of: "portal/public/courses/knots").keys.filter { $0.hasSuffix(".html") }
      .sorted()
  }

  @Test(
    arguments: [
      ("with space.md", "with-space.html"), ("hash#tag.md", "hashtag.html"),
      ("what?.md", "what.html"),
      ("per%41cent.md", "per41cent.html"), ("q\"uote's.md", "quotes.html"),
      ("new\nline.md", "newline.html"), ("emoji 🎉🏽.md", "emoji.html"), ("🎉.md", "untitled.html"),
      ("<b>&amp;.md", "b-amp.html"), ("back\\slash.md", "backslash.html"),
      ("-dash.md", "dash.html"),
      ("a*b.md", "ab.html"), ("日本語.md", "日本語.html"), ("naïve.md", "naïve.html"),
      ("trailing .md", "trailing.html"), ("UPPER.MD", "upper.html"),
      ("two.dots.md", "two-dots.html"),
    ])
  func buildsLessonsOfEveryName(name: String, page: String) throws {
    folder.write(
      "# Odd\n\n![p](<pic \(name.dropLast(3)).svg>)\n", to: "portal/courses/knots/\(name)")
    let outcome = try folder.clevio("build", "portal")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(pages == ["index.html", "reef.html", page].sorted())
  }

  @Test(arguments: ["a b", "h#h", "w?w", "p%41", "q\"q'", "🎉", "ünï", "a&b;c", "-x", "new\nline"])
  func buildsPortalsInFoldersOfEveryName(name: String) throws {
    folder.writePortal(in: name)
    let outcome = try RunningProgram(
      [Program.path, "build", "./" + name, "-o", "./\(name)-out", "--json"], in: folder.path
    ).wait()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(folder.read("\(name)-out/courses/knots/reef.html") != nil)
    #expect(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) is [String: Any])
  }

  @Test func findsPicturesOfEveryNameAndLinksThemSoThatBrowsersDo() throws {
    let names = [
      "a b.svg", "h#h.svg", "w?w.svg", "p%41.svg", "q\"q.svg", "ü.svg", "🎉.svg", "a&b.svg",
    ]
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    var text = ""
    for name in names {
      folder.write(svg, to: "portal/courses/knots/\(name)")
      let link = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      text += "![p](\(link))\n\n"
    }
    folder.write(text, to: "portal/courses/knots/pictures.md")
    let outcome = try folder.clevio("check", "portal")
    #expect(outcome.status == 0, "\(outcome.errors)")
    _ = try folder.clevio("build", "portal")
    let page = try #require(folder.read("portal/public/courses/knots/pictures.html"))
    for name in names {
      #expect(folder.read("portal/public/courses/knots/\(name)") == svg, "\(name)")
    }
    for link in ["a%20b.svg", "h%23h.svg", "w%3Fw.svg", "p%2541.svg", "q%22q.svg", "%C3%BC.svg"] {
      #expect(page.contains("src=\"\(link)\""), "\(link)")
    }
  }

  @Test func leavesOutNamesThatAreNotUTF8() throws {
    _ = try Program.shell(
      #"printf '# X\n' > "portal/courses/knots/$(printf 'a\377b').md"; mkdir "portal/courses/$(printf '\376')""#,
      in: folder.path)
    let outcome = try folder.clevio("build", "portal")
    #expect(outcome.status == 0)
    #expect(outcome.errors.components(separatedBy: "[file-name]").count == 3)
    #expect(pages == ["index.html", "reef.html"])
    #expect(try folder.clevio("check", "portal").status == 1)
  }

  @Test(arguments: [["One.md", "one.md"], ["caf\u{E9}.md", "cafe\u{301}.md"]])
  func refusesTwinsThatADiskMayNotTellApart(names: [String]) throws {
    for name in names { folder.write("# Twin\n", to: "portal/courses/knots/\(name)") }
    let outcome = try folder.clevio("build", "portal")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[address-duplicate]"))
    #expect(folder.contents(of: "portal/public") == [:])
  }

  // MARK: Links and pipes

  @Test func leavesOutLinksThatLeaveThePortalOrLeadInCircles() throws {
    folder.write("# Secret\n", to: "secret.md")
    folder.write("# Inner\n", to: "portal/shared/inner.md")
    for (name, target) in [
      ("out.md", "../../../secret.md"), ("etc.md", "/etc/hostname"), ("up", "../.."),
      ("self", "self"),
      ("gone.md", "nowhere.md"), ("ping", "pong"), ("pong", "ping"),
      ("in.md", "../../shared/inner.md"),
    ] {
      folder.link("portal/courses/knots/\(name)", to: target)
    }
    let outcome = try folder.clevio("build", "portal")
    #expect(outcome.status == 0)
    #expect(pages == ["in.html", "index.html", "reef.html"])
    #expect(outcome.errors.components(separatedBy: "[file-link]").count == 8)
    #expect(!folder.contents(of: "portal/public").values.contains { $0.contains("Secret") })
  }

  @Test(arguments: ["clevio.yml", "courses/knots/index.md", "courses/knots/README.md"])
  func publishesNothingWhenAFileThatDecidesCannotBeRead(file: String) throws {
    folder.write("visibility: draft\n", to: "outside")
    for target in ["../outside", "nowhere", "/dev/null"] {
      _ = try Program.shell("rm -f 'portal/\(file)'", in: folder.path)
      folder.link("portal/" + file, to: target)
      let outcome = try folder.clevio("build", "portal")
      #expect(outcome.status == 1, "\(target)")
      #expect(outcome.errors.contains("\(file):1:1: error:"))
    }
    _ = try Program.shell("rm -f 'portal/\(file)'; mkfifo 'portal/\(file)'", in: folder.path)
    #expect(try folder.clevio("build", "portal").status == 1)
    #expect(folder.contents(of: "portal/public") == [:])
  }

  @Test func doesNotWaitForPipes() throws {
    _ = try Program.shell(
      "mkfifo portal/courses/knots/pipe.md portal/courses/knots/x.png portal/theme portal/pipe",
      in: folder.path)
    folder.write("![x](x.png) [y](pipe.md)\n", to: "portal/courses/knots/one.md")
    let outcome = try folder.clevio("build", "portal")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: "[file-kind]").count == 5)
  }

  @Test func takesWhatTheUserMayNotReadForTheMachinesFailure() throws {
    let isRoot = geteuid() == 0
    let prefix = isRoot ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""
    let canRun = try Program.shell(prefix + "\"$CLEVIO\" --version", in: folder.path).status == 0
    guard canRun else {
      print("notice: no other user can run the program; files without permission are not tested")
      return
    }
    _ = try Program.shell(
      "chmod 755 . && mkdir kept other && chmod 555 kept && echo '[a](gone.md)' > portal/courses/knots/bend.md "
        + "&& chmod -R a+rwX portal && chmod 000 portal/courses/knots/reef.md",
      in: folder.path)
    if isRoot { _ = try Program.shell("chown -R 65534:65534 portal kept other", in: folder.path) }
    for command in ["build", "check", "policies lock"] {
      let unreadable = try Program.shell(prefix + "\"$CLEVIO\" \(command) portal", in: folder.path)
      #expect(unreadable.status == 74, "\(command)")
      #expect(unreadable.errors.contains("courses/knots/reef.md:1:1: error: cannot read /"))
      #expect(unreadable.errors.contains("Permission denied"))
      // What the author is to mend is told as well.
      let isMistakeTold = unreadable.errors.contains("courses/knots/bend.md:1:5:")
      #expect(isMistakeTold || command == "policies lock")
    }
    _ = try Program.shell("chmod 644 portal/courses/knots/reef.md", in: folder.path)
    let output = try Program.shell(prefix + "\"$CLEVIO\" build portal -o kept/out", in: folder.path)
    #expect(output.status == 74)
    #expect(output.errors.contains("kept/out: Permission denied"))
    _ = try Program.shell("chmod 000 portal/courses/knots", in: folder.path)
    let inner = try Program.shell(prefix + "\"$CLEVIO\" build portal", in: folder.path)
    #expect(inner.status == 74)
    _ = try Program.shell(
      "chmod -R u+rwX portal; rm -rf portal/.clevio; chmod 555 portal", in: folder.path)
    let cache = try Program.shell(
      prefix + "\"$CLEVIO\" build portal -o other/out", in: folder.path)
    #expect(cache.status == 74)
    #expect(cache.errors.contains("portal/.clevio"))
    _ = try Program.shell("chmod 755 portal kept", in: folder.path)
  }

  // MARK: Sizes

  @Test(arguments: [
    "", "\n", "\u{FEFF}", "---\n---\n", "---\n---", " ", "\0", "\r\n\r\n", "<!-- -->",
  ])
  func buildsEmptyFiles(text: String) throws {
    for file in [
      "courses/knots/empty.md", "pages/empty.md", "authors/empty.md", "courses/knots/s/index.md",
    ] {
      folder.write(text, to: "portal/" + file)
    }
    let outcome = try folder.clevio("build", "portal")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(pages == ["empty.html", "index.html", "reef.html", "s/index.html"])
  }

  @Test func buildsAPortalWithoutAnything() throws {
    folder.makeFolder("nothing")
    let outcome = try folder.clevio("build", "nothing")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(folder.read("nothing/public/index.html") != nil)
    folder.write("", to: "nothing/clevio.yml")
    #expect(try folder.clevio("build", "nothing").status == 0)
  }

  @Test func buildsALessonOfTenMegabytes() throws {
    let line = String(repeating: "All the words of a long lesson. ", count: 320) + "\n\n"
    folder.write(
      "# Long\n\n" + String(repeating: line, count: 1_024) + "the last words\n",
      to: "portal/courses/knots/long.md")
    let outcome = try folder.clevio("build", "portal")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try #require(folder.read("portal/public/courses/knots/long.html"))
    #expect(page.utf8.count > 10_000_000)
    #expect(page.contains("<p>the last words</p>"))
  }

  @Test func copiesABigFileWithoutReadingItIntoMemory() throws {
    _ = try Program.shell("truncate -s 300M portal/courses/knots/film.mp4", in: folder.path)
    folder.write("[film](film.mp4)\n", to: "portal/courses/knots/one.md")
    // 200 MB of address space for data; the film alone has more.
    let outcome = try Program.shell("ulimit -d 200000; exec $CLEVIO build portal", in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try Program.shell(
        "cmp portal/courses/knots/film.mp4 portal/public/courses/knots/film.mp4", in: folder.path
      )
      .status == 0)
  }
}
