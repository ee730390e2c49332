import Bytes
import CourseModel
package import Diagnostics
import Entitlements
import Files
import YAMLTree

extension FulfilmentSettings {
  /// Settings that were read, or what is wrong with them.
  package typealias Reading = (settings: FulfilmentSettings?, diagnostics: [Diagnostic])

  /// Reads the file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Its path, for messages.
  /// - Returns: The settings, unless something in them is wrong; all that is wrong.
  package static func read(_ bytes: [UInt8], path: String) -> Reading {
    var decoding = SettingsDecoding(path: path)
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLTree.parse(bytes, path: path)
    } catch { return (nil, [error.diagnostic]) }
    let settings = decode(
      root ?? YAMLNode(.mapping([]), line: 1, column: 1), &decoding)
    let diagnostics = decoding.diagnostics.sorted()
    return (diagnostics.isEmpty ? settings : nil, diagnostics)
  }

  private static func decode(
    _ root: YAMLNode, _ decoding: inout SettingsDecoding
  ) -> FulfilmentSettings? {
    let subject = "the file"
    let values = decoding.values(
      of: root,
      keys: [
        "portal", "url", "outbox", "label", "providers", "products", "other_products", "mail",
      ], subject: subject)
    let portal = decoding.identifier(
      decoding.required("portal", in: values, of: root, subject: subject), key: "portal")
    let url = decoding.url(
      decoding.required("url", in: values, of: root, subject: subject))
    let outbox = decoding.line(
      decoding.required("outbox", in: values, of: root, subject: subject), key: "outbox",
      limit: 1_000)
    let providers =
      decoding.required("providers", in: values, of: root, subject: subject)
      .map { decoding.providers($0) } ?? [:]
    let products =
      decoding.required("products", in: values, of: root, subject: subject)
      .map { decoding.products($0, of: providers) } ?? []
    let label = decoding.mailText(values["label"], key: "label", limit: 60)
    let ignoresOthers = decoding.otherProducts(values["other_products"])
    let mail = values["mail"].map { decoding.mail($0) } ?? OrderMailSettings()
    guard let portal, let url, let outbox else { return nil }
    return FulfilmentSettings(
      portal: portal, url: url, outbox: outbox, providers: providers, products: products,
      ignoresOtherProducts: ignoresOthers, label: label ?? MailText(template: "Order {order}"),
      mail: mail)
  }
}

extension SettingsDecoding {
  fileprivate mutating func url(_ node: YAMLNode?) -> String? {
    guard let node, let text = line(node, key: "url", limit: 500) else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://127.0.0.1"),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && ![UInt8]("\"<>#?\\").contains($0) })
    else {
      error(
        "fulfil-value", "\(shown(node)) is no address that begins with https://", at: node,
        help: "write the address of the portal's first page, without index.html")
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  fileprivate mutating func otherProducts(_ node: YAMLNode?) -> Bool {
    guard let node else { return false }
    switch node.text {
    case "ignore": return true
    case "refuse": return false
    default:
      error("fulfil-value", "\"other_products\" takes refuse or ignore", at: node)
      return false
    }
  }

  fileprivate mutating func providers(_ node: YAMLNode) -> [Provider: String?] {
    let names = Provider.allCases.map(\.rawValue)
    var providers: [Provider: String?] = [:]
    for (name, value) in values(of: node, keys: names, subject: "\"providers\"") {
      guard let provider = Provider(rawValue: name) else { continue }
      let values = values(of: value, keys: ["secret_file"], subject: "\"\(name)\"")
      let file = line(values["secret_file"], key: "secret_file", limit: 1_000)
      if provider == .gumroad, file != nil, let file = values["secret_file"] {
        error(
          "fulfil-value", "Gumroad signs nothing, so there is no secret", at: file,
          help: "write: gumroad: {}")
      }
      providers[provider] = .some(file)
    }
    return providers
  }

  fileprivate mutating func products(
    _ node: YAMLNode, of providers: [Provider: String?]
  ) -> [Product] {
    guard let items = node.items, !items.isEmpty else {
      error(
        "fulfil-value", "\"products\" takes a list", at: node,
        help: "begin each product with \"- \"")
      return []
    }
    var products: [Product] = []
    var seen: Set<String> = []
    for item in items {
      guard let product = product(item, of: providers, seen: &seen) else { continue }
      products.append(product)
    }
    return products
  }

  private mutating func product(
    _ node: YAMLNode, of providers: [Provider: String?], seen: inout Set<String>
  ) -> Product? {
    let subject = "a product"
    let keys = ["name", "courses", "price", "or_more", "valid"] + Provider.allCases.map(\.rawValue)
    let values = values(of: node, keys: keys, subject: subject)
    let name = line(
      required("name", in: values, of: node, subject: subject), key: "name", limit: 100)
    let courses = items(required("courses", in: values, of: node, subject: subject))
      .compactMap { identifier($0, key: "courses") }
    let prices = prices(required("price", in: values, of: node, subject: subject))
    let names = names(values, of: node, providers, seen: &seen)
    let acceptsMore = flag(values["or_more"], key: "or_more")
    let days = days(values["valid"], key: "valid")
    guard let name, !courses.isEmpty, !prices.isEmpty else { return nil }
    return Product(
      name: name, courses: Set(courses).sorted(), prices: prices, acceptsMore: acceptsMore,
      days: days, names: names)
  }

  private mutating func prices(_ node: YAMLNode?) -> [Price] {
    var prices: [Price] = []
    for item in items(node) {
      guard let price = price(item) else { continue }
      if prices.contains(where: { $0.currency == price.currency }) {
        error(
          "fulfil-price", "there is another price in this currency", at: item,
          help: "give one price for each currency; or_more: true takes higher amounts")
      }
      prices.append(price)
    }
    return prices
  }

  private mutating func names(
    _ values: [String: YAMLNode], of node: YAMLNode, _ providers: [Provider: String?],
    seen: inout Set<String>
  ) -> [Provider: [String]] {
    var names: [Provider: [String]] = [:]
    for provider in Provider.allCases {
      for item in items(values[provider.rawValue]) {
        guard let name = item.text, ForeignJSON.text(Array(name.utf8)).name != nil else {
          error(
            "fulfil-value", "\(shown(item)) is no name of \(provider.title)", at: item,
            help: "copy it from the dashboard: letters, digits, _ and -")
          continue
        }
        if providers[provider] == nil {
          error(
            "fulfil-product", "\(provider.title) is not among the providers", at: item,
            help: "add it under \"providers\"")
        }
        if !seen.insert("\(provider.rawValue) \(name)").inserted {
          error("fulfil-product", "\(shown(item)) already names another product", at: item)
        }
        names[provider, default: []].append(name)
      }
    }
    if names.isEmpty, values["name"] != nil {
      error(
        "fulfil-product", "no provider sells this product", at: node,
        help: "add stripe:, paddle:, lemonsqueezy: or gumroad: with what it is called there")
    }
    return names
  }

  fileprivate mutating func mail(_ node: YAMLNode) -> OrderMailSettings {
    var mail = OrderMailSettings()
    let values = values(
      of: node,
      keys: ["from", "program", "configuration", "language", "subject", "text", "until"],
      subject: "\"mail\"")
    if let from = required("from", in: values, of: node, subject: "\"mail\"") {
      mail.from = from.text.flatMap(MailAddress.init)
      if mail.from == nil {
        error(
          "fulfil-value", "\(shown(from)) is no address", at: from,
          help: "write it as Ada Lovelace <ada@academy.example>")
      }
    }
    if let program = line(values["program"], key: "program", limit: 1_000) {
      mail.program = program
      if !FolderPath.isAbsolute(program), let node = values["program"] {
        error(
          "fulfil-value", "the program's path must begin with /", at: node,
          help: "write the whole path, such as /usr/bin/msmtp")
      }
    }
    mail.configuration = line(values["configuration"], key: "configuration", limit: 1_000)
    mail.language = line(values["language"], key: "language", limit: 35) ?? mail.language
    mail.subject = mailText(values["subject"], key: "subject", limit: 200) ?? mail.subject
    mail.text = mailText(values["text"], key: "text", limit: 10_000) ?? mail.text
    mail.untilSentence = line(values["until"], key: "until") ?? mail.untilSentence
    return mail
  }
}
