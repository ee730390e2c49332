import Bytes
import ConsentBanner
import Files

/// A style sheet of an author's theme, which names fonts and pictures relative to its own folder.
struct ThemeStyleSheet {
  /// What it loads from other hosts, and the style sheet as it is published.
  let scan: StyleScan
  /// What it names that is not there.
  let missing: [Missing]

  /// A font or picture that is not there.
  struct Missing {
    /// Where it would be in the theme's folder.
    let file: RelativePath
    /// Where in the style sheet its address is written.
    let range: Range<Int>
  }

  /// Looks through a style sheet.
  ///
  /// - Parameters:
  ///   - path: Where it is in the theme's folder.
  ///   - bytes: Its text.
  ///   - files: All files of the theme.
  init(_ path: RelativePath, _ bytes: [UInt8], among files: FileTree) {
    var missing: [Missing] = []
    scan = StyleScan(bytes) { address, range in
      let name = address.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      let isRelative = !name.contains(UInt8(ascii: ":")) && name.first != UInt8(ascii: "/")
      guard !name.isEmpty, isRelative,
        let file = path.parent.resolving(String(utf8: name.percentDecoded))
      else { return nil }
      guard files[file] != nil, ThemeMedia.isMedia(file) else {
        missing.append(Missing(file: file, range: range))
        return nil
      }
      return ThemeMedia.output(of: file).reference(from: RelativePath("assets"))
        + address[name.endIndex...]
    }
    self.missing = missing
  }
}
