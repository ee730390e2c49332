extension PortalHead {
  /// The head that lies in a folder, if one of its author's keys signed it.
  ///
  /// - Parameters:
  ///   - folder: A folder that may have been signed.
  ///   - keys: The author's keys; one that may no longer sign counts, too.
  ///   - now: The time, in seconds since 1970.
  /// - Returns: The head; `nil` if there is none, or somebody else's.
  /// - Throws: ``Failure`` if the machine refuses, or the key list has run out.
  static func published(
    in folder: String, by keys: KeyFolder, now: Int
  ) throws(Failure) -> PortalHead? {
    guard let file = try OpenFile.reading(folder + "/" + fileName) else { return nil }
    let token = try file.readAll(limit: TokenType.head.greatestSize)
    for key in try keys.trustedKeys(now: now).all {
      let trusted = TrustedKeys(root: key.publicKey)
      do throws(Refusal) {
        let head = try PortalHead(
          SignedToken(opening: token, as: .head, trusting: trusted, now: now))
        if head.author == keys.author { return head }
      } catch {
        continue
      }
    }
    return nil
  }
}
