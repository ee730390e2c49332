package import Diagnostics

/// What `legal.yml` says: the one declaration that policies, banner, cookie table and content security
/// policy are made of.
package struct LegalDeclaration: Sendable {
  /// Rule sets that apply: `eu`, `uk`, `us-ca`, or a country of the EEA.
  package var jurisdictions: [Located<String>] = []
  package var targetCountries: [String] = []
  package var targetLanguages: [LanguageTag] = []
  package var `operator`: LegalOperator?
  package var contact = LegalContact()
  package var audience = Audience()
  package var hasAccounts = false
  package var linkedAccounts: [LinkedAccount] = []
  package var userContent = UserContent()
  package var publicAPI = PublicInterface()
  package var sharing = SocialSharing()
  /// Whether pictures lose what they tell of place, time and camera; always so unless an author says otherwise.
  package var stripsPhotoMetadata = true
  package var purposes: [ProcessingPurpose] = []
  package var profiling = Profiling()
  package var data: [PersonalData] = []
  /// What special categories of data there are, in words; `nil` for none.
  package var sensitiveData: LocalizedText?
  package var recipients: [Recipient] = []
  package var transfers: [DataTransfer] = []
  package var lawEnforcement = LawEnforcement()
  package var sells = false
  package var shares: Located<Bool>?
  package var rights = LearnerRights()
  package var services: [Service] = []
  /// What the portal keeps on devices beside what its own scripts do.
  package var storage: [StoredItem] = []
  package var consent = ConsentSettings()
  package var email = MailSettings()
  package var commerce = Commerce()
  package var accessibility: AccessibilityStatement?
  /// Whether learners' own content is stored for them (Digital Services Act).
  package var hosts = false
  /// The law that the terms choose, in words.
  package var chosenLaw: LocalizedText?
  package var documents: [PolicyDocument: DocumentDeclaration] = [:]
  package var footer: [Located<FooterEntry>] = []
  package var check = CheckSettings()
  /// The file itself.
  package var position = SourcePosition(path: "legal.yml")

  /// A declaration that says nothing.
  package init() {}

  /// Whether data is sold in the sense of California's law.
  package var isSelling: Bool { sells || purposes.contains { $0.california == .sell } }

  /// Whether data is shared for advertising in the sense of California's law.
  package var isSharing: Bool {
    shares?.value == true || services.contains(where: \.isSharing)
      || purposes.contains { $0.california == .share }
  }

  /// The declaration, in which services are what their purposes and recipients say: a service shares data if a
  /// purpose does that it is there for, and its provider is its recipient where no other is named, or the operator for
  /// what runs on a server of their own.
  package var joiningServices: LegalDeclaration {
    let handingOn = Set(purposes.filter { $0.california != nil }.compactMap(\.id?.value))
    var declaration = self
    for index in services.indices {
      let service = services[index]
      if service.purposes.contains(where: { handingOn.contains($0.value) }) {
        declaration.services[index].isSharing = true
      }
      let recipient = recipients.first { $0.id != nil && $0.id?.value == service.recipient?.value }
      if service.provider.name == nil, let recipient {
        declaration.services[index].provider.name = recipient.name
        declaration.services[index].provider.country = service.provider.country ?? recipient.country
        declaration.services[index].provider.privacyURL =
          service.provider.privacyURL ?? recipient.privacyURL
      } else if service.provider.name == nil, service.provider.isOperator {
        declaration.services[index].provider.name = `operator`?.name?.value
      }
    }
    return declaration
  }

  /// Whether it is said what buyers give.
  package var tellsOfOrders: Bool { data.contains(where: \.isOfOrders) }

  /// The services that wait for a choice; without any there is no banner.
  package var optionalServices: [Service] { services.filter { $0.effectiveCategory.isOptional } }
}

/// Another service's account that learners can link.
package struct LinkedAccount: Sendable {
  package var provider: String?
  package var data: [String] = []
  package var scopes: [String] = []
  package var privacyURL: String?

  /// An account of which nothing is said yet.
  package init() {}
}

/// What learners can write for others.
package struct UserContent: Sendable {
  package var hasComments = false
  package var hasMessages = false
  package var moderation: LocalizedText?

  /// Nothing.
  package init() {}
}

/// How pages can be passed on.
package struct SocialSharing: Sendable {
  /// The targets to offer; `nil` for all that there are.
  package var targets: [Located<String>]?

  /// All targets.
  package init() {}
}

/// Whether conclusions are drawn about people.
package struct Profiling: Sendable {
  package var isEnabled = false
  package var logic: LocalizedText?
  package var consequences: LocalizedText?
  package var humanReview: LocalizedText?

  /// No profiling.
  package init() {}
}
