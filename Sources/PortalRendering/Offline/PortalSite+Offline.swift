import CourseModel
package import Files

extension PortalSite {
  /// The script that answers from what was saved; it serves the folder that it lies in.
  package static let workerPath = RelativePath("clevio-worker.js")

  /// Where the page is written that is shown, without a network, for what was not saved.
  func offlinePage(in language: LanguageTag) -> RelativePath {
    folder(of: interface(for: language)).appending("offline.html")
  }

  /// Whether learners may have to save a file to read a course.
  package func isForReadingOffline(_ path: RelativePath) -> Bool {
    // Nothing that lists the whole portal is part of a course.
    !path.hasExtension("xml") && !Self.forMachines.contains(where: path.isInside)
  }

  /// The parts that list what learners save, one for each course, when all else is made.
  ///
  /// - Parameters:
  ///   - files: All files for which ``isForReadingOffline(_:)`` holds.
  ///   - rendered: What is left of all batches.
  /// - Returns: The parts.
  package func offlineBatches(
    _ files: [RelativePath: FileSummary], besides rendered: RenderedPages
  ) -> [PageBatch] {
    var own: [Substring: [RelativePath]] = [:]
    var assets: [RelativePath] = []
    for path in files.keys {
      let parts = path.parts
      if parts.first == "assets" { assets.append(path) }
      if parts.first == "courses", parts.count > 2 { own[parts[1], default: []].append(path) }
    }
    return portal.courses.map { [own, assets] course in
      PageBatch { [self] receive throws(FileError) in
        let folder = course.outputFolder
        // Who knows such a file's name has the file, and everybody can read this list.
        let secret = course.media == .unlisted ? course.unlistedFolder : nil
        let named = (own[course.slug[...]] ?? []).filter { path in
          secret.map { !path.isInside($0) } ?? true
        }
        let foreign = (rendered.courseAssets[course.slug] ?? []).map(\.output)
          .filter { !$0.isInside(folder) }
        let list = OfflineList(
          course: course, own: entries(named + foreign, in: files),
          shell: entries(Set(shell(for: course) + assets).subtracting(foreign), in: files),
          fallback: offlinePage(in: course.language), words: offlineWords(in: course.language))
        try receive(folder.appending("clevio-offline.js"), .bytes(list.script))
        return RenderedPages()
      }
    }
  }

  private func entries(
    _ paths: some Sequence<RelativePath>, in files: [RelativePath: FileSummary]
  ) -> [OfflineList.Entry] {
    paths.sorted().compactMap { path in
      files[path].map {
        OfflineList.Entry(path: path, summary: $0, isMedia: Self.isMedia(path, size: $0.size))
      }
    }
  }

  /// What a course's pages need beside styles and scripts, and where all of it can be erased.
  private func shell(for course: Course) -> [RelativePath] {
    let language = course.language
    return [
      catalogue(in: interface(for: language)), offlinePage(in: language),
      policyPage(.yourData, in: language), Self.iconPath, iconAsset?.output, logoAsset?.output,
    ].compactMap(\.self) + authors(of: course).compactMap { photoAsset(of: $0)?.output }
  }

  private func offlineWords(in language: LanguageTag) -> [(name: String, text: String)] {
    let words = words(in: language)
    let prefix = "offline_"
    return UIStrings.names.filter { $0.hasPrefix(prefix) }.map {
      (String($0.dropFirst(prefix.count)), words.text($0))
    }
  }

  private static let forMachines = ["api", "search"].map(RelativePath.init)

  private static func isMedia(_ path: RelativePath, size: Int) -> Bool {
    // Sealed files do not say what they are.
    MediaKind(of: path).isRecording || path.hasExtension("zip")
      || (size > 2 << 20 && path.fileExtension != "html")
  }
}
