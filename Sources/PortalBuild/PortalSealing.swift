import CourseModel
import Diagnostics
import Entitlements
import Files

/// Finds what paid courses are sealed with, and tells what keeps them from it.
struct PortalSealing {
  let portal: Portal
  let sealing: Sealing
  private(set) var diagnostics: [Diagnostic] = []

  init(_ portal: Portal, with sealing: Sealing) {
    self.portal = portal
    self.sealing = sealing
  }

  /// The seal of all paid courses; `nil` where there is none.
  ///
  /// Where one cannot be sealed as it should, it is sealed as in a preview, so that its mistakes are
  /// told with the others; the error publishes nothing.
  ///
  /// - Throws: ``FileError`` if the machine refuses to read the keys.
  mutating func seal() throws(FileError) -> PortalSeal? {
    let paid = portal.courses.filter(\.isSealed)
    var names: [Identifier] = []
    for course in paid { if let name = name(of: course) { names.append(name) } }
    guard let first = paid.first else { return nil }
    if portal.settings.id == nil {
      diagnostics.append(
        Diagnostic(
          "portal-id", .error, "the course has a price, but the portal has no name for licences",
          at: first.pricePosition,
          help: "write id: in clevio.yml, with 1 to 64 of a-z, 0-9 and -, such as id: harbour"))
    }
    switch sealing {
    case .preview: break
    case .nothing: for course in paid { diagnostics.append(withoutKeys(course)) }
    case .keys(let folder, let passphrase):
      guard let id = portal.settings.id.flatMap({ Identifier($0.value) }),
        names.count == paid.count
      else { break }
      if let seal = try seal(paid, in: folder, passphrase, portal: id) { return seal }
    }
    return .preview(of: names)
  }

  private mutating func name(of course: Course) -> Identifier? {
    if let name = Identifier(course.slug) { return name }
    diagnostics.append(
      Diagnostic(
        "course-id", .error,
        "the course has a price, but its address \"\(course.slug)\" is no name for licences",
        at: course.pricePosition, help: "write slug: with 1 to 64 of a-z, 0-9 and -"))
    return nil
  }

  private func withoutKeys(_ course: Course) -> Diagnostic {
    Diagnostic(
      "price-without-keys", .error,
      "the course has a price, but there are no keys to seal its lessons with",
      at: course.pricePosition,
      help: "build with --keys and your key folder, or with --locked-preview to look at the portal")
  }

  /// Opens the keys of each course by itself, so that each course is told of that has none.
  private mutating func seal(
    _ courses: [Course], in folder: KeyFolder, _ passphrase: [UInt8], portal id: Identifier
  ) throws(FileError) -> PortalSeal? {
    let now = portal.today.daysSince1970 * 86_400
    let before = diagnostics.count
    for course in courses {
      guard let name = Identifier(course.slug) else { continue }
      do throws(Failure) {
        try folder.checkCourse(name)
      } catch {
        try tell(error, at: course)
      }
    }
    guard diagnostics.count == before else { return nil }
    do throws(Failure) {
      return try PortalSeal(
        folder, passphrase: passphrase, portal: id,
        courses: courses.compactMap { Identifier($0.slug) }, now: now)
    } catch {
      try tell(error, at: courses[0])
      return nil
    }
  }

  private mutating func tell(_ failure: Failure, at course: Course) throws(FileError) {
    switch failure {
    case .machine(let error): throw error
    case .refused(let refusal):
      diagnostics.append(
        Diagnostic(
          "course-keys", .error, refusal.message, at: course.pricePosition, help: refusal.help))
    }
  }
}

extension Course {
  /// Where the price is written.
  fileprivate var pricePosition: SourcePosition { frontMatter.price?.position ?? position }
}
