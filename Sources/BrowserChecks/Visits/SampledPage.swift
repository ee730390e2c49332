import Bytes
package import Files

/// A page that stands for others of its kind.
package struct SampledPage: Hashable, Sendable {
  package let path: RelativePath

  /// The home page first, one page of each other kind, and one with each service: the first by its path.
  ///
  /// The kind is the page's `data-page`, the services are its `data-clv-svc`.
  ///
  /// - Throws: ``FileError`` if a page cannot be read.
  package static func pages(of output: FileTree) throws(FileError) -> [SampledPage] {
    var known: Set<[UInt8]> = []
    var pages: [SampledPage] = []
    let home = RelativePath("index.html")
    for path in [home] + output.paths where path.fileExtension == "html" {
      guard let bytes = try output[path]?.read() else { continue }
      let kinds = values(of: "data-page=\"", in: bytes).prefix(1).map { [0] + $0 }
      let services = values(of: "data-clv-svc=\"", in: bytes).map { [1] + $0 }
      let traits = Set((kinds.isEmpty ? [[0]] : kinds) + services)
      guard !traits.isSubset(of: known) else { continue }
      known.formUnion(traits)
      pages.append(SampledPage(path: path))
    }
    return pages
  }

  private static func values(of attribute: StaticString, in bytes: [UInt8]) -> [[UInt8]] {
    var values: [[UInt8]] = []
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "d")) {
      rest = rest[start...]
      guard rest.hasPrefix(attribute) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(attribute.utf8CodeUnitCount)
      values.append(Array(rest.prefix { $0 != UInt8(ascii: "\"") }))
    }
    return values
  }
}
