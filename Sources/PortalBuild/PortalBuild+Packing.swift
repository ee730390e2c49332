import CourseLoading
import CourseModel
package import Diagnostics
package import Entitlements
package import Files
import PortalRendering

extension PortalBuild {
  /// A copy of one course for disks, not yet written.
  package struct PackedCourse: Sendable {
    /// The files, by path; with errors there are none.
    package var files = FileTree()
    /// What an author should know, ordered.
    package var diagnostics: [Diagnostic] = []

    /// Whether something keeps the copy from being made.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Makes a copy of one course that is read in one page, from a disk.
  ///
  /// - Parameters:
  ///   - name: The course's name in addresses.
  ///   - token: The entitlement that opens the copy, for a course that is sealed.
  ///   - now: The time, in seconds since 1970.
  /// - Returns: The copy, or what keeps it from being made.
  /// - Throws: ``Failure`` if there is no such course to copy, if the entitlement does not open it, or if the
  ///   machine refuses.
  package func packedCourse(
    _ name: String, entitlement token: [UInt8]? = nil, now: Int
  ) throws(Failure) -> PackedCourse {
    let loaded = try onMachine { () throws(FileError) in
      try loadPortal(from: sources, options: loading)
    }
    let portal = loaded.portal
    let course = try PortalBuild.course(name, of: portal)
    var packed = PackedCourse(diagnostics: findings + loaded.diagnostics)
    var sealing = PortalSealing(portal.selling(course), with: sealing)
    let seal = try onMachine { () throws(FileError) in try sealing.seal() }
    packed.diagnostics += sealing.diagnostics
    let theme: Theme
    do throws(Theme.Invalid) {
      theme = try Theme(of: portal)
    } catch {
      packed.diagnostics = (packed.diagnostics + error.diagnostics).sorted()
      return packed
    }
    let site = PortalSite(
      portal, theme: theme, generator: generator, seal: seal, packed: course.slug,
      diagnostics: &packed.diagnostics)
    // Closed lessons have numbers there, where their titles are closed, too.
    let packing = CoursePacking(site.packed ?? course, site: site)
    var files: [RelativePath: FileContent] = [:]
    packed.diagnostics += theme.findings
    packed.diagnostics += try onMachine { () throws(FileError) in
      try packing.run { path, content in files[path] = content }
    }
    packed.diagnostics = weighed(packed.diagnostics, in: portal)
    guard !packed.hasErrors else { return packed }
    if let token {
      try check(token, opens: course, of: portal, sealedWith: seal, now: now)
      files[packing.entitlement] = .bytes(EntitlementFile.text(of: token, as: .script))
    }
    packed.files = FileTree(files)
    return packed
  }

  /// The course of a name; one that is not published is not copied either.
  private static func course(_ name: String, of portal: Portal) throws(Failure) -> Course {
    if let course = portal.courses.first(where: { $0.slug == name }) { return course }
    if portal.withheldFolders.contains(where: { $0.name == name }) {
      throw .refused(
        .missing, "the course \"\(name)\" is private, a draft or not yet published",
        help: "change its visibility, or give --drafts to copy a draft")
    }
    let names = portal.courses.map(\.slug)
    throw .refused(
      .missing, "there is no course \"\(name)\"",
      help: Suggestion.nearest(to: name, among: names).map { "did you mean \"\($0)\"?" }
        ?? "the courses are: \(names.joined(separator: ", "))")
  }

  private func check(
    _ token: [UInt8], opens course: Course, of portal: Portal, sealedWith seal: PortalSeal?,
    now: Int
  ) throws(Failure) {
    guard let seal, let name = Identifier(course.slug),
      let id = portal.settings.id.flatMap({ Identifier($0.value) })
    else {
      throw .refused(
        .wrongCourse, "the course \"\(course.slug)\" is free and needs no entitlement",
        help: "leave --entitlement out")
    }
    do throws(Refusal) {
      var keys = TrustedKeys(root: seal.root, author: seal.author)
      if let list = seal.keyList { keys = try keys.adding(listIn: list, now: now) }
      _ = try EntitlementCheck(
        keys: keys, portal: id, course: name, revoked: Set(seal.courses[name]?.revoked ?? []),
        now: now
      ).entitlement(in: token)
    } catch {
      throw .refused(error)
    }
  }
}

extension Portal {
  /// The portal as if nothing but one course were sold, so that no other needs keys.
  fileprivate func selling(_ course: Course) -> Portal {
    var portal = self
    portal.courses = [course]
    return portal
  }
}

/// Runs what only the machine can refuse.
private func onMachine<Result>(
  _ body: () throws(FileError) -> Result
) throws(Failure) -> Result {
  do throws(FileError) { return try body() } catch { throw .machine(error) }
}
