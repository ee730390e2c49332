import CourseModel
import Files
import PolicyPages
import Templates

/// Makes the functions of a page that stand among the texts of a document.
struct PolicyPartRendering {
  let pages: PolicyRendering
  let output: RelativePath

  /// Appends a function as HTML.
  func render(_ part: PolicyPart, into html: inout [UInt8]) {
    let site = pages.site
    var model = PolicyPartPage(strings: pages.strings, kind: part.rawValue)
    switch part {
    case .deviceData, .consentChoice, .consentReceipt:
      html += site.devicePart(part.rawValue, on: output, in: pages.language) ?? []
      return
    case .requestForm:
      let requests = site.policies.source(for: pages.language)?.requestRows ?? []
      model.requests = requests.filter { !$0.url.isEmpty }.map {
        PolicyPartPage.Request(id: $0.id, title: $0.title, url: $0.url)
      }
    case .withdrawalForm:
      let shop = site.portal.legal?.commerce
      model.formURL = shop?.withdrawalURL ?? shop?.withdrawalEndpoint
    case .cookieTable: return
    }
    site.theme.policyPart.render(model, into: &html)
  }
}
