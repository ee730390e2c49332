import Bytes
package import CourseModel
import Diagnostics
import Files
import YAMLTree

/// What the portal's own scripts keep on devices.
package enum OwnStorage {
  /// The items that a portal's scripts may keep, and those that its declaration adds.
  package static func items(of legal: LegalDeclaration, isSelling: Bool) -> [StoredItem] {
    let added = legal.storage
    let names = Set(added.compactMap(\.name?.value))
    let own = all.filter { entry in
      switch entry.condition {
      case "consent": !legal.optionalServices.isEmpty
      case "shop": isSelling
      default: true
      }
    }
    return own.map(\.item).filter { !names.contains($0.name?.value ?? "") } + added
  }

  /// The names of everything that the program's scripts may keep.
  package static var names: [String] { all.compactMap(\.item.name?.value) }

  /// Whether the portal's scripts keep what a learner does.
  static var keepsLearning: Bool {
    names.contains { $0.hasPrefix("clevio:progress") || $0.hasPrefix("clevio:note") }
  }

  private static func isUsed(_ name: String) -> Bool {
    let start = Array(name.prefix { $0 != "*" }.utf8)
    return scripts.contains { $0.contains(bytes: start) }
  }

  private static let scripts: [[UInt8]] = BuiltinFiles.tree.subtree(RelativePath("theme"))
    .files.compactMap { path, content in
      guard path.fileExtension == "js", case .bytes(let bytes) = content else { return nil }
      return bytes
    }

  private struct Entry: Sendable {
    var item: StoredItem
    var condition: String?
  }

  /// The items whose names stand in a script of the program.
  private static let all: [Entry] = (BuiltinYAML.root(of: "facts/own-storage.yml")?.items ?? [])
    .filter { node in isUsed(node["name"]?.text ?? "") }.map { node in
      var item = StoredItem(at: .init(path: "facts/own-storage.yml", line: node.line))
      item.name = node["name"]?.text.map { Located($0, at: item.position) }
      item.kind = node["type"]?.text.flatMap(StorageKind.init(rawValue:)) ?? .localStorage
      item.lifetime = node["max_age"]?.text.flatMap(CalendarPeriod.init(parsing:))
        .map { .period($0) }
      item.purpose = FactFile.localizedText(node["purpose"])
      item.category = .necessary
      item.isSetOnUserAction = node["set"]?.text == "on_user_action"
      return Entry(item: item, condition: node["when"]?.text)
    }
}
