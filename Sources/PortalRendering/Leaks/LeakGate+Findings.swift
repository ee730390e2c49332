import CourseModel
package import Diagnostics
import Entitlements
package import Files

extension LeakGate {
  /// In how many files the words of one lesson are told of.
  private static let lessonLimit = 5

  /// What is wrong, once all files were looked at.
  ///
  /// - Parameter rendered: What is left of all pages.
  /// - Returns: Errors, each at the closed lesson; and warnings for closed files that open pages show.
  /// - Throws: ``FileError`` if a file of a closed lesson cannot be read again.
  package func findings(_ rendered: RenderedPages) throws(FileError) -> [Diagnostic] {
    let hits = hits
    let lessons = hits.isEmpty ? [] : site.closedLessons
    return leakedWords(hits, lessons) + leakedPhrases(hits, lessons) + leakedSecrets(hits)
      + (try leakedFiles(rendered))
  }

  // MARK: Words

  /// Finds out to which lessons words belong, for which those are rendered again.
  private func leakedWords(
    _ hits: [Hit], _ lessons: [PortalSite.ClosedLesson]
  ) -> [Diagnostic] {
    var places: [UInt64: [Hit]] = [:]
    for hit in hits {
      if case .words(let window) = hit.finding { places[window, default: []].append(hit) }
    }
    guard !places.isEmpty else { return [] }
    return lessons.flatMap { closed -> [Diagnostic] in
      guard let seal = site.seal(of: closed.course) else { return [] }
      let sealing = CourseSealing(closed.course, seal: seal, site: site)
      var told: Set<RelativePath> = []
      var found: [(UInt64, Hit)] = []
      for window in sealing.render(closed.lesson).words.windows {
        for hit in places[window] ?? [] where told.insert(hit.output).inserted {
          found.append((window, hit))
        }
      }
      return found.prefix(LeakGate.lessonLimit).map { window, hit in
        let rest = found.count - LeakGate.lessonLimit
        let others = rest > 0 ? ", and with others of it in \(rest) more files" : ""
        return Diagnostic(
          "closed-leak", .error,
          "the words \"\(hit.words)\" of this closed lesson stand in \"\(hit.output)\", too\(others)",
          at: position(of: window, in: closed.lesson), help: help(window, hit, closed))
      }
    }
  }

  /// Where words stand in a lesson's source; its beginning where markup parts them there.
  private func position(of window: UInt64, in lesson: Lesson) -> SourcePosition {
    let path = lesson.file.path
    return place(of: window, in: path) ?? SourcePosition(path: path.text)
  }

  private func place(of window: UInt64, in path: RelativePath) -> SourcePosition? {
    guard let bytes = text(of: path) else { return nil }
    var search = WindowSearch(window: window)
    bytes.withUnsafeBufferPointer { buffer in
      for form in [WordScanner.Form.markup, .data] where search.range == nil {
        var scanner = WordScanner()
        scanner.scan(buffer, as: form, into: &search)
      }
    }
    guard let range = search.range else { return nil }
    let before = bytes[..<range.lowerBound]
    let line = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[range].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    return SourcePosition(
      path: path.text, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: range.lowerBound - line + 1, length: end - range.lowerBound)
  }

  private func text(of path: RelativePath) -> [UInt8]? {
    do throws(FileError) { return try site.portal.sources[path]?.read() } catch { return nil }
  }

  /// Where an author has to look for what brought the words into the open.
  private func help(
    _ window: UInt64, _ hit: Hit, _ closed: PortalSite.ClosedLesson
  ) -> String {
    let advice = "write them there in other words, or make the lesson a preview"
    if let source = site.source(of: hit.output), source != closed.lesson.file.path,
      let place = place(of: window, in: source)
    {
      return "they are in \"\(place.path)\", line \(place.line): \(advice)"
    }
    let description = Array((closed.lesson.frontMatter.description ?? "").utf8)
    if ClosedWords(of: description).windows.contains(window) {
      return "the lesson's description says them, and everybody may read it: write another one"
    }
    let suspects = site.portal.sources.paths.filter { path in
      path.parts.first == "theme" || path.parent == .root
        || path == closed.course.landingPage?.path
    }
    for path in suspects where (site.portal.sources[path]?.size ?? 0) < 1 << 20 {
      if let place = place(of: window, in: path) {
        return "they are in \"\(place.path)\", line \(place.line): \(advice)"
      }
    }
    return "look for what brings them there: front matter, theme/, clevio.yml"
  }

  // MARK: Titles and answers

  private func leakedPhrases(
    _ hits: [Hit], _ lessons: [PortalSite.ClosedLesson]
  ) -> [Diagnostic] {
    var told: Set<String> = []
    return hits.compactMap { hit in
      switch hit.finding {
      case .title(let index):
        let lesson = lessons[index].lesson
        guard told.insert("\(index) \(hit.output)").inserted else { return nil }
        return Diagnostic(
          "closed-leak", .error,
          "the title of this lesson is kept, but stands in \"\(hit.output)\"",
          at: lesson.frontMatter.title?.position ?? SourcePosition(path: lesson.file.path.text),
          help: source(of: hit).map { "write it in other words in \"\($0)\"" }
            ?? "look for what brings it there, or remove closed_titles:")
      case .answer(let index):
        let answer = wanted.answers[index]
        guard told.insert("\(answer.lesson) \(hit.output)").inserted else { return nil }
        return Diagnostic(
          "closed-leak", .error,
          "the answer \"\(hit.words)\" of this closed quiz stands with its question in "
            + "\"\(hit.output)\"",
          at: SourcePosition(path: answer.lesson.text),
          help: source(of: hit).map { "remove one of the two from \"\($0)\"" }
            ?? "look for what brings them there")
      case .words, .secret: return nil
      }
    }
  }

  private func source(of hit: Hit) -> RelativePath? { site.source(of: hit.output) }

  private func leakedSecrets(_ hits: [Hit]) -> [Diagnostic] {
    hits.compactMap { hit in
      guard case .secret(let secret) = hit.finding else { return nil }
      let source = source(of: hit)
      let help =
        secret == .entitlement
        ? "remove it, and revoke it with \"clevio entitlement revoke\", if it was published"
        : "remove it, and replace the key, if it was published"
      return Diagnostic(
        "closed-leak", .error, "\(secret.name) stands in \"\(hit.output)\"",
        at: SourcePosition(path: source?.text ?? hit.output.text), help: help)
    }
  }

  // MARK: Files

  private func leakedFiles(_ rendered: RenderedPages) throws(FileError) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let others = Dictionary(grouping: others, by: \.size)
    var made: [RelativePath: ContentDigest] = [:]
    let shown = Dictionary(rendered.assets.map { ($0.output, $0.source) }) { first, _ in first }
    for course in site.portal.courses {
      let closed = rendered.sealed[course.slug]?.closedMedia ?? [:]
      for source in closed.keys.sorted() {
        guard let use = closed[source], let content = site.portal.sources[source] else { continue }
        let position = position(of: source, in: use.lesson)
        let open = Asset(source: source, output: site.resolver.output(of: source))
        let isShown = rendered.assets.contains(open)
        if isShown {
          diagnostics.append(
            Diagnostic(
              "closed-media", .warning,
              "\"\(source)\" stays open, as a page shows it that everybody may read",
              at: position, help: "take it off the open page, or use another file there"))
        }
        var unused: [Diagnostic] = []
        let cleaned = try site.withoutMetadata(content, at: source, &unused)
        let copies = [content, cleaned].filter { others[$0.size] != nil }
        let digests = try digests(of: copies)
        let alike = Set(copies.map(\.size)).flatMap { others[$0] ?? [] }
        for other in alike.sorted(by: { $0.output < $1.output })
        where other.output != use.unlisted && !(isShown && other.output == open.output) {
          guard digests.contains(try digest(of: other, &made)) else { continue }
          let origin = shown[other.output].map { "use another file than \"\($0)\" there" }
          diagnostics.append(
            Diagnostic(
              "closed-leak", .error,
              "the file \"\(source)\" of this closed lesson is published as \"\(other.output)\", too",
              at: position, help: origin ?? "remove the copy"))
        }
      }
    }
    return diagnostics
  }

  private func digests(of contents: [FileContent]) throws(FileError) -> Set<ContentDigest> {
    var digests: Set<ContentDigest> = []
    for content in contents { digests.insert(try ContentDigest(of: content)) }
    return digests
  }

  /// What a published file holds, read once.
  private func digest(
    of other: Other, _ made: inout [RelativePath: ContentDigest]
  ) throws(FileError) -> ContentDigest {
    if let digest = other.digest ?? made[other.output] { return digest }
    let digest = try ContentDigest(of: other.content ?? .bytes([]))
    made[other.output] = digest
    return digest
  }

  /// Where a lesson's source names a file.
  private func position(of file: RelativePath, in lesson: RelativePath) -> SourcePosition {
    let name = Array(file.name.utf8)
    guard let bytes = text(of: lesson) else { return SourcePosition(path: lesson.text) }
    for (number, line) in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      for start in line.indices where line[start] == name[0] && line[start...].starts(with: name) {
        return SourcePosition(
          path: lesson.text, line: number + 1, column: start - line.startIndex + 1,
          length: name.count)
      }
    }
    return SourcePosition(path: lesson.text)
  }
}

/// Looks for one window in a text.
private struct WindowSearch: WordSink {
  let window: UInt64
  private(set) var range: Range<Int>?
  private var current = WordWindow()

  init(window: UInt64) { self.window = window }

  mutating func word(_ hash: UInt64, weight: Int, at place: Range<Int>) {
    guard let number = current.add(hash, weight: weight, at: place.lowerBound), range == nil,
      number == window
    else { return }
    range = current.start..<place.upperBound
  }

  mutating func boundary() {}
  mutating func reset() { current.reset() }
}

extension PortalSite {
  /// The file that an author wrote for a page; `nil` for pages that are made of many.
  fileprivate func source(of output: RelativePath) -> RelativePath? {
    for page in portal.pages where page.output == output { return page.file.path }
    for author in portal.authors where author.output == output { return author.biography.path }
    for course in portal.courses where output.isInside(course.outputFolder) {
      if course.output == output { return course.landingPage?.path }
      for section in course.sections {
        if section.output == output { return section.introduction?.path }
        for lesson in section.lessons where lesson.output == output { return lesson.file.path }
      }
    }
    return nil
  }
}
