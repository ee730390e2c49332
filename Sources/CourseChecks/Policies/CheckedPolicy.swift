import CourseLoading
import CourseModel
import Diagnostics
import Files
import PolicyReview

/// A text that an operator wrote for a policy, which rules look at.
struct CheckedPolicy {
  let text: OwnText
  /// The policy that it is the whole text of; `nil` for a part of one.
  let document: PolicyDocument?
  let portal: Portal
  let legal: LegalDeclaration

  /// All such texts of a portal that can be read, ordered by path.
  static func all(of portal: Portal) -> [CheckedPolicy] {
    let legal = portal.legal ?? LegalDeclaration()
    let sets = legal.jurisdictions.map { name in
      Jurisdiction.countries.contains(name.value) ? "eu" : name.value
    }
    let jurisdictions = sets.isEmpty ? ["eu"] : Set(sets)
    return files(of: portal, legal).sorted { $0.key < $1.key }.compactMap { path, document in
      guard let bytes = try? portal.sources[path]?.read(),
        let text = OwnText(
          bytes, path: path.text, jurisdictions: jurisdictions, today: portal.today)
      else { return nil }
      return CheckedPolicy(text: text, document: document, portal: portal, legal: legal)
    }
  }

  /// The files of such texts, ordered by path.
  static func texts(of portal: Portal) -> [MarkdownFile] {
    files(of: portal, portal.legal ?? LegalDeclaration()).keys.sorted().compactMap { path in
      portal.sources[path].map { MarkdownFile(path: path, content: $0) }
    }
  }

  /// The files in `policies/`, and those that `legal.yml` names, with what each is the whole of.
  private static func files(
    of portal: Portal, _ legal: LegalDeclaration
  ) -> [RelativePath: PolicyDocument?] {
    var files: [RelativePath: PolicyDocument?] = [:]
    for path in portal.sources.subtree(RelativePath("policies")).paths {
      let file = RelativePath("policies").appending(path.text)
      guard path.fileExtension == "md" else { continue }
      let name = path.text.split(separator: ".").first.map(String.init) ?? ""
      files[file] = .some(PolicyDocument(slug: name))
    }
    for (document, declared) in legal.documents {
      for part in [declared.intro, declared.more] {
        if let part, let path = RelativePath.root.resolving(part.value) { files[path] = .some(nil) }
      }
      if let source = declared.source, let path = RelativePath.root.resolving(source.value) {
        files[path] = .some(document)
      }
    }
    return files
  }
}

/// A rule that looks at one text.
protocol OwnPolicyRule {
  static func findings(in policy: CheckedPolicy) -> [Diagnostic]
}

/// What the text says or lacks by itself, as in policies that Clevio did not write.
enum PolicyWording: OwnPolicyRule {
  static func findings(in policy: CheckedPolicy) -> [Diagnostic] {
    policy.text.mistakes + (policy.document == .privacy ? policy.text.lacks : [])
  }
}
