import Templates

/// What a page has for the visitor's choice about services.
struct ConsentFrame: TemplateModel {
  /// The data block; `nil` where there is nothing to choose and nothing that waits.
  var data: [UInt8]?
  var script: [UInt8] = []
  /// The script with the dialogs in the page's language, loaded when they are wanted.
  var choices: [UInt8] = []
  /// Whether there is a question to ask.
  var asks = false
  var isAtBottom = false
  /// The banner's words.
  var text = ""
  var cookiesURL: [UInt8] = []
  var privacyURL: [UInt8] = []
  /// Whether the page may run scripts of services at all.
  var runsServices = false
  var tags: [ServiceTag] = []

  static let fields: [TemplateField<ConsentFrame>] = [
    .html("data") { $0.data }, .text("script") { $0.script }, .text("choices") { $0.choices },
    .flag("asks") { $0.asks }, .flag("at_bottom") { $0.isAtBottom }, .text("text") { $0.text },
    .text("cookies_url") { $0.cookiesURL }, .text("privacy_url") { $0.privacyURL },
    .flag("runs_services") { $0.runsServices }, .list("tags") { $0.tags },
  ]

  /// The frame with its addresses changed.
  func mapping(_ change: ([UInt8]) -> [UInt8]) -> ConsentFrame {
    var frame = self
    frame.script = change(script)
    frame.choices = change(choices)
    frame.cookiesURL = change(cookiesURL)
    frame.privacyURL = change(privacyURL)
    for index in tags.indices where !tags[index].isForeign {
      frame.tags[index].source = change(tags[index].source)
    }
    return frame
  }
}

/// A script of a service, which waits for the visitor's choice unless the portal cannot do without it.
struct ServiceTag: TemplateModel {
  var service: String
  var category: String
  var source: [UInt8]
  var integrity: String?
  var isAsync: Bool
  var waits: Bool
  /// Whether the source is the provider's, not a file of the portal.
  var isForeign: Bool

  static let fields: [TemplateField<ServiceTag>] = [
    .text("service") { $0.service }, .text("category") { $0.category },
    .text("source") { $0.source }, .text("integrity") { $0.integrity },
    .flag("async") { $0.isAsync }, .flag("waits") { $0.waits },
  ]
}
