import Bytes
import CourseLoading
import CourseModel
package import Files
import PortalRendering

extension PortalBuild {
  /// Builds the pages of some courses, for ``PortalSlices`` to join with those that other machines build.
  ///
  /// Paid courses are left to the machine that has their keys.
  ///
  /// - Parameters:
  ///   - shard: Which courses are built.
  ///   - settings: All that pages depend on beside the sources, the same on all machines.
  ///   - output: The slice's folder, opened for this build.
  /// - Returns: What was made, and what is wrong.
  /// - Throws: ``FileError`` if the machine refuses.
  package func writeSlice(
    _ shard: Shard, settings: [String], to output: OutputFolder
  ) throws(FileError) -> Result {
    try stage(in: output) { receive, _ throws(FileError) in
      try slice(shard, settings: settings, receive)
    }
  }

  private func slice(
    _ shard: Shard, settings: [String], _ receive: @escaping FileIntake.Receiver
  ) throws(FileError) -> Result {
    var build = self
    // No closed word is in a slice; the keys are needed where slices are joined.
    build.sealing = .preview
    var known = LoadedCourses()
    let ready = try build.prepare(remembering: &known)
    var result = Result(diagnostics: ready.diagnostics)
    result.failsOn = ready.portal.check.failsOn ?? .warning
    if let site = ready.site {
      let origins = try PageOrigins(of: site, settings: settings, versions: .byContent)
      let intake = FileIntake(
        site, checks: nil, receive: ready.isPublished ? PortalSlices.inPages(receive) : nil
      ) { _ in }
      let courses = shard.part(of: site.courses).filter { !$0.isSealed }
      let parts = try concurrentMap(courses, threads: threads) {
        course throws(FileError) -> RenderedPages in
        let part = try CoursePart(
          of: course, in: site, from: origins, into: intake, keepsContents: false)
        var bytes: [UInt8] = []
        part.store(in: &bytes)
        if ready.isPublished {
          let file = PortalSlices.partFile(of: course.folder)
          try receive(file, .bytes(DigestedBytes.joining(bytes)))
        }
        return part.rendered
      }
      result.courses = courses.count
      result.diagnostics += RenderedPages(joining: parts).diagnostics
      (result.files, result.pages, result.bytes) = intake.totals
    }
    result.diagnostics = weighed(result.diagnostics, in: ready.portal)
    return result
  }
}
