import Files
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc

/// A disk of 64 KB, which only the superuser can make.
private final class SmallDisk {
  let folder: TemporaryFolder

  init?() throws {
    folder = try TemporaryFolder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=64k") == 0 else {
      print("notice: no small disk could be mounted; what a full disk does is not tested")
      return nil
    }
  }

  func letNothingBeWritten() {
    mount(nil, folder.path, nil, UInt(MS_REMOUNT | MS_RDONLY), nil)
  }

  deinit { umount2(folder.path, Int32(MNT_DETACH)) }
}

@Suite struct FullDiskTests {
  @Test func keepsTheOldPortalWhenTheDiskIsFull() throws {
    guard let disk = try SmallDisk() else { return }
    let cache = try TemporaryFolder()
    func open() throws -> OutputFolder {
      try OutputFolder(disk.folder.path + "/public", cache: cache.path)
    }
    let (index, film) = (RelativePath("index.html"), RelativePath("film.mp4"))
    do {
      let output = try open()
      let old = try output.stage(.bytes(Array("old".utf8)), at: index)
      _ = try output.commit([index: old])
    }
    do {
      let output = try open()
      _ = try output.stage(.bytes(Array("new".utf8)), at: index)
      let error = #expect(throws: FileError.self) {
        try output.stage(.bytes([UInt8](repeating: 1, count: 200_000)), at: film)
      }
      #expect(error?.cause == "No space left on device")
      #expect(error?.path.hasSuffix("/film.mp4") == true)
    }
    #expect(disk.folder.read("public/index.html") == "old")
    let output = try open()
    let new = try output.stage(.bytes(Array("new".utf8)), at: index)
    _ = try output.commit([index: new])
    #expect(disk.folder.read("public/index.html") == "new")
  }

  @Test func leavesNoneOfSomeNewFilesWhenTheDiskIsFull() throws {
    guard let disk = try SmallDisk() else { return }
    let film = FileContent.bytes([UInt8](repeating: 1, count: 200_000))
    let text = FileContent.bytes(Array("# A".utf8))
    let files = FileTree([RelativePath("a/index.md"): text, RelativePath("b/film.mp4"): film])
    #expect(throws: FileError.self) { try files.create(in: disk.folder.path + "/portal") }
    #expect(access(disk.folder.path + "/portal", F_OK) != 0)
    disk.folder.write("old", to: "b/film.mp4")
    let error = #expect(throws: FileError.self) {
      try FileTree([RelativePath("b/film.mp4"): film]).replace(in: disk.folder.path)
    }
    #expect(error?.path == disk.folder.path + "/b/film.mp4")
    #expect(error?.cause == "No space left on device")
    #expect(disk.folder.files == ["b/film.mp4"])
    #expect(disk.folder.read("b/film.mp4") == "old")
  }

  @Test func tellsWhyWhatABuildLeftCannotBeRemoved() throws {
    guard let disk = try SmallDisk() else { return }
    let cache = try TemporaryFolder()
    disk.folder.write("half", to: "public/.clevio-staging/index.html")
    disk.letNothingBeWritten()
    let error = #expect(throws: FileError.self) {
      try OutputFolder.removeStaging(in: disk.folder.path + "/public", cache: cache.path)
    }
    #expect(error?.action == "remove")
    #expect(error?.path.hasSuffix("/public/.clevio-staging/index.html") == true)
    #expect(error?.cause == "Read-only file system")
  }
}
#endif
