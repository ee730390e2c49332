import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder that entitlements are written into, for their owner's eyes only.
package struct IssuedFolder: Sendable {
  private let path: String

  /// Takes a folder, made if missing.
  ///
  /// - Throws: ``Failure`` also where it lies in a published folder.
  package init(_ path: String) throws(Failure) {
    try PublishedPlace.refuse(path, for: "entitlements")
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .system("make the folder", path)
    }
    guard access(path + "/.", W_OK) == 0 else { throw .system("write into", path) }
    self.path = path
  }

  /// Refuses a name that is taken.
  package func checkIsFree(_ name: String) throws(Failure) {
    try IssuedFolder.checkIsFree(path + "/" + name)
  }

  /// Refuses a path at which there is something, or in a folder that cannot be written.
  package static func checkIsFree(_ path: String) throws(Failure) {
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw .refused(
        .alreadyThere, "\(path) is there already", help: "choose another place with -o")
    }
    let folder = FolderPath.parent(of: path) ?? "."
    guard access(folder + "/.", W_OK) == 0 else { throw .system("write into", folder) }
  }

  /// Writes an entitlement, in place of the same one as it was issued before, perhaps with another key.
  ///
  /// - Throws: ``Failure`` also where something else is in its place.
  package func write(_ text: [UInt8], of id: Identifier, as name: String) throws(Failure) {
    let file = path + "/" + name
    guard let there = try OpenFile.reading(file) else {
      return try WrittenFile.create(file, text, readers: .owner)
    }
    let old = try there.readAll(limit: EntitlementFile.greatestSize)
    guard old != text else { return }
    guard IssuedFolder.isEntitlement(old, of: id) else {
      throw .refused(
        .alreadyThere, "\(file) is there already, and is not the entitlement \(id)",
        help: "move it away, or choose another folder with -o")
    }
    try WrittenFile.replace(file, text, readers: .owner)
  }

  private static func isEntitlement(_ text: [UInt8], of id: Identifier) -> Bool {
    let token = InspectedToken(EntitlementFile.token(in: text))
    guard case .object(let claims)? = token.payload else { return false }
    return claims[Array("jti".utf8)] == .text(id.bytes)
  }

  /// The list of what is in the folder, or is to be; `nil` if there is none.
  package func list(as name: String) throws(Failure) -> [UInt8]? {
    try OpenFile.reading(path + "/" + name)?.readAll(limit: OrderTable.greatestSize)
  }

  /// Removes a list that may be there.
  package func removeList(as name: String) throws(Failure) {
    let file = path + "/" + name
    guard unlink(file) == 0 || errno == ENOENT else { throw .system("remove", file) }
  }

  /// Writes the list of what is in the folder, in place of the one before.
  package func replaceList(_ text: [UInt8], as name: String) throws(Failure) {
    try WrittenFile.replace(path + "/" + name, text, readers: .owner)
  }
}
