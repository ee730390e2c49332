import CourseModel
import Files
import Foundation
import Testing

@testable import PortalRendering

@Suite struct ExchangeFilesTests {
  @Test func makesEveryFileOfAPortalThatKnowsWhereItStands() throws {
    #expect(
      try SamplePortal.files(of: SamplePortal.portal()).keys.sorted() == [
        "api/v1/authors/ada.json", "api/v1/courses.json", "api/v1/courses/knoten.json",
        "api/v1/courses/knots.json", "api/v1/courses/rigging.json", "api/v1/openapi.json",
        "api/v1/policies.json", "api/v1/schemas/author.json", "api/v1/schemas/course.json",
        "api/v1/schemas/courses.json", "api/v1/schemas/policies.json", "api/v1/schemas/site.json",
        "api/v1/site.json", "courses/knots/feed.xml", "feed.xml", "llms.txt", "robots.txt",
        "sitemap.xml",
      ])
  }

  @Test func leavesOutWhatNeedsAnAddressWhereThereIsNone() throws {
    let files = try SamplePortal.files(of: SamplePortal.portal(hasURL: false))
    #expect(files.keys.allSatisfy { !$0.hasSuffix(".xml") })
    #expect(files.keys.contains("api/v1/courses/knots.json"))
    #expect(files["robots.txt"] == "User-agent: *\nAllow: /\n")
    for (path, text) in files {
      #expect(!text.contains("academy.example"), "\(path)")
      #expect(!text.contains("\"url\":\"courses"), "\(path)")
    }
  }

  @Test(arguments: [true, false])
  func neverTellsOfWhatIsNotListed(hasURL: Bool) throws {
    for (path, text) in try SamplePortal.files(of: SamplePortal.portal(hasURL: hasURL)) {
      for secret in ["secret-course", "Unlisted title", "hidden", "Hidden Writer", "Closed words"] {
        #expect(!text.contains(secret) && !path.contains(secret), "\(secret) in \(path)")
      }
      #expect(!text.contains("Secret words"), "\(path)")
      #expect(!text.contains("later.html"), "\(path)")
    }
  }

  @Test func isTheSameEachTime() throws {
    let portal = SamplePortal.portal()
    #expect(try SamplePortal.files(of: portal) == SamplePortal.files(of: portal))
  }

  @Test func servesAnEmptyPortal() throws {
    let portal = Portal(
      settings: PortalSettings(), courses: [], authors: [], pages: [],
      today: SamplePortal.date("2027-03-01"), sources: FileTree())
    let files = try SamplePortal.files(of: portal)
    #expect(files["api/v1/courses.json"] == "{\"count\":0,\"courses\":[]}\n")
    #expect(files["llms.txt"]?.hasPrefix("# Courses\n") == true)
    try expectSchemasHold(files)
  }

  @Test(arguments: [true, false])
  func satisfiesItsOwnSchemas(hasURL: Bool) throws {
    try expectSchemasHold(try SamplePortal.files(of: SamplePortal.portal(hasURL: hasURL)))
  }

  private func expectSchemasHold(_ files: [String: String]) throws {
    let script = #"""
      import glob, json
      from jsonschema import Draft202012Validator as Validator, FormatChecker
      def load(path): return json.load(open(path, encoding="utf-8"))
      wrong = []
      kinds = {"site": "site.json", "courses": "courses.json", "course": "courses/*.json",
               "author": "authors/*.json", "policies": "policies.json"}
      for kind, pattern in kinds.items():
          schema = load(f"api/v1/schemas/{kind}.json")
          Validator.check_schema(schema)
          validator = Validator(schema, format_checker=FormatChecker())
          for path in glob.glob("api/v1/" + pattern):
              wrong += [f"{path}: {e.json_path} {e.message}" for e in validator.iter_errors(load(path))]
          for broken in ({}, [], {"slug": 1}):
              if not list(validator.iter_errors(broken)): wrong.append(f"{kind} takes {broken}")
      if wrong: raise SystemExit("\n".join(wrong))
      """#
    let complaint = try CheckingTool.complaint(
      of: ["python3", "-c", script], on: files, probe: ["python3", "-c", "import jsonschema"])
    #expect(complaint ?? "" == "")
  }

  @Test(arguments: [true, false])
  func describesItselfAsOpenAPIWants(hasURL: Bool) throws {
    let script = #"""
      import json, pathlib
      from openapi_spec_validator import validate
      path = pathlib.Path("api/v1/openapi.json").resolve()
      spec = json.loads(path.read_text(encoding="utf-8"))
      validate(spec, base_uri=path.as_uri())
      for name, item in spec["paths"].items():
          schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
          if not (path.parent / schema).is_file(): raise SystemExit(schema + " is missing")
          if "{" not in name and not pathlib.Path(name[1:]).is_file(): raise SystemExit(name)
      """#
    let complaint = try CheckingTool.complaint(
      of: ["python3", "-c", script],
      on: try SamplePortal.files(of: SamplePortal.portal(hasURL: hasURL)),
      probe: ["python3", "-c", "import openapi_spec_validator"])
    #expect(complaint ?? "" == "")
  }

  @Test(arguments: [
    ("feed.xml", "atom"), ("courses/knots/feed.xml", "atom"), ("sitemap.xml", "sitemap"),
  ])
  func writesXMLOfTheRightForm(path: String, schema: String) throws {
    let schemas = URL(fileURLWithPath: #filePath).appending(
      path: "../../../Browser/schemas/\(schema).rng"
    ).standardizedFileURL
    let hasSchema = FileManager.default.fileExists(atPath: schemas.path)
    if !hasSchema { print("skipped: no schema for \(path), only its form is checked") }
    let complaint = try CheckingTool.complaint(
      of: ["xmllint", "--noout"] + (hasSchema ? ["--relaxng", schemas.path] : []) + [path],
      on: try SamplePortal.files(of: SamplePortal.portal()), probe: ["xmllint", "--version"])
    #expect(complaint ?? "" == "")
  }

  @Test func listsCoursesAndLessonsForLanguageModels() throws {
    let text = try SamplePortal.files(of: SamplePortal.portal())["llms.txt"]
    #expect(
      text == #"""
        # Academy & \<Friends>

        > Learn "everything"

        Courses on knots.

        ## Courses

        - [Knots & \<loops>](<https://academy.example/learn/courses/knots/index.html>): Two "sentences". With \]\]> and lines. (en, free)
        - [Knoten](<https://academy.example/learn/courses/knoten/index.html>): (de, free)
        - [Rigging](<https://academy.example/learn/courses/rigging/index.html>): (en, 5000 JPY)

        ## Knots & \<loops>

        - [bowline of knots](<https://academy.example/learn/courses/knots/bowline.html>)
        - [reef of knots](<https://academy.example/learn/courses/knots/reef.html>)
        - later of knots (opens on 2027-03-02)
        - [today of knots](<https://academy.example/learn/courses/knots/today.html>)

        ## Knoten

        - [palstek of knoten](<https://academy.example/learn/courses/knoten/palstek.html>)

        ## Rigging

        - [intro of rigging](<https://academy.example/learn/courses/rigging/intro.html>)
        - [closed of rigging](<https://academy.example/learn/courses/rigging/closed.html>) (paid)

        """#)
  }
}
