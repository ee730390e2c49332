import CourseModel
import Files

/// What pages weigh with all that they load, before a server compresses it.
struct PageWeights {
  /// What pages have in common that load the same files.
  private struct Loads {
    var files: [(file: OutputName, kind: PageFacts.Link.Kind)]
    var page: RelativePath
    var kind: String
    var pages: Int
  }

  private var loads: [[OutputName]: Loads] = [:]
  private var sizes: [(page: RelativePath, kind: String, bytes: Int)] = []

  /// Takes a page with what it loads.
  mutating func add(_ page: PageFacts, _ links: PageLinks) {
    sizes.append((page.output, page.kind, page.bytes.count))
    var files: [(file: OutputName, kind: PageFacts.Link.Kind)] = []
    var known: Set<OutputName> = []
    for link in links.links where link.kind != .page && link.kind != .other {
      if known.insert(link.target.file).inserted {
        files.append((link.target.file, link.kind))
      }
    }
    let key = files.map(\.file)
    guard var other = loads[key] else {
      loads[key] = Loads(files: files, page: page.output, kind: page.kind, pages: 1)
      return
    }
    other.pages += 1
    if page.output < other.page { (other.page, other.kind) = (page.output, page.kind) }
    loads[key] = other
  }

  /// Tells of pages that weigh more than they may.
  func tell(
    _ found: inout FoundOnPages, budgets: CheckBudgets, sizes files: [OutputName: Int]
  ) {
    for (page, kind, bytes) in sizes {
      if let finding = PageWeight.finding(bytes, of: .page, budgets) {
        found.add(finding, on: page, kind: kind)
      }
    }
    for loads in loads.values {
      for kind in [PageFacts.Link.Kind.styleSheet, .script, .image] {
        let bytes = loads.files.filter { $0.kind == kind }.map { files[$0.file] ?? 0 }
        guard let finding = PageWeight.finding(bytes.reduce(0, +), of: kind, budgets) else {
          continue
        }
        found.add(finding, on: loads.page, kind: loads.kind, pages: loads.pages)
      }
    }
  }
}
