import CourseModel
import Diagnostics

/// What is asked before a `legal.yml` is written.
package struct LegalAnswers: Sendable {
  package var name = ""
  package var street = ""
  package var postalCode = ""
  package var city = ""
  /// The country's code of ISO 3166-1.
  package var country = ""
  package var email = ""
  package var phone = ""
  package var sells = false
  /// Ids of the catalogue.
  package var services: [String] = []
  /// The law that the terms choose.
  package var law = ""

  /// No answers.
  package init() {}

  /// What to know about the rules that the file names, if they are not those of the operator's country.
  package var remark: String? { Jurisdiction.rules(for: country).remark }
}

extension LegalAnswers {
  /// Refuses what is no country's code; what was left open is none that is wrong.
  package static func check(country code: String) throws(ScaffoldingError) {
    let isCode = code.utf8.count == 2 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    guard code.isEmpty || isCode else {
      throw ScaffoldingError(
        "\"\(code)\" is no country's code", help: "write two capital letters, such as DE")
    }
  }

  /// Refuses what is no mail address; what was left open is none that is wrong.
  package static func check(email address: String) throws(ScaffoldingError) {
    guard address.isEmpty || address.isMailAddress else {
      throw ScaffoldingError(
        "\"\(address)\" is no mail address", help: "write one address, such as hello@example.org")
    }
  }

  /// Refuses services that the catalogue has not.
  package static func check(services ids: [String]) throws(ScaffoldingError) {
    for id in ids where ServiceCatalogue.service(named: id) == nil {
      let question = Suggestion.question(near: id, among: ServiceCatalogue.ids)
      throw ScaffoldingError(
        "there is no service \"\(id)\" in the catalogue",
        help: question ?? "clevio services lists them")
    }
  }
}

extension Scaffolding {
  /// A commented `legal.yml`.
  ///
  /// - Parameters:
  ///   - answers: What the author said; what was left open stands as a comment.
  ///   - today: The day that the documents' first versions begin.
  /// - Returns: The file's text.
  /// - Throws: ``ScaffoldingError`` for an answer that the file cannot hold.
  package static func legal(_ answers: LegalAnswers, today: String) throws(ScaffoldingError)
    -> String
  {
    try LegalAnswers.check(country: answers.country)
    try LegalAnswers.check(email: answers.email)
    try LegalAnswers.check(services: answers.services)
    let text = LegalText(answers, today: today)
    return text.head + services(answers.services) + text.foot
  }

  private static func services(_ ids: [String]) -> String {
    guard !ids.isEmpty else {
      return """
        # Services of others that pages use; without any there is no banner. "clevio services" lists those that
        # are known.
        # services:
        #   - {id: youtube, use: catalogue}

        """
    }
    var text = """
      # Services of others that pages use. Nothing of them loads before a visitor agrees.
      services:

      """
    for id in ids {
      guard let service = ServiceCatalogue.service(named: id) else { continue }
      text += "  - id: \(id)\n    use: catalogue\n"
      if !service.parameters.isEmpty {
        text += "    params:\n"
        for parameter in service.parameters {
          text += "      \(parameter.name): \"\"  # of the form \(parameter.pattern)\n"
        }
      }
    }
    return text + """

      # On what ground data leaves the European Economic Area; clevio check tells of which service it is asked.
      # transfers:
      #   - {recipient: \(ids[0]), country: US, mechanism: scc}


      """
  }
}

/// The words of a new `legal.yml`.
private struct LegalText {
  let answers: LegalAnswers
  let today: String

  init(_ answers: LegalAnswers, today: String) {
    self.answers = answers
    self.today = today
  }

  /// A line with a value, which is a comment where the value is not known.
  private func line(_ key: String, _ value: String, example: String, indent: String) -> String {
    value.isEmpty
      ? "\(indent)# \(key): \(example)" : "\(indent)\(key): \(YAMLText(value).scalar)"
  }

  private var rules: String { Jurisdiction.rules(for: answers.country).name }

  var head: String {
    """
    # What the policies, the banner, the table of cookies and the content security policy are made of.
    # The texts that come of it are templates and no legal advice: have them read by somebody who knows the law
    # where you are. "clevio schema legal" describes every key; the manual explains them.

    # The rules that apply: eu, uk, us-ca, or the code of a country of the EEA such as fr.
    jurisdictions: [\(rules)]

    # Who runs the portal and answers for it.
    operator:
    \(line("name", answers.name, example: "Atelier Example", indent: "  "))
      address:
    \(line("street", answers.street, example: "1 Example Street", indent: "    "))
    \(line("postal_code", answers.postalCode, example: "\"12345\"", indent: "    "))
    \(line("city", answers.city, example: "Example", indent: "    "))
    \(line("country", answers.country, example: "DE", indent: "    "))
    \(line("email", answers.email, example: "hello@example.org", indent: "  "))
    \(line("phone", answers.phone, example: "\"+49 30 123456\"", indent: "  "))
      # vat_id: DE123456789

    contact:
      # Whether there is a data protection officer (article 37 of the GDPR).
      \(rules == "us-ca" ? "# " : "")dpo: {appointed: false, reason: "the conditions of article 37 are not met"}
      # security: security@example.org

    # What data is used for, and the data itself. The web server keeps a log\(orderRemark).
    purposes:
      - id: security
        title: {en: "Keep the portal secure", de: "Das Portal sicher betreiben"}
        basis: legitimate_interest
        interest: {en: "finding faults and attacks", de: "Fehler und Angriffe finden"}
    \(orderPurpose)data:
      - {id: server_logs, fields: [ip_truncated, time, path, user_agent], source: automatic, purposes: [security], retention: P14D, ccpa: [F], required: automatic}
    \(orderData)
    # Whom data is handed to.
    # recipients:
    #   - {id: host, name: "Example Hosting", role: processor, country: DE, purposes: [security], dpa: true}
    \(orderRecipients)

    """
  }

  private var orderRemark: String {
    answers.sells ? ", and buyers give what an order needs" : "; nothing else is collected here"
  }

  private var orderPurpose: String {
    guard answers.sells else { return "" }
    return """
        - id: orders
          title: {en: "Handle orders", de: "Bestellungen abwickeln"}
          basis: contract

      """
  }

  private var orderData: String {
    guard answers.sells else { return "" }
    return """
        # As long as the law on accounts asks for it where you are.
        - {id: order, fields: [name, email, course, price], source: person, purposes: [orders], retention: P10Y, ccpa: [A, D], required: contractual}

      """
  }

  /// Those who handle payments and mails see what buyers give.
  private var orderRecipients: String {
    guard answers.sells else { return "" }
    return """
      #   - {id: payments, name: "Example Payments", role: controller, country: IE, purposes: [orders]}
      #   - {id: mails, name: "Example Mails", role: processor, country: DE, purposes: [orders], dpa: true}

      """
  }

  var foot: String {
    """
    \(commerce)# The law that the terms choose.
    \(answers.law.isEmpty ? "# terms: {law: Germany}" : "terms: {law: \(YAMLText(answers.law).scalar)}")

    # The versions of the documents. After a change: a new version with a summary, then "clevio policies lock".
    documents:
      privacy: {version: 1, effective: \(today), updated: \(today)}
      terms: {version: 1, effective: \(today), updated: \(today)}
      cookies: {version: 1, effective: \(today), updated: \(today)}

    """
  }

  private var commerce: String {
    guard answers.sells else {
      return """
        # commerce: {enabled: true, currency: EUR}


        """
    }
    return """
      commerce:
        enabled: true
        prices_include_vat: true
        order_button: {en: "Order with obligation to pay", de: "Zahlungspflichtig bestellen"}
        # Whether buyers get at a course before the time for withdrawal is over.
        immediate_access: true
        withdrawal: {days: 14}  # function_url: https://… is the page on which buyers withdraw
        adr: {participates: false}


      """
  }
}
