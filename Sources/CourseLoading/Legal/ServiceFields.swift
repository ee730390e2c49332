import CourseModel
import Diagnostics
import YAMLTree

extension Field<Service> {
  /// What a file of the catalogue says of a service.
  static let catalogueService: [Field] =
    common + [
      exemption,
      .flag("self_hosted", "Whether it runs on a server of who runs the portal") {
        $0.provider.isOperator = $1
      },
      .record(
        "embed", "How addresses become frames", fields: Field<ServiceEmbed>.embed,
        of: ServiceEmbed(), { $0.embed = $1 }),
      Field(name: "params", summary: "What an author must give", shape: .mapping(of: .text)) {
        node, service, decoding in
        service.parameters = (node.entries ?? []).compactMap { entry in
          guard let name = entry.key.text, let pattern = decoding.text(entry.value, for: "params")
          else { return nil }
          return ServiceParameter(name: name, pattern: pattern)
        }
      },
      .text("script", "A classic script that starts the service") { $0.script = $1 },
      .record(
        "events", "How it is told of learners' events", fields: Field<ServiceEvents>.events,
        of: ServiceEvents(), { $0.events = $1 }),
      .flag("google_consent_mode", "Whether Google's consent mode steers it") {
        $0.usesGoogleConsentMode = $1
      },
      Field(
        name: "verified", summary: "The day on which the facts were checked, or false",
        shape: .anyOf([.date, .flag])
      ) { node, service, decoding in
        if node.text == "false" { return }
        guard let date = node.text.flatMap(CalendarDate.init(parsing:)) else {
          decoding.error(
            "value-verified", "\"verified\" is \(quoted(node)), which is neither a day nor false",
            at: node, help: "write the day on which the facts were checked, or false")
          return
        }
        service.verified = date
      },
      .text("source", "Where the facts are from") { $0.factSource = $1 },
    ]

  /// What `legal.yml` says of a service, over what the catalogue knows.
  static let declaredService: [Field] =
    common + [
      exemption.warning(
        "consent-model", where: { _ in true }, "the service waits for consent all the same",
        help: "remove exempt:"),
      // The catalogue's facts are taken by the id; the key says so to who reads the file.
      .choice("use", "catalogue, for a service that Clevio knows", of: ServiceUse.self) { _, _ in },
      Field(
        name: "params", summary: "What the service needs to know, such as its measurement id",
        shape: .mapping(of: .text)
      ) { node, service, decoding in
        service.values = (node.entries ?? []).compactMap { entry in
          guard let name = entry.key.text, let value = decoding.text(entry.value, for: name)
          else { return nil }
          return ServiceValue(
            name: Located(name, at: decoding.position(of: entry.key)),
            value: Located(value, at: decoding.position(of: entry.value)))
        }
      },
      Field(name: "events", summary: "Whether it is told of what learners do", shape: .flag) {
        node, service, decoding in
        var told = Located(false, at: decoding.position(of: node))
        let flag = Field<Located<Bool>>.flag("events", "") { $0.value = $1 }
        flag.decode(node, &told, &decoding)
        service.wantsEvents = told
      },
      .record(
        "script", "A script of the provider", fields: Field<ServiceScriptTag>.scriptTag,
        of: ServiceScriptTag(), { $0.scriptTag = $1 }),
      .texts("purposes", "The ids of purposes") { $0.purposes = $1 },
      .located("recipient", "The id of a recipient") { $0.recipient = $1 },
      .choice("consent_mode", "How Google learns of a choice", of: GoogleConsentMode.self) {
        $0.consentMode = $1
      },
      .choice(
        "placeholder", "What stands in its place, always a local text", of: PlaceholderKind.self
      ) { _, _ in },
      .flag("share", "Whether California's law takes it for sharing") { $0.isSharing = $1 },
    ]

  private static let common: [Field] = [
    .located("id", "The name, in lower case with hyphens") { $0.id = $1 },
    .localized("title", "The name as readers see it") { $0.title = $1 },
    .choice("category", "What the choice is made for", of: ConsentCategory.self) {
      $0.category = $1
    },
    .choice("kind", "How it comes into a page", of: ServiceKind.self) { $0.kind = $1 },
    .record(
      "provider", "Who offers it", fields: Field<ServiceProvider>.provider,
      of: ServiceProvider(), { $0.provider = $1 }),
    .countries("transfers", "Other countries that data goes to") { $0.transfers = $1 },
    .localized("purpose", "What it is for, in one sentence") { $0.purpose = $1 },
    .localized("sends", "What goes to the provider when it loads") { $0.sends = $1 },
    .texts("hosts", "The hosts that belong to it") { $0.hosts = $1 },
    .record(
      "load", "What pages may load from it", fields: Field<ServiceSources>.sources,
      of: ServiceSources(), { $0.sources = $1 }),
    .records(
      "storage", "What it keeps on devices", fields: Field<StoredItem>.storedItem,
      at: StoredItem.init(at:), { $0.storage = $1 }),
    .flag("sell_or_share", "Whether California's law takes it for a sale or for sharing") {
      $0.isSharing = $1
    },
  ]

  private static let exemption = Field.text(
    "exempt", "A rule under which authorities ask for no consent"
  ) { $0.exemption = $1 }
}

/// Where the facts of a service come from.
enum ServiceUse: String, CaseIterable, Sendable {
  case catalogue
}

/// What stands in an embed's place until it is allowed.
enum PlaceholderKind: String, CaseIterable, Sendable {
  case local
}

extension Field<ServiceProvider> {
  static let provider: [Field] = [
    .text("name", "The provider's name") { $0.name = $1 },
    .country("country", "The provider's country") { $0.country = $1 },
    .webAddress("privacy_url", "The provider's privacy policy") { $0.privacyURL = $1.value },
  ]
}

extension Field<ServiceSources> {
  static let sources: [Field] = [
    .words("frame", "Hosts of frames") { $0.frame = $1 },
    .words("script", "Hosts of scripts") { $0.script = $1 },
    .words("img", "Hosts of pictures") { $0.image = $1 },
    .words("connect", "Hosts that scripts talk to") { $0.connection = $1 },
    .words("style", "Hosts of style sheets") { $0.style = $1 },
    .words("font", "Hosts of fonts") { $0.font = $1 },
    .words("media", "Hosts of films and sounds") { $0.media = $1 },
    .words("form", "Hosts that forms are sent to") { $0.form = $1 },
  ]
}

extension Field<ServiceEmbed> {
  static let embed: [Field] = [
    .records(
      "rewrite", "Addresses in texts and what is loaded for them",
      fields: Field<ServiceEmbed.Rewrite>.rewrite, of: ServiceEmbed.Rewrite(),
      { $0.rewrites = $1 }),
    .text("link", "The address of the plain link") { $0.link = $1 },
  ]
}

extension Field<ServiceEmbed.Rewrite> {
  static let rewrite: [Field] = [
    .text("match", "The address in a text; {id} stands for any run") { $0.match = $1 },
    .text("to", "The address that is loaded") { $0.target = $1 },
  ]
}

extension Field<ServiceEvents> {
  static let events: [Field] = [
    .text("script", "A function of an event's name and detail") { $0.script = $1 },
    .localized("sends", "What goes to the provider with the events") { $0.sends = $1 },
    .flag("always", "Whether the service is there for nothing else") { $0.isAlways = $1 },
  ]
}

extension Field<ServiceScriptTag> {
  static let scriptTag: [Field] = [
    .webAddress("src", "The script's address") { $0.source = $1.value },
    .text("integrity", "The digest that the file must have") { $0.integrity = $1 },
    .flag("async", "Whether it may run as soon as it is there") { $0.isAsync = $1 },
  ]
}

extension Field<StoredItem> {
  static let storedItem: [Field] = [
    .located("name", "The name; * stands for any run of characters") { $0.name = $1 },
    .choice("type", "Where the browser keeps it", of: StorageKind.self, isDecisive: true) {
      $0.kind = $1
    },
    .choice("party", "Whose storage it is", of: StorageParty.self) { $0.party = $1 },
    .retention("max_age", "How long it stays: P180D, or session", takesWords: false) {
      $0.lifetime = $1.value
    },
    .flag("refresh", "Whether its life begins anew at each visit") { $0.isRefreshed = $1 },
    .localized("purpose", "What it is for") { $0.purpose = $1 },
    .choice("category", "What the choice is made for", of: ConsentCategory.self) {
      $0.category = $1
    },
    .flag("linked_to_account", "Whether it belongs to an account") { $0.isLinkedToAccount = $1 },
    .choice("set", "When it is kept", of: StorageMoment.self) {
      $0.isSetOnUserAction = $1 == .onUserAction
    },
    .text("domain", "The domain of a cookie, where it is not the portal's") { $0.domain = $1 },
    .text("path", "The path of a cookie") { $0.path = $1 },
  ]
}

/// When something is kept on a device.
enum StorageMoment: String, CaseIterable, Sendable {
  case always
  case onUserAction = "on_user_action"
}
