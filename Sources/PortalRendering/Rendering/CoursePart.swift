package import Bytes
package import Files

/// A course's pages and what is left of them, to be taken by another build in place of making them again.
package struct CoursePart: Sendable {
  /// A file that was made.
  package struct File: Sendable {
    package var path: RelativePath
    /// In bytes.
    package var size: Int
    /// What tells its version to learners who saved it; `nil` for what nobody saves.
    package var summary: FileSummary?
    /// What it holds; `nil` where it lies in the output already.
    package var content: FileContent?

    /// Describes a file.
    package init(
      path: RelativePath, size: Int, summary: FileSummary?, content: FileContent?
    ) {
      self.path = path
      self.size = size
      self.summary = summary
      self.content = content
    }
  }

  /// Tells what the pages were made from.
  package var key: ContentDigest
  package var rendered: RenderedPages
  /// The files, in the order in which they were made.
  package var files: [File]
  /// When anything that the pages were made from was last changed, in nanoseconds since 1970.
  ///
  /// It is 0 where that does not matter, and not stored.
  package var lastChange = 0

  /// Joins what a course left.
  package init(key: ContentDigest, rendered: RenderedPages, files: [File]) {
    self.key = key
    self.rendered = rendered
    self.files = files
  }
}

extension CoursePart: Storable {
  /// Stores all but the contents of the files.
  package func store(in bytes: inout [UInt8]) {
    key.bytes.store(in: &bytes)
    rendered.store(in: &bytes)
    bytes.store(all: files)
  }

  package init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    guard let key = ContentDigest(bytes: try [UInt8](from: &stored)) else {
      throw StoredBytes.Malformed()
    }
    self.key = key
    rendered = try RenderedPages(from: &stored)
    files = try stored.values()
    guard stored.isAtEnd else { throw StoredBytes.Malformed() }
  }
}

extension CoursePart.File: Storable {
  package func store(in bytes: inout [UInt8]) {
    path.store(in: &bytes)
    size.store(in: &bytes)
    (summary?.digest ?? []).store(in: &bytes)
  }

  package init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    path = try RelativePath(from: &stored)
    size = try Int(from: &stored)
    let digest = try [UInt8](from: &stored)
    guard digest.isEmpty || digest.count == 16 else { throw StoredBytes.Malformed() }
    summary = digest.isEmpty ? nil : FileSummary(size: size, digest: digest)
  }
}
