import Bytes
import CourseLoading
import Diagnostics
import Files
import Testing

@Suite struct RealContentTests {
  /// The courses, each with the translations that are built where there are many.
  static let courses: [(name: String, languages: [String]?)] = [
    ("comprehensive-rust", nil), ("odin-project", nil), ("shell-novice", nil),
    ("opensource-guide", ["ar", "de", "zh-hans"]),
  ]

  @Test(arguments: courses)
  func buildsACourseOfOtherPeople(name: String, languages: [String]?) throws {
    guard let course = try RealCourse(name, languages: languages) else { return }
    let errors = course.diagnostics.filter { $0.severity == .error }
    #expect(errors == [])
    #expect(course.pages.count > 10)

    let built = Set(course.pages.map(\.source))
    let left = course.markdownFiles.filter { !built.contains($0) }
    #expect(left == [], "files without a page")
    let missing = course.pages.filter { course.output[$0.output] == nil }.map(\.source)
    #expect(missing == [], "pages that are not written")

    var lost: [String] = []
    for page in course.pages {
      let file = try course.bytes(of: page.source)
      let start = FrontMatter(of: file)
      let scan = MarkdownScan(file[start.bodyOffset...], firstLine: start.bodyLine)
      let words = Words(scan.text).missing(in: PageText(try course.content(of: page)))
      if !words.isEmpty { lost.append("\(page.source): \(words.joined(separator: " "))") }
    }
    #expect(lost == [], "words that their pages lost")
    try checkLinks(of: course)
  }

  /// Every link to a file that is there leads to it, or is told of on its line.
  private func checkLinks(of course: RealCourse) throws {
    var count = 0
    var told = 0
    let findings = Dictionary(grouping: course.diagnostics, by: \.position.path)
    for page in course.pages {
      let file = try course.bytes(of: page.source)
      let start = FrontMatter(of: file)
      let scan = MarkdownScan(file[start.bodyOffset...], firstLine: start.bodyLine)
      let text = PageText(try course.content(of: page))
      let resolved = text.addresses.filter { isRelative($0) }
      for address in resolved {
        let target = page.output.parent.resolving(path(of: address)) ?? .root
        #expect(course.output[target] != nil, "\(page.output): \(address) leads nowhere")
      }
      let expected = scan.links.filter {
        isRelative($0.destination) && exists($0.destination, page, course)
      }
      let known = Set(
        (findings[page.source.text] ?? []).filter { $0.id.isAboutLinks }.map(\.position.line))
      let unresolved = expected.filter { known.contains($0.line) }
      count += expected.count
      told += unresolved.count
      #expect(
        resolved.count >= expected.count - unresolved.count,
        "\(page.source) has \(expected.count) links to files, its page \(resolved.count)")
    }
    #expect(count >= 10)
    #expect(told * 100 <= count, "\(told) of \(count) links to files are not resolved")
    for finding in course.diagnostics where finding.id.isAboutLinks {
      let lines = try course.bytes(of: RelativePath(finding.position.path))
        .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let line = String(decoding: lines[finding.position.line - 1], as: UTF8.self)
      let culprit = finding.message.split(separator: "\"").dropFirst().first ?? ""
      let name = String(culprit).split(separator: "/").last ?? ""
      #expect(line.contains(name), "\(finding.position): \(finding.message)")
    }
  }

  private func isRelative(_ address: String) -> Bool {
    !address.isEmpty && !address.hasPrefix("#") && !address.hasPrefix("//")
      && !address.prefix { !"/?#".contains($0) }.contains(":")
  }

  private func path(of address: String) -> String {
    String(utf8: Array(address.prefix { !"?#".contains($0) }.utf8).percentDecoded)
  }

  /// Whether a link leads to a file of the course's folder: as written, without its ending, or as sites have it
  /// that publish every page as a folder.
  private func exists(_ destination: String, _ page: RealCourse.Page, _ course: RealCourse) -> Bool
  {
    let path = path(of: destination)
    var places = [page.source.parent]
    if path.hasSuffix("/") { places.append(page.source.parent.appending(page.source.stem)) }
    return places.compactMap { $0.resolving(path) }.contains { target in
      [target, RelativePath(target.text + ".md"), target.parent.appending(target.stem + ".md")]
        .contains { course.sources[$0] != nil }
    }
  }
}

extension Diagnostic.ID {
  /// Whether a finding of this kind is about where a link or a picture leads.
  fileprivate var isAboutLinks: Bool {
    ["link-target", "image-target", "link-withheld", "file-refused", "link-scheme"].contains(self)
  }
}
