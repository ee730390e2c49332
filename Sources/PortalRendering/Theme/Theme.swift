import Bytes
package import CourseModel
package import Diagnostics
package import Files
import Templates

/// The look of a portal: compiled templates, and the files that pages load.
///
/// The files are the built-in theme's, each replaced by the author's `theme/` file of the same path.
package struct Theme: Sendable {
  let catalogue: Template<ListingPage>
  let listing: Template<ListingPage>
  let course: Template<CoursePage>
  let courseOutline: Template<CourseOutline>
  let section: Template<SectionPage>
  let lesson: Template<LessonPage>
  let certificate: Template<CertificatePage>
  let sealedLesson: Template<SealedLesson>
  let reader: Template<ReaderPage>
  let author: Template<AuthorPage>
  let document: Template<DocumentPage>
  let policy: Template<PolicyPage>
  let policyPart: Template<PolicyPartPage>
  let search: Template<BarePage>
  let notFound: Template<BarePage>
  let offline: Template<BarePage>
  let redirect: Template<RedirectPage>
  let consentDialog: Template<ConsentChoices>
  let placeholder: Template<Placeholder>
  let deviceData: Template<DevicePart>
  let consentChoice: Template<DevicePart>
  let consentReceipt: Template<DevicePart>
  /// The script that keeps a visitor's choice, as pages load it.
  let consentScript: [UInt8]
  /// The services that the theme's own templates use.
  let services: Set<String>
  /// Whether an author replaced templates, so that what comes out must be looked at.
  let hasOwnTemplates: Bool
  /// What the author's theme would have loaded from other hosts.
  package let findings: [Diagnostic]
  /// Style sheets and scripts, by their place in the output.
  let assets: [RelativePath: [UInt8]]
  /// The folders of the interface's words: the built-in, and the author's.
  let strings: [FileTree]

  /// The mistakes that keep a theme from being used.
  package struct Invalid: Error {
    /// Never empty.
    package let diagnostics: [Diagnostic]
  }

  /// What only readers load: a script that runs before all others, and one after them.
  static let readerAssets = [
    RelativePath("assets/reader-first.js"), RelativePath("assets/reader.js"),
  ]

  /// What saves courses, and serves those that are saved.
  static let offlineAssets = [RelativePath("assets/offline.js"), PortalSite.workerPath]

  /// The folders of scripts that some pages load, or load when they are wanted: `assets/<folder>.js`.
  private static let scripts = [
    "captions", "certificate", "courses", "deeds", "figures", "learning", "marking", "notes",
    "offline", "quiz", "search",
  ]

  /// The files of the built-in theme.
  package static var builtin: FileTree { BuiltinFiles.tree.subtree(RelativePath("theme")) }

  /// Compiles the theme of a portal.
  ///
  /// - Parameters:
  ///   - portal: The portal.
  ///   - takesTemplates: Whether the author's templates are taken. Without them the mistakes in other files can be
  ///     told beside those that keep templates from being used.
  /// - Throws: ``Invalid`` for what keeps the theme from being used.
  package init(of portal: Portal, takingTemplates takesTemplates: Bool = true) throws(Invalid) {
    let own = portal.sources.subtree(RelativePath("theme"))
    var files: FileTree
    do throws(FileError) {
      files = try Theme.files(overriddenBy: own)
    } catch {
      throw Invalid(diagnostics: [
        Diagnostic(
          "file-unreadable", .error, error.description, at: SourcePosition(path: "theme"))
      ])
    }
    let gate = ThemeGate(portal, files: &files)
    (services, findings) = (gate.services, gate.diagnostics)
    hasOwnTemplates = gate.hasOwnTemplates
    if !takesTemplates {
      let builtin = Theme.builtin
      for path in own.paths where path.parent.text == "templates" { files[path] = builtin[path] }
    }
    let set = TemplateSet(Theme.sources(in: files))
    do throws(TemplateErrors) {
      if let errors = set.errors { throw errors }
      catalogue = try set.compile("catalogue", for: ListingPage.self)
      listing = try set.compile("listing", for: ListingPage.self)
      course = try set.compile("course", for: CoursePage.self)
      courseOutline = try set.compile("course-outline", for: CourseOutline.self)
      section = try set.compile("section", for: SectionPage.self)
      lesson = try set.compile("lesson", for: LessonPage.self)
      certificate = try set.compile("certificate", for: CertificatePage.self)
      sealedLesson = try set.compile("sealed-lesson", for: SealedLesson.self)
      reader = try set.compile("reader", for: ReaderPage.self)
      author = try set.compile("author", for: AuthorPage.self)
      document = try set.compile("page", for: DocumentPage.self)
      policy = try set.compile("policy", for: PolicyPage.self)
      policyPart = try set.compile("policy-part", for: PolicyPartPage.self)
      search = try set.compile("search", for: BarePage.self)
      notFound = try set.compile("not-found", for: BarePage.self)
      offline = try set.compile("offline", for: BarePage.self)
      redirect = try set.compile("redirect", for: RedirectPage.self)
      consentDialog = try set.compile("consent-dialog", for: ConsentChoices.self)
      placeholder = try set.compile("placeholder", for: Placeholder.self)
      deviceData = try set.compile("device-data", for: DevicePart.self)
      consentChoice = try set.compile("consent-choice", for: DevicePart.self)
      consentReceipt = try set.compile("consent-receipt", for: DevicePart.self)
    } catch {
      throw Invalid(diagnostics: error.errors.map(\.diagnostic))
    }
    assets = Theme.assets(in: files)
    consentScript = Theme.joined("privacy", in: files, shortening: Theme.builtin)
    let folder = RelativePath("strings")
    strings = [Theme.builtin.subtree(folder), files.subtree(folder)]
  }

  /// The built-in files and the author's in their places, all in memory but for fonts and pictures.
  private static func files(overriddenBy own: FileTree) throws(FileError) -> FileTree {
    var files = builtin
    for path in own.paths {
      files[path] = ThemeMedia.isMedia(path) ? own[path] : .bytes(try own[path]?.read() ?? [])
    }
    return files
  }

  private static func sources(in files: FileTree) -> [TemplateSource] {
    files.paths.filter { $0.parent.text == "templates" && $0.fileExtension == "mustache" }
      .map { path in
        guard case .bytes(let bytes)? = files[path] else {
          return TemplateSource(name: path.stem, path: "theme/\(path)", bytes: [])
        }
        return TemplateSource(name: path.stem, path: "theme/\(path)", bytes: bytes)
      }
  }

  private static func assets(in files: FileTree) -> [RelativePath: [UInt8]] {
    let builtin = builtin
    var assets = [
      RelativePath("assets/clevio.css"): joined("css", in: files, shortening: builtin),
      RelativePath("assets/certificate.css"): joined(
        "certificate-sheet", in: files, shortening: builtin),
      RelativePath("assets/clevio.js"): joined("js", in: files, shortening: builtin),
      RelativePath("assets/theme.js"): joined("head", in: files, shortening: builtin),
      DevicePart.scriptPath: joined("device", in: files),
    ]
    assets[PortalSite.workerPath] = joined("worker", in: files, shortening: builtin)
    for (path, folder) in zip(readerAssets, ["reader-first", "reader"]) {
      assets[path] = joined(folder, in: files)
    }
    for folder in scripts {
      assets[RelativePath("assets/\(folder).js")] = joined(folder, in: files, shortening: builtin)
    }
    return assets
  }

  /// The files of a folder, in the order of their names, as one; with `builtin`, those that are as they are there
  /// without what no browser needs.
  private static func joined(
    _ folder: String, in files: FileTree, shortening builtin: FileTree? = nil
  ) -> [UInt8] {
    var joined: [UInt8] = []
    for path in files.paths where path.parent.text == folder {
      guard case .bytes(let bytes)? = files[path] else { continue }
      // What an author wrote may hold texts of several lines, and is published byte for byte.
      if case .bytes(bytes)? = builtin?[path] {
        joined.append(linesOf: bytes)
      } else {
        joined += bytes
      }
      if joined.last != UInt8(ascii: "\n") { joined.append(UInt8(ascii: "\n")) }
    }
    return joined
  }
}

extension [UInt8] {
  /// Appends a script or a style sheet without indentation and without the lines that are only a comment.
  fileprivate mutating func append(linesOf source: [UInt8]) {
    for line in source.split(separator: UInt8(ascii: "\n")) {
      let words = line.drop { $0 == UInt8(ascii: " ") }
      let isComment =
        words.hasPrefix("//") || words.hasPrefix("/*") && words.suffix(2).equals("*/")
      if words.isEmpty || isComment { continue }
      self += words
      append(UInt8(ascii: "\n"))
    }
  }
}
