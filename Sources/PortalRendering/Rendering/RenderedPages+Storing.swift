package import Bytes
import CourseModel
import Diagnostics
import Files
import Foundation

/// What is left of the pages of courses that are not sealed.
extension RenderedPages: Storable {
  package func store(in bytes: inout [UInt8]) {
    precondition(sealed.isEmpty, "closed words are never stored")
    bytes.store(all: assets.sorted { $0.output < $1.output })
    bytes.store(all: Array(courseAssets.keys.sorted()))
    for name in courseAssets.keys.sorted() {
      bytes.store(all: courseAssets[name, default: []].sorted { $0.output < $1.output })
    }
    let pages = ids.keys.sorted()
    bytes.store(all: pages)
    for page in pages { ids[page, default: PlaceNames()].store(in: &bytes) }
    bytes.store(all: anchors)
    bytes.store(all: search.keys.sorted().flatMap { search[$0, default: []] })
    RenderedPages.encoded(diagnostics).store(in: &bytes)
    bytes.store(all: services.sorted())
    (reachOutside ? 1 : 0).store(in: &bytes)
  }

  package init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    assets = Set(try stored.values())
    for name in try stored.values() as [String] { courseAssets[name] = Set(try stored.values()) }
    for page in try stored.values() as [RelativePath] {
      ids[page] = try PlaceNames(from: &stored)
    }
    anchors = try stored.values()
    for segment in try stored.values() as [IndexSegment] {
      search[segment.language.text, default: []].append(segment)
    }
    diagnostics = try RenderedPages.diagnostics(in: try [UInt8](from: &stored))
    services = Set(try stored.values())
    reachOutside = try Int(from: &stored) == 1
  }

  private static func encoded(_ diagnostics: [Diagnostic]) -> [UInt8] {
    if diagnostics.isEmpty { return [] }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    do { return [UInt8](try encoder.encode(diagnostics)) } catch {
      preconditionFailure("findings are always JSON: \(error)")
    }
  }

  private static func diagnostics(in json: [UInt8]) throws(StoredBytes.Malformed) -> [Diagnostic] {
    if json.isEmpty { return [] }
    do { return try JSONDecoder().decode([Diagnostic].self, from: Data(json)) } catch {
      throw StoredBytes.Malformed()
    }
  }
}

extension Asset: Storable {
  func store(in bytes: inout [UInt8]) {
    source.store(in: &bytes)
    output.store(in: &bytes)
  }

  init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    source = try RelativePath(from: &stored)
    output = try RelativePath(from: &stored)
  }
}

extension AnchorUse: Storable {
  func store(in bytes: inout [UInt8]) {
    page.store(in: &bytes)
    id.store(in: &bytes)
    position.path.store(in: &bytes)
    for number in [position.line, position.column, position.length] { number.store(in: &bytes) }
    target.store(in: &bytes)
  }

  init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    page = try RelativePath(from: &stored)
    id = try [UInt8](from: &stored)
    position = SourcePosition(
      path: try String(from: &stored), line: try Int(from: &stored),
      column: try Int(from: &stored), length: try Int(from: &stored))
    target = try RelativePath(from: &stored)
  }
}
