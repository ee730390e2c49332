import CourseModel
import Files
import PolicyPages
import Templates

/// Makes the functions of a page that stand among the texts of a document.
struct PolicyPartRendering {
  let pages: PolicyRendering
  let output: RelativePath

  /// The script that shows, saves and erases what is kept on the device.
  static let scriptPath = RelativePath("assets/your-data.js")

  /// Appends a function as HTML.
  func render(_ part: PolicyPart, into html: inout [UInt8]) {
    let (site, folder) = (pages.site, output.parent)
    let source = site.policies.source(for: pages.language)
    var model = PolicyPartPage(strings: pages.strings, kind: part.rawValue)
    model.cookiesURL = site.policyPage(.cookies, in: pages.language).reference(from: folder)
    switch part {
    case .deviceData:
      model.script = PolicyPartRendering.scriptPath.reference(from: folder)
      model.items = (source?.deviceItems ?? []).map { item in
        PolicyPartPage.Item(
          name: item.name, kind: item.storage, purpose: item.row.purpose,
          duration: item.row.duration)
      }
    case .requestForm:
      model.requests = (source?.requestRows ?? []).filter { !$0.url.isEmpty }.map {
        PolicyPartPage.Request(id: $0.id, title: $0.title, url: $0.url)
      }
    case .withdrawalForm:
      guard site.portal.legal?.commerce.hasModelForm != false else { return }
      model.formURL =
        site.portal.legal?.commerce.withdrawalURL ?? site.portal.legal?.commerce.withdrawalEndpoint
    case .consentChoice, .consentReceipt:
      guard site.portal.legal?.optionalServices.isEmpty == false else { return }
    case .cookieTable: return
    }
    site.theme.policyPart.render(model, into: &html)
  }
}
