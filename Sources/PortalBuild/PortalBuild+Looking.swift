package import CourseChecks
package import CourseModel
package import Diagnostics
package import Files

extension PortalBuild {
  /// Builds into a folder as ``write(to:progress:)`` does, and has it visited there by a browser.
  ///
  /// - Parameters:
  ///   - output: The folder, opened for this build.
  ///   - look: Finds what is wrong with what was written; not called where errors kept it from being written.
  /// - Returns: What was made and what is wrong, as the author's settings weigh it.
  /// - Throws: ``FileError`` if the machine refuses.
  package func write(
    to output: OutputFolder, look: (Portal) throws(FileError) -> [Diagnostic]
  ) throws(FileError) -> Result {
    var result = try write(to: output)
    guard result.outcome != nil, let portal = result.portal else { return result }
    add(try look(portal), of: .browser, to: &result)
    return result
  }

  /// Adds what was found in a further way, as the author's settings weigh it.
  package func add(_ findings: [Diagnostic], of look: FurtherLook, to result: inout Result) {
    guard let portal = result.portal else { return }
    result.found += findings
    result.looks.insert(look)
    result.diagnostics = weighed(result.found, in: portal, by: result.looks)
  }
}
