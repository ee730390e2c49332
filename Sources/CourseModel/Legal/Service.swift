/// A service of somebody else that pages may use: its facts, and what an author set.
///
/// The catalogue's files and the entries of `services:` are the same kind of value; an entry begins
/// with what the catalogue knows under its id.
package struct Service: Sendable {
  /// The name in files and attributes, in lower case with hyphens.
  package var id: Located<String>
  package var title: LocalizedText?
  package var category: ConsentCategory?
  package var kind: ServiceKind?
  package var provider = ServiceProvider()
  /// Countries outside the provider's that data goes to, by ISO 3166-1.
  package var transfers: [String] = []
  package var purpose: LocalizedText?
  /// What goes to the provider when the service loads.
  package var sends: LocalizedText?
  /// The addresses that belong to it: a host, or `*.` and a host for all below.
  package var hosts: [Located<String>] = []
  /// What pages may load from it after consent.
  package var sources = ServiceSources()
  package var storage: [StoredItem] = []
  package var embed: ServiceEmbed?
  /// What an author must give, with its form.
  package var parameters: [ServiceParameter] = []
  /// What the author gave.
  package var values: [ServiceValue] = []
  /// A classic script that starts the service once it is allowed; `{name}` stands for a parameter as JSON.
  package var script: String?
  /// A script of the provider that a page loads, for services outside the catalogue.
  package var scriptTag: ServiceScriptTag?
  package var usesGoogleConsentMode = false
  package var consentMode: GoogleConsentMode?
  /// Whether California's law takes it for sharing for advertising across contexts.
  package var isSharing = false
  /// A rule under which an authority lets it run without consent, such as `cnil-audience`.
  package var exemption: String?
  package var placeholder = PlaceholderKind.local
  /// The ids of purposes.
  package var purposes: [Located<String>] = []
  /// The id of a recipient.
  package var recipient: Located<String>?
  /// The day on which the facts were checked at their source; `nil` for facts that were not.
  package var verified: CalendarDate?
  /// Where the facts are from.
  package var factSource: String?
  /// Whether the facts are the catalogue's.
  package var isFromCatalogue = false

  /// A service of which only the name is known.
  package init(id: Located<String>) { self.id = id }

  /// The category, careful where none is given.
  package var effectiveCategory: ConsentCategory { category ?? .marketing }
}

/// How a service comes into a page.
package enum ServiceKind: String, Hashable, Sendable, CaseIterable {
  /// A frame in a text, behind a placeholder.
  case embed
  /// A script that measures.
  case tag
  /// A script that adds something to see.
  case widget
  case payment
  case font
  case form
}

/// Who offers a service.
package struct ServiceProvider: Hashable, Sendable {
  package var name: String?
  /// The country's code of ISO 3166-1.
  package var country: String?
  package var privacyURL: String?

  /// A provider of whom nothing is said yet.
  package init() {}
}

/// The sources of a content security policy that a service needs, by kind of content.
package struct ServiceSources: Hashable, Sendable {
  package var frame: [String] = []
  package var script: [String] = []
  package var image: [String] = []
  package var connection: [String] = []
  package var style: [String] = []
  package var font: [String] = []
  package var media: [String] = []
  package var form: [String] = []

  /// No sources.
  package init() {}
}

/// How addresses of a service become frames.
package struct ServiceEmbed: Hashable, Sendable {
  package var rewrites: [Rewrite] = []
  /// The address that a plain link leads to; `{id}` as in the rewrites.
  package var link: String?

  /// An address in a text and the address that is loaded; `{id}` stands for the same in both.
  package struct Rewrite: Hashable, Sendable {
    package var match = ""
    package var target = ""

    /// A rewrite of which nothing is said yet.
    package init() {}
  }

  /// No rewrites.
  package init() {}
}

/// A value that an author must give for a service.
package struct ServiceParameter: Hashable, Sendable {
  package var name: String
  /// A regular expression for the whole value.
  package var pattern: String

  /// Names a parameter.
  package init(name: String, pattern: String) {
    self.name = name
    self.pattern = pattern
  }
}

/// A value that an author gave for a service.
package struct ServiceValue: Sendable {
  package var name: Located<String>
  package var value: Located<String>

  /// Joins a name and a value.
  package init(name: Located<String>, value: Located<String>) {
    self.name = name
    self.value = value
  }
}

/// A script of a provider.
package struct ServiceScriptTag: Hashable, Sendable {
  package var source: String?
  /// The digest that the file must have (Subresource Integrity).
  package var integrity: String?
  package var isAsync = true

  /// A script of which nothing is said yet.
  package init() {}
}

/// How Google's services learn of a choice.
package enum GoogleConsentMode: String, Hashable, Sendable, CaseIterable {
  /// Nothing loads before consent.
  case basic
  /// Google's script loads before consent and sends messages without cookies.
  case advanced
}

/// What stands in an embed's place until it is allowed.
package enum PlaceholderKind: String, Hashable, Sendable, CaseIterable {
  case local
}
