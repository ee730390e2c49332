import Bytes
import CourseModel
import Diagnostics
import Files

/// Finds files that an author may think are read, of which nothing becomes anything.
struct UnreadFiles {
  let tree: FileTree
  /// All Markdown files that are not ignored, ordered.
  let texts: [RelativePath]
  let settings: PortalSettings
  let legal: LegalDeclaration?

  /// All of them.
  var all: [Diagnostic] {
    strayFiles + misnamedSettings + misnamedCourses + misnamedIntroductions + misnamedLessons
      + nestedTexts + policyTexts + misspelledIgnores
  }

  /// Lessons that lie beside the courses' folders, and folders that are no courses, where nothing would become of
  /// them.
  private var strayFiles: [Diagnostic] {
    let folder = RelativePath("courses")
    guard settings.courses.isEmpty else { return unlistedFolders(in: folder) }
    guard
      texts.contains(where: { $0.isInside(folder) && !$0.isDirectly(in: folder) })
    else { return [] }
    let files = texts.filter { $0.isDirectly(in: folder) && !$0.isIntroduction }
    return files.map { path in
      Diagnostic(
        "course-file", .warning, "\"\(path)\" belongs to no course",
        at: SourcePosition(path: path.text),
        help:
          "a course is a folder: move the file to courses/\(SourceName(path.stem).slug)/index.md")
    } + textsBeside(folder)
  }

  /// Texts that were the lessons of the only course until there was a folder of courses.
  private func textsBeside(_ courses: RelativePath) -> [Diagnostic] {
    let declared = declaredStems
    let beside = texts.filter { path in
      CourseFolders.mayHoldCourses(path) && !path.isInside(courses) && !Self.isAboutFolder(path)
        && !declared.contains(stem(of: path))
    }
    let places = Set(beside.compactMap { $0.parts.first.map { RelativePath(String($0)) } })
    return places.sorted().map { place in
      Diagnostic(
        "course-file", .warning, "\"\(place)\" belongs to no course",
        at: SourcePosition(path: place.text),
        help: "move it into a folder in \(courses), or name it under ignore: in clevio.yml")
    }
  }

  /// Whether a text is called as those are that tell of a repository, such as `README.md`.
  private static func isAboutFolder(_ path: RelativePath) -> Bool {
    guard path.parent == .root else { return false }
    return path.isIntroduction
      || path.stem == path.stem.uppercased() && path.stem.contains { $0.isLetter }
  }

  /// Folders where courses usually lie, of which the settings' own list says nothing.
  private func unlistedFolders(in folder: RelativePath) -> [Diagnostic] {
    let listed = settings.courses.map(\.path.value)
    var folders: [RelativePath] = []
    for path in texts where path.isInside(folder) && !path.isDirectly(in: folder) {
      // The files of a folder follow each other.
      if let last = folders.last, path.isInside(last) { continue }
      folders.append(folder.appending(String(path.parts[1])))
    }
    return folders.filter { folder in
      !listed.contains { $0.isInside(folder) || folder.isInside($0) }
    }.map { path in
      Diagnostic(
        "course-file", .warning, "\"\(path)\" is no course: clevio.yml lists others",
        at: SourcePosition(path: path.text),
        help: "list it under courses: in clevio.yml, too, or under ignore:")
    }
  }

  /// Files that are nearly called as settings are, of which nothing would hold.
  private var misnamedSettings: [Diagnostic] {
    let known = ["clevio.yml", "legal.yml"]
    let files = tree.files.keys.filter { path in
      path.hasExtension("yml", "yaml") && !path.text.utf8.contains(UInt8(ascii: "/"))
    }
    return files.compactMap { path in
      guard let name = known.first(where: { $0.hasPrefix(path.stem.lowercased() + ".") }),
        path.text != name
      else { return nil }
      let isAlone = tree[RelativePath(name)] == nil
      return Diagnostic(
        "settings-file", isAlone ? .error : .warning, "\"\(path)\" is not read",
        at: SourcePosition(path: path.text), help: "call it \(name)")
    }
  }

  /// A folder that is nearly called `courses`, in a portal that has none of that name and becomes one course.
  private var misnamedCourses: [Diagnostic] {
    let name = "courses"
    guard tree[RelativePath("clevio.yml")] != nil, settings.courses.isEmpty,
      !texts.contains(where: { $0.isInside(RelativePath(name)) })
    else { return [] }
    let folders = Set(
      texts.filter { $0.parts.count > 2 }.compactMap { $0.parts.first.map(String.init) })
    return folders.sorted().filter { Suggestion.nearest(to: $0, among: [name]) != nil }.map {
      folder in
      Diagnostic(
        "course-file", .warning, "the folder \"\(folder)\" is taken for a part of one course",
        at: SourcePosition(path: folder),
        help: "call it \(name) if each folder in it is a course of its own")
    }
  }

  /// Files that are nearly called as what introduces a course or a section, where nothing else does: what they say
  /// of who may read it would not hold.
  private var misnamedIntroductions: [Diagnostic] {
    let near = tree.files.keys.filter { path in
      Self.isNearlyIntroduction(path) && !settings.ignores(path)
        && CourseFolders.mayHoldCourses(path)
    }
    guard !near.isEmpty else { return [] }
    let introduced = Set(texts.filter(\.isIntroduction).map(\.parent))
    let folders = Set(courses.flatMap(\.folders.keys)).subtracting(introduced)
    return near.filter { folders.contains($0.parent) }.sorted().map { path in
      let isMeant = isMeantAsIntroduction(path)
      return Diagnostic(
        "file-unread", isMeant ? .error : .warning,
        "\"\(path)\" does not introduce its folder",
        at: SourcePosition(path: path.text), help: "call it \(path.parent.appending("index.md"))")
    }
  }

  /// Files beside lessons that have other names for Markdown, as other tools and some editors give them.
  private var misnamedLessons: [Diagnostic] {
    let near = tree.files.keys.filter { path in
      let isText =
        path.hasExtension("mdx", "mdown", "mkd", "mkdn", "mdwn")
        || path.hasExtension("txt") && path.stem.lowercased().hasSuffix(".md")
      return isText && !Self.isNearlyIntroduction(path) && !settings.ignores(path)
        && CourseFolders.mayHoldCourses(path)
    }
    guard !near.isEmpty else { return [] }
    let folders = Set(texts.map(\.parent))
    return near.filter { folders.contains($0.parent) }.sorted().map { path in
      let name = path.name.prefix { $0 != "." }
      return unread(path, help: "call it \(path.parent.appending(name + ".md"))")
    }
  }

  /// The courses' folders with what lies in them.
  private var courses: [CourseSource] {
    CourseFolders(settings: settings, files: texts).sources().map(\.source)
  }

  private static func isNearlyIntroduction(_ path: RelativePath) -> Bool {
    let bytes = path.text.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex
    // Some number it, since it comes first: `00-index.md`, `_index.md.txt`.
    let word = bytes[start...].drop { "01-_. ".utf8.contains($0) }
    guard let first = word.first, "irIR".utf8.contains(first) else { return false }
    if word.startIndex != start, CourseSource.isMarkdown(path) {
      return !path.isIntroduction && RelativePath(String(Substring(word))).isIntroduction
    }
    let name = String(Substring(word)).lowercased()
    guard CourseSource.isMarkdown(path) else {
      return ["index.", "readme."].contains { name.hasPrefix($0) }
        && ["txt", "md_", "mdown", "mkd", "mdx", "mkdn", "rst", "bak", "text"].contains(
          path.fileExtension)
    }
    return path.stem.utf8.count > 3 && !path.isIntroduction
      && Suggestion.nearest(to: path.stem, among: ["index", "readme"]) != nil
  }

  /// Whether a file that is nearly called as an introduction has front matter, as one has that decides something.
  private func isMeantAsIntroduction(_ path: RelativePath) -> Bool {
    guard let matter = frontMatter(of: path), !matter.isEmpty else { return false }
    // What begins with a number may be a lesson, unless it says who may read it.
    guard CourseSource.isMarkdown(path), path.name.first?.isNumber == true else { return true }
    return matter.split(separator: UInt8(ascii: "\n")).contains { line in
      let key = line.prefix { $0 != UInt8(ascii: ":") }.filter { !" \"'".utf8.contains($0) }
      return key.equals("status") || UnknownKey.decides(String(utf8: key))
    }
  }

  private func frontMatter(of path: RelativePath) -> [UInt8]? {
    guard let content = tree[path], content.size < 1 << 20 else { return nil }
    do throws(FileError) { return FrontMatter.split(try content.read()).yaml } catch { return nil }
  }

  /// Names under `ignore:` that no file has and one nearly has, which is published then.
  private var misspelledIgnores: [Diagnostic] {
    let unused = settings.ignored.filter { name in
      !name.value.contains("*")
        && !tree.files.keys.contains { settings.ignores($0, by: name.value) }
    }
    guard !unused.isEmpty else { return [] }
    let names = texts.flatMap { [$0.text, $0.parent.text] + $0.parts.map(String.init) }
    return unused.compactMap { ignored in
      Suggestion.question(near: ignored.value, among: Set(names).sorted()).map { question in
        Diagnostic(
          "ignore-name", .warning, "nothing is called \"\(ignored.value)\"", at: ignored.position,
          help: question)
      }
    }
  }

  /// Pages and authors in folders of their own.
  private var nestedTexts: [Diagnostic] {
    ["authors", "pages"].map(RelativePath.init).flatMap { folder in
      texts.filter { $0.isInside(folder) && !$0.isDirectly(in: folder) }.map { path in
        unread(path, help: "move it to \(folder.appending(path.name))")
      }
    }
  }

  /// Files among the policies' texts that are called as none is.
  private var policyTexts: [Diagnostic] {
    let folder = RelativePath("policies")
    let (names, declared) = (policyNames, declaredStems)
    return texts.filter { $0.isInside(folder) }.compactMap { path in
      if declared.contains(stem(of: path)) { return nil }
      let name = path.relative(to: folder)?.text ?? path.name
      guard names.contains(name) else { return unread(path, help: help(for: name, among: names)) }
      return whole(besides: name).map { whole in
        unread(path, help: "\(whole) is the whole text: write it there, or remove that file")
      }
    }
  }

  /// The text that takes the place of a whole document, beside which a file for a part of it has none.
  private func whole(besides name: String) -> RelativePath? {
    let parts = name.split(separator: "/").map(String.init)
    guard parts.count == 2, let document = PolicyDocument(slug: parts[0]) else { return nil }
    if let source = legal?.documents[document]?.source {
      return RelativePath.root.resolving(source.value)
    }
    let language = parts[1].split(separator: ".").dropFirst().dropLast().first
    let names = ["\(parts[0]).md"] + (language.map { ["\(parts[0]).\($0).md"] } ?? [])
    let folder = RelativePath("policies")
    return names.map { folder.appending($0) }.first { tree[$0] != nil }
  }

  private func help(for name: String, among names: [String]) -> String {
    let parts = name.split(separator: ".")
    if parts.count == 3, names.contains("\(parts[0]).md"), LanguageTag(String(parts[1])) != nil {
      return "add \(parts[1]) to languages: in clevio.yml, or take it out of the file's name"
    }
    return Suggestion.nearest(to: name, among: names).map { "call it policies/\($0)" }
      ?? "give it the name of a document, such as policies/terms.md, or name it in legal.yml"
  }

  /// What files in `policies/` can be called: `terms.md`, `terms.de.md`, `privacy/intro.md`.
  private var policyNames: [String] {
    let languages = settings.languages.isEmpty ? [settings.language] : settings.languages
    let endings =
      [".md"]
      + languages.flatMap {
        [".\($0.text).md", ".\($0.text.lowercased()).md", ".\($0.primary).md"]
      }
    return PolicyDocument.allCases.map(\.slug).flatMap { document in
      ["", "/intro", "/more", "/refunds"].flatMap { part in endings.map { document + part + $0 } }
    }
  }

  /// The files that `legal.yml` names, without their endings.
  private var declaredStems: Set<String> {
    guard let legal else { return [] }
    let files =
      legal.documents.values.flatMap { [$0.source, $0.intro, $0.more] }
      + [legal.commerce.refundPolicy]
    return Set(
      files.compactMap { $0.flatMap { RelativePath.root.resolving($0.value) } }.map(stem(of:)))
  }

  /// The path without what follows the first dot of its name.
  private func stem(of path: RelativePath) -> String {
    let name = path.name.prefix { $0 != "." }
    return path.parent.appending(String(name)).text
  }

  private func unread(_ path: RelativePath, help: String) -> Diagnostic {
    Diagnostic(
      "file-unread", .warning, "\"\(path)\" is not read", at: SourcePosition(path: path.text),
      help: help)
  }
}
