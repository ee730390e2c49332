package import CourseModel
package import Diagnostics
import Files

/// The services that Clevio knows, one file each.
package enum ServiceCatalogue {
  private static let folder = RelativePath("services")

  /// The ids of all services, ordered.
  package static let ids: [String] = BuiltinFiles.tree.subtree(folder).paths
    .filter { $0.fileExtension == "yml" }.map(\.stem)

  /// What the catalogue knows of a service; `nil` for an id that it has not.
  package static func service(named id: String) -> Service? {
    let path = folder.appending(id + ".yml")
    guard SourceName.isSlug(id), case .bytes(let bytes)? = BuiltinFiles.tree[path] else {
      return nil
    }
    return read(bytes, path: path.text).service
  }

  /// Reads a file of the catalogue, and tells what is wrong with it.
  package static func read(_ bytes: [UInt8], path: String)
    -> (service: Service, diagnostics: [Diagnostic])
  {
    var service = Service(id: Located("", at: SourcePosition(path: path)))
    var decoding = Decoding(strictly: path)
    if let node = decoding.tree(of: bytes)?.withoutNulls {
      decoding.decode(node, into: &service, by: Field.catalogueService, of: "a service")
    }
    service.isFromCatalogue = true
    service.cataloguePurpose = service.purpose
    service.catalogueSends = service.sends
    return (service, decoding.diagnostics)
  }
}

extension Decoding {
  /// For a file whose keys are all known, so that any other is a mistake.
  init(strictly path: String) {
    var settings = PortalSettings()
    settings.isStrict = true
    self.init(path: path, settings: settings)
  }
}
