import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files
import HTMLTree

@testable import PortalRendering

/// A Markdown text as a lesson of a small portal shows it.
struct RenderedText {
  let text: PageText

  /// Renders `markdown` as the body of `courses/knots/01-basics/01-start.md` in a portal with other
  /// `files`.
  init(
    _ markdown: [UInt8], files: [String: [UInt8]] = [:],
    adjust: (inout TextSetting) -> Void = { _ in }
  ) throws {
    text = TextRenderer.render(markdown, in: try RenderedText.setting(files: files, adjust))
  }

  init(
    _ markdown: String, files: [String: [UInt8]] = [:],
    adjust: (inout TextSetting) -> Void = { _ in }
  ) throws {
    try self.init(Array(markdown.utf8), files: files, adjust: adjust)
  }

  /// The setting of a lesson in a portal with some files.
  static func setting(
    files: [String: [UInt8]] = [:], _ adjust: (inout TextSetting) -> Void = { _ in }
  ) throws -> TextSetting {
    var tree = FileTree()
    for (path, bytes) in files { tree[RelativePath(path)] = .bytes(bytes) }
    tree[lesson] = .bytes(Array("# Start\n".utf8))
    let today = CalendarDate(parsing: "2027-01-10")
    guard let today else { throw Unavailable() }
    let options = LoadingOptions(today: today, folderName: "portal")
    let portal = try loadPortal(from: tree, options: options).portal
    return self.setting(portal, adjust)
  }

  static func setting(_ portal: Portal, _ adjust: (inout TextSetting) -> Void) -> TextSetting {
    var diagnostics: [Diagnostic] = []
    let words = BuiltinFiles.tree.subtree(RelativePath("theme/strings"))
    var setting = TextSetting(
      file: lesson, firstLine: 1, output: RelativePath("courses/knots/basics/start.html"),
      title: "", resolver: LinkResolver(portal), images: ImageCatalogue(portal.sources),
      strings: UIStrings(.english, folders: [words], diagnostics: &diagnostics))
    adjust(&setting)
    return setting
  }

  static let lesson = RelativePath("courses/knots/01-basics/01-start.md")

  private struct Unavailable: Error {}

  var html: String { String(utf8: text.html) }

  var words: String { String(utf8: text.words) }

  var ids: [String] { text.ids.map { String(utf8: $0) } }

  /// The findings as `id line:column`.
  var findings: [String] {
    text.diagnostics.sorted().map { "\($0.id) \($0.position.line):\($0.position.column)" }
  }

  /// The page's content as browsers read it.
  func nodes() throws -> [HTMLNode] { try HTMLFragment(parsing: text.html).nodes }

  /// All elements, in document order.
  func elements() throws -> [HTMLElement] { try nodes().allElements }

  /// The elements of a name, in document order.
  func elements(_ name: String) throws -> [HTMLElement] {
    try elements().filter { $0.name == name }
  }
}

extension [HTMLNode] {
  /// Every element of these trees, parents first.
  var allElements: [HTMLElement] {
    flatMap { node -> [HTMLElement] in
      guard case .element(let element) = node else { return [] }
      return [element] + element.children.allElements
    }
  }

  /// The words of these trees.
  var innerText: String {
    map { node in
      switch node {
      case .text(let text): String(utf8: text)
      case .element(let element): element.children.innerText
      case .comment: ""
      }
    }.joined()
  }
}
