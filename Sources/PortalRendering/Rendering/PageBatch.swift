import Bytes
package import CourseModel
import Diagnostics
package import Files
import ImageMetadata

/// A part of a portal that is rendered independently of the others.
package struct PageBatch: Sendable {
  private let render: @Sendable (PageReceiver) throws(FileError) -> RenderedPages

  init(_ render: @escaping @Sendable (PageReceiver) throws(FileError) -> RenderedPages) {
    self.render = render
  }

  /// Makes the part's pages, hands over each at once, and tells what is left of them.
  package func run(_ receive: PageReceiver) throws(FileError) -> RenderedPages {
    try render(receive)
  }

  /// The part with its pages looked through before they are handed on.
  func guarded(by site: PortalSite) -> PageBatch {
    PageBatch { receive throws(FileError) in
      var findings: [Diagnostic] = []
      var rendered = try run { path, content throws(FileError) in
        if path.fileExtension == "html", case .bytes(let page) = content {
          findings += site.openLoads(in: page) + site.lostChoices(in: page, at: path)
        }
        try receive(path, content)
      }
      rendered.diagnostics += findings
      return rendered
    }
  }
}

extension PortalSite {
  /// The courses, in the order in which their pages are joined.
  package var courses: [Course] { portal.courses }

  /// The pages of a course, and what machines read of it.
  package func batch(of course: Course) -> PageBatch {
    let batch = PageBatch { [self] receive throws(FileError) in
      let reach = CourseReach(of: course.folder)
      var rendering = CourseRendering(course, site: noting(reach))
      var rendered = try rendering.run(receive)
      try machines.write(course, receive)
      rendered.reachOutside = reach.isOutside
      return rendered
    }
    return theme.hasOwnTemplates ? batch.guarded(by: self) : batch
  }

  /// The parts of the portal beside courses, in a fixed order.
  package var batchesBesideCourses: [PageBatch] {
    let documents = PageBatch { receive throws(FileError) in
      try DocumentRendering(site: self).run(receive)
    }
    let listings = languages.map { language in
      PageBatch { receive throws(FileError) in
        try ListingRendering(site: self, language: language).run(receive)
        try FacetIndexRendering(site: self, language: language).run(receive)
        return RenderedPages()
      }
    }
    let policies = languages.map { language in
      PageBatch { receive throws(FileError) in
        try PolicyRendering(site: self, language: language).run(receive)
      }
    }
    let all = [documents] + policies + listings
    return theme.hasOwnTemplates ? all.map { $0.guarded(by: self) } : all
  }

  /// The parts that need all pages: search indexes, what machines read of the whole, and what pages load.
  ///
  /// - Parameter rendered: What is left of all other batches, merged in their order.
  /// - Returns: The parts; among their findings is what is wrong with the portal as a whole.
  package func finishingBatches(_ rendered: RenderedPages) -> [PageBatch] {
    let searched = Set(languages.map(\.text)).union(rendered.search.keys).sorted()
    let search = searched.flatMap { language in
      SearchIndex(
        language: LanguageTag(language) ?? .english, joining: rendered.search[language] ?? []
      ).batches
    }
    let loaded = PageBatch { [self] receive throws(FileError) in
      var left = RenderedPages()
      left.diagnostics = rendered.deadAnchors() + unusedServices(besides: rendered.services)
      try finishFiles(rendered, receive, &left.diagnostics)
      for (path, bytes) in policyFiles { try receive(path, .bytes(bytes)) }
      return left
    }
    return [loaded] + search + exchangeBatches(of: machines)
  }

  /// Hands on what pages load: styles, scripts, and the files of the sources that they show or offer.
  func finishFiles(
    _ rendered: RenderedPages, _ receive: PageReceiver, _ diagnostics: inout [Diagnostic]
  ) throws(FileError) {
    for path in theme.assets.keys.sorted() where isNeeded(path) {
      try receive(path, .bytes(theme.assets[path] ?? []))
    }
    for asset in ThemeMedia.all(in: portal.sources) {
      if let reason = images.refusal(of: asset.source) {
        diagnostics.append(
          Diagnostic(
            "file-refused", .error, "the file \"\(asset.source)\" is not published: \(reason)",
            at: SourcePosition(path: asset.source.text), help: "save it as a plain picture"))
      } else {
        try publish(asset, receive, &diagnostics)
      }
    }
    if iconAsset == nil {
      try receive(PortalSite.iconPath, .bytes(IconArt.svg(accent: accent)))
    }
    for (path, bytes) in (consent?.files ?? [:]).sorted(by: { $0.key < $1.key }) {
      try receive(path, .bytes(bytes))
    }
    if let accentStylesheet { try receive(PortalSite.accentPath, .bytes(accentStylesheet)) }
    for asset in rendered.assets.sorted(by: { $0.output < $1.output }) {
      try publish(asset, receive, &diagnostics)
    }
  }

  /// Whether pages load a file of the theme: the reader's where there is one, the worker's not from a disk.
  private func isNeeded(_ asset: RelativePath) -> Bool {
    if packed != nil { return !Theme.offlineAssets.contains(asset) }
    return seal != nil || !Theme.readerAssets.contains(asset)
  }

  /// Hands over a file of the sources, pictures without what they tell of their making.
  private func publish(
    _ asset: Asset, _ receive: PageReceiver, _ diagnostics: inout [Diagnostic]
  ) throws(FileError) {
    guard let content = portal.sources[asset.source] else { return }
    let cleaned: FileContent
    do throws(FileError) {
      cleaned = try withoutMetadata(content, at: asset.source, &diagnostics)
    } catch {
      // Nothing of this portal is published, but what else is wrong with it is told.
      cleaned = .bytes([])
      diagnostics.append(
        Diagnostic(
          "file-unreadable", .error, error.description, at: SourcePosition(path: asset.source.text),
          help: "make the file readable, or remove it"))
    }
    try receive(asset.output, cleaned)
  }

  /// A file of the sources, a picture without what it tells of its making.
  func withoutMetadata(
    _ content: FileContent, at source: RelativePath, _ diagnostics: inout [Diagnostic]
  ) throws(FileError) -> FileContent {
    if source.fileExtension == "svg" {
      if let finding = try findingOfDrawing(content, at: source) { diagnostics.append(finding) }
      return content
    }
    guard portal.legal?.stripsPhotoMetadata != false else { return content }
    // A file without an ending is a picture if it begins like one.
    let isNamed = MediaKind.readablePictures.contains(source.fileExtension)
    guard isNamed || source.fileExtension.isEmpty, content.size <= ImageCatalogue.sizeLimit else {
      return content
    }
    let bytes = try content.read()
    switch ImageMetadata.strippingPrivateMetadata(bytes) {
    case .nothingToStrip: return content
    case .stripped(let bytes): return .bytes(bytes)
    case .cannotStrip where !isNamed, .noPicture where !isNamed: return content
    case .noPicture:
      let isPointer = bytes.hasPrefix("version https://git-lfs")
      diagnostics.append(
        Diagnostic(
          "image-target", .warning, "the file is no picture that browsers show",
          at: SourcePosition(path: source.text),
          help: isPointer
            ? "it stands for one in Git LFS: run git lfs pull" : "save it as PNG, JPEG or WebP"))
      return content
    case .cannotStrip:
      diagnostics.append(
        Diagnostic(
          "image-metadata", .warning,
          "the picture may tell where and by whom it was made, which cannot be taken out",
          at: SourcePosition(path: source.text), help: "save it as PNG, JPEG or WebP"))
      return content
    }
  }

  /// What is wrong with a drawing that is none, as a symbolic link is where Git made a text of it.
  private func findingOfDrawing(
    _ content: FileContent, at source: RelativePath
  ) throws(FileError) -> Diagnostic? {
    guard content.size <= ImageCatalogue.sizeLimit else { return nil }
    let bytes = try content.read()
    guard ImageMetadata.read(bytes)?.format != .svg else { return nil }
    let path = bytes.trimmingASCIIWhitespace
    let isLink =
      !path.contains { $0.isASCIIWhitespace || $0 == UInt8(ascii: "<") }
      && RelativePath(String(utf8: path)).hasExtension("svg")
    return Diagnostic(
      "image-target", .warning, "the file is no picture that browsers show",
      at: SourcePosition(path: source.text),
      help: isLink
        ? "it is a symbolic link that Git stored as text: put the file itself here"
        : "save it as SVG, or give it the ending of what it is")
  }
}
