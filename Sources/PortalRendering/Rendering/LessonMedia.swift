import Bytes
import ConsentBanner
import CourseModel
import Diagnostics
import Files

/// The film and the downloads of a lesson.
struct LessonMedia {
  let site: PortalSite
  let course: Course
  let lesson: Lesson
  /// What the files are called, if the lesson is sealed.
  var media: ClosedMedia?
  /// The folder that addresses are seen from; `nil` for that of the lesson's own page.
  var base: RelativePath?

  private var folder: RelativePath { lesson.file.path.parent }
  private var outputFolder: RelativePath { base ?? lesson.output.parent }

  /// Adds them to the lesson's page, and their files to what the page needs.
  func add(to view: inout LessonView, _ text: inout PageText) {
    if let video = lesson.frontMatter.video {
      if let embed = embed(video, &text) {
        view.body = embed + (view.body ?? [])
      } else {
        view.video = film(video, &text)
      }
    }
    for download in lesson.frontMatter.downloads {
      guard let asset = asset(download.source, "lesson-download", &text) else { continue }
      let size = site.portal.sources[asset.source].map {
        site.words(in: course.language).size(bytes: $0.size)
      }
      view.downloads.append(
        Download(
          title: download.title ?? asset.source.name, url: url(of: asset), size: size))
    }
  }

  private func url(of asset: Asset) -> [UInt8] {
    media?.url(of: asset) ?? asset.output.reference(from: outputFolder)
  }

  private func asset(
    _ path: Located<String>, _ id: Diagnostic.ID, _ text: inout PageText
  ) -> Asset? {
    let target = site.resolver.target(of: Array(path.value.utf8), from: lesson.file.path)
    var refusal: String?
    var help = "pack it into a .zip to offer it"
    switch target {
    case .file(let asset, suffix: _):
      refusal = site.images.refusal(of: asset.source)
      guard refusal != nil else {
        text.assets.append(asset)
        return asset
      }
    case .refused(_, let reason): refusal = reason
    case .page: (refusal, help) = ("it is a page of the portal", "link to it in the text")
    case .external: (refusal, help) = ("it is an address", "link to it in the text")
    default: break
    }
    text.diagnostics.append(
      refusal.map {
        Diagnostic(
          id, .error, "the file \"\(path.value)\" is not published: \($0)", at: path.position,
          help: help)
      }
        ?? Diagnostic(
          id, .error, "there is no file \"\(path.value)\" to publish", at: path.position,
          help: "write a path relative to the lesson"))
    return nil
  }

  /// A film that a declared service shows.
  private func embed(_ video: Video, _ text: inout PageText) -> [UInt8]? {
    let gate = site.contentGate(runsServices: false)
    guard let address = video.source?.value, let content = gate.embed(for: Array(address.utf8))
    else {
      return nil
    }
    text.services.insert(content.service.id.value)
    return gate.placeholder(
      for: content, element: "iframe", title: lesson.title, strings: site.words(in: course.language)
    )
  }

  private func film(_ video: Video, _ text: inout PageText) -> VideoView? {
    guard let path = video.source else {
      text.diagnostics.append(
        Diagnostic(
          "lesson-video", .error, "the video names no file", at: video.position,
          help: "write src: with a path relative to the lesson"))
      return nil
    }
    guard ForeignAddress(Array(path.value.utf8)) == nil else {
      text.diagnostics.append(foreign(path))
      return nil
    }
    guard let source = asset(path, "lesson-video", &text) else { return nil }
    let poster = video.poster.flatMap { asset($0, "lesson-video", &text) }
    let size = poster.flatMap { site.images.size(of: $0.source) } ?? (1_280, 720)
    var view = VideoView(
      url: url(of: source), poster: poster.map(url), width: size.width, height: size.height,
      captions: [])
    for caption in video.captions {
      guard let path = caption.source, let file = asset(path, "lesson-captions", &text) else {
        continue
      }
      if let mistake = mistake(inCaptions: file.source) {
        text.diagnostics.append(
          Diagnostic(
            "lesson-captions", .error, "\"\(path.value)\" \(mistake)", at: path.position,
            help: "write WebVTT: a file that ends in .vtt and begins with the line WEBVTT"))
      }
      let language = caption.language ?? course.language(of: lesson)
      view.captions.append(
        VideoView.Caption(
          url: url(of: file), language: language.text,
          name: site.name(of: language), isDefault: view.captions.isEmpty,
          text: contents(of: file.source)))
    }
    view.transcript = video.transcript.flatMap { transcript($0, &text) }
    return view
  }

  /// A film on another host, of whom no service is declared.
  private func foreign(_ address: Located<String>) -> Diagnostic {
    Diagnostic(
      "lesson-video", .error,
      "the video would load from another host before learners agree to it", at: address.position,
      help: ContentGate.knownHelp(for: Array(address.value.utf8))
        ?? "put the file beside the lesson, or declare its service in legal.yml")
  }

  /// Why browsers would show no captions of a file; `nil` for WebVTT (§4.1).
  private func mistake(inCaptions source: RelativePath) -> String? {
    guard source.hasExtension("vtt") else { return "is no file of captions that browsers read" }
    let start = contents(of: source)?.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF } ?? []
    return start.hasPrefix("WEBVTT") ? nil : "does not begin with WEBVTT"
  }

  private func contents(of path: RelativePath) -> [UInt8]? {
    do throws(FileError) { return try site.portal.sources[path]?.read() } catch { return nil }
  }

  private func transcript(_ path: Located<String>, _ text: inout PageText) -> [UInt8]? {
    let place = folder.resolving(path.value)
    if let place { site.resolver.reach?.note(place) }
    guard let source = place, let content = site.portal.sources[source],
      source.hasExtension("md", "markdown", "txt")
    else {
      text.diagnostics.append(
        Diagnostic(
          "lesson-transcript", .error, "there is no transcript \"\(path.value)\"",
          at: path.position, help: "write the path of a text in Markdown, relative to the lesson"))
      return nil
    }
    let transcript = MarkdownFile(path: source, content: content).text(
      for: lesson.output, title: "", language: course.language(of: lesson), site: site
    ) { setting in
      setting.base = base
      setting.media = media
    }
    text.diagnostics += transcript.diagnostics
    text.assets += transcript.assets
    text.words += transcript.words
    return transcript.html
  }
}
