/// The attacks that signed things must stand, by number, and where that is proved.
///
/// The numbers are those of the threat model, so that none can be forgotten.
enum AttackCase {
  /// Attacks by a token: the names of the vectors and the codes that they are refused with.
  static let tokens: [Int: [(vector: String, verdict: String)]] = [
    1: [("alg-none", "wrong-header")],
    2: [("alg-none-signature-kept", "wrong-header")],
    3: [("hs256-with-public-key", "wrong-header")],
    4: [("alg-lower-case", "wrong-header")],
    5: [("alg-ed25519-spelling", "wrong-header")],
    6: [("header-jwk", "wrong-header")],
    7: [("header-jku", "wrong-header"), ("header-x5u", "wrong-header")],
    8: [("header-crit", "wrong-header")],
    9: [("header-b64-false", "wrong-header")],
    10: [("header-zip", "wrong-header")],
    11: [("unknown-kid", "unknown-key")],
    12: [("other-signer", "bad-signature")],
    13: [("kid-path", "unknown-key")],
    15: [("head-as-entitlement", "wrong-type")],
    16: [("typ-missing", "wrong-header")],
    17: [("typ-jwt", "wrong-type")],
    18: [("header-spaces", "wrong-header")],
    19: [("header-alg-twice", "malformed")],
    20: [("payload-edited", "bad-signature")],
    21: [("signature-bit", "bad-signature")],
    22: [("signature-63-bytes", "bad-signature")],
    23: [("signature-65-bytes", "bad-signature")],
    24: [("signature-empty", "bad-signature")],
    25: [("signature-zero", "bad-signature")],
    26: [("signature-malleable", "bad-signature")],
    27: [("signature-trailing-bits", "bad-signature")],
    28: [("signature-padding", "bad-signature"), ("header-padding", "malformed")],
    29: [("standard-alphabet", "bad-signature")],
    30: [("payload-newline", "bad-signature")],
    31: [("signature-newline", "bad-signature")],
    32: [("two-tokens", "malformed"), ("two-tokens-with-dot", "malformed")],
    33: [("five-parts", "malformed")],
    34: [("two-parts", "malformed")],
    35: [("json-serialization", "malformed")],
    36: [("70-kilobytes", "too-large")],
    37: [("empty", "malformed"), ("dots", "malformed")],
    38: [("exp-twice", "bad-claims"), ("exp-twice-by-escape", "bad-claims")],
    39: [("nfc-and-nfd", "bad-claims")],
    40: [("exp-float", "bad-claims"), ("exp-exponent", "bad-claims")],
    41: [("exp-too-great", "bad-claims")],
    42: [("exp-text", "bad-claims")],
    43: [("exp-null", "bad-claims")],
    44: [("exp-before-nbf", "bad-claims")],
    45: [("lone-surrogate", "bad-claims")],
    46: [("label-nul", "accepted")],
    47: [("nesting-bomb", "bad-claims")],
    48: [("unknown-claim", "bad-claims"), ("grant-unknown-claim", "bad-claims")],
    49: [("trailing-bytes", "bad-claims")],
    50: [("byte-order-mark", "bad-claims")],
    51: [("wrong-author", "wrong-author")],
    52: [("wrong-portal", "wrong-portal")],
    53: [("portal-list", "bad-claims")],
    54: [("expired", "expired")],
    55: [("expired-inside-skew", "accepted"), ("not-yet-inside-skew", "accepted")],
    56: [("not-yet", "not-yet-valid")],
    57: [("clock-set-back", "issued-in-future")],
    58: [("revoked", "revoked")],
    59: [("jti-kelvin", "bad-claims")],
    60: [("jti-upper-case", "bad-claims")],
    61: [("wrong-course", "wrong-course")],
    62: [
      ("course-twice", "bad-claims"), ("course-path", "bad-claims"), ("epoch-zero", "bad-claims"),
      ("short-wrapped-key", "bad-claims"),
    ],
  ]

  /// The others: files below `Tests`, and what stands in them.
  static let others: [Int: [(file: String, test: String)]] = [
    14: [("EntitlementsTests/EntitlementCheckTests.swift", "refusesAKeyWithoutTheRole")],
    63: [("EntitlementsTests/PortalVerificationTests.swift", "tellsNamesApartThatSwiftCallsEqual")],
    64: [
      (
        "EntitlementsTests/PortalVerificationTests.swift",
        "refusesAByteAppendedAFileAddedRemovedOrSwapped"
      )
    ],
    65: [
      (
        "EntitlementsTests/PortalVerificationTests.swift",
        "refusesAByteAppendedAFileAddedRemovedOrSwapped"
      )
    ],
    66: [
      (
        "EntitlementsTests/PortalVerificationTests.swift",
        "refusesAByteAppendedAFileAddedRemovedOrSwapped"
      )
    ],
    67: [
      (
        "EntitlementsTests/PortalVerificationTests.swift",
        "refusesAByteAppendedAFileAddedRemovedOrSwapped"
      )
    ],
    68: [("EntitlementsTests/PortalVerificationTests.swift", "refusesLinksEvenToTheSameBytes")],
    69: [("EntitlementsTests/PortalVerificationTests.swift", "refusesLinksEvenToTheSameBytes")],
    70: [
      ("EntitlementsTests/PortalVerificationTests.swift", "refusesAnyChangedByteOfTheSignedFiles")
    ],
    71: [
      ("EntitlementsTests/PortalVerificationTests.swift", "refusesAnOlderCopyThanOneThatWasSeen")
    ],
    72: [
      ("EntitlementsTests/PortalVerificationTests.swift", "refusesAFrozenCopyAndOneFromTheFuture")
    ],
    73: [
      ("EntitlementsTests/PortalVerificationTests.swift", "refusesAFrozenCopyAndOneFromTheFuture")
    ],
    74: [("EntitlementsTests/PortalVerificationTests.swift", "refusesASignedHeadWithBadClaims")],
    75: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    76: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    77: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    78: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    79: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    80: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    81: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    82: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    83: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    84: [("EntitlementsTests/FolderManifestTests.swift", "refusesAPathThatMeansAnotherFile")],
    85: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    86: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    87: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    88: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    89: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    90: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    91: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    92: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    93: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    94: [("EntitlementsTests/PublicKeyTests.swift", "smallOrder")],
    95: [("EntitlementsTests/Sealing/SealedFileTests.swift", "refusesALessonInAnothersPlace")],
    96: [
      ("EntitlementsTests/Sealing/SealedFileTests.swift", "refusesTheKeyOfAnotherCourseOrEpoch")
    ],
    97: [
      ("EntitlementsTests/Sealing/SealedFileTests.swift", "refusesTheKeyOfAnotherCourseOrEpoch")
    ],
    98: [("EntitlementsTests/Sealing/SealedFileTests.swift", "refusesAChangedByte")],
    99: [("EntitlementsTests/Sealing/SealedFileTests.swift", "refusesAFileThatWasCut")],
    100: [("EntitlementsTests/Sealing/SealedFileTests.swift", "refusesAChangedByte")],
    101: [("EntitlementsTests/Sealing/SealedFileTests.swift", "refusesAChangedByte")],
    102: [("EntitlementsTests/Sealing/SealedFileTests.swift", "refusesAFileThatWasCut")],
    103: [
      (
        "EntitlementsTests/Sealing/CourseSealTests.swift",
        "opensForLoyalBuyersAfterAReKeyAndForNobodyElse"
      )
    ],
    104: [
      ("EntitlementsTests/Sealing/CourseSealTests.swift", "refusesAnothersSlotUnderOnesOwnTag")
    ],
    105: [("Host/test_web_servers.py", "test_hostile_paths_get_no_file_of_another_course")],
    106: [("Host/test_web_servers.py", "test_hostile_paths_get_no_file_of_another_course")],
    107: [("Host/test_web_servers.py", "test_made_up_fields_change_nothing")],
    108: [("Host/test_web_servers.py", "test_the_internal_address_cannot_be_asked")],
    109: [("Host/test_web_servers.py", "no-store")],
    110: [
      ("EntitlementsTests/PortalVerificationTests.swift", "followsTheKeyListButNotBack"),
      ("EntitlementsTests/PortalVerificationTests.swift", "isNotLockedOutByAThiefsHighVersion"),
    ],
    111: [("EntitlementsTests/PortalVerificationTests.swift", "remembersNothingOfWhatItRefused")],
    112: [
      ("FulfilmentTests/WebhookSignatureTests.swift", "looksAtTheTimeInBothDirections"),
      ("FulfilmentTests/ForeignJSONTests.swift", "4900.0"),
      ("Host/test_fulfil.py", "test_what_is_wrong_is_refused_and_leaves_nothing"),
    ],
    113: [
      ("EntitlementsTests/EntitlementCheckTests.swift", "showsALabelThatCannotSteerTheTerminal"),
      (
        "EntitlementsTests/Packing/PortalPackingTests.swift",
        "copiesThePortalWithTheBuyersEntitlement"
      ), ("Reader/refusals.py", "hostile"),
    ],
    114: [
      ("EntitlementsTests/PortalSigningTests.swift", "refusesToPublishSecrets"),
      ("EntitlementsTests/PortalVerificationTests.swift", "findsSecretsAmongSignedFilesWhenAsked"),
    ],
    115: [
      ("Portals/browser.sh", "--closed-words"),
      ("PortalBuildTests/LeakGateTests.swift", "findsSixWordsInEveryKindOfFile"),
    ],
    116: [
      ("EntitlementsTests/KeyFolderTests.swift", "refusesAPlaceThatIsPublishedOrShared"),
      ("EntitlementsTests/KeyFolderTests.swift", "refusesToSignTheFolderItLiesIn"),
    ],
    117: [
      ("EntitlementsTests/KeyFolderTests.swift", "refusesASecretThatOthersRead"),
      ("EntitlementsTests/KeyFolderTests.swift", "refusesAFolderThatOthersRead"),
    ],
    118: [
      (
        "EntitlementsTests/Commands/IssuingCommandTests.swift",
        "takesThePassphraseFromADescriptorAndFromNoArgument"
      )
    ],
    119: [
      ("EntitlementsTests/PortalSigningTests.swift", "refusesNamesThatMeanOtherFilesElsewhere"),
      ("EntitlementsTests/PortalSigningTests.swift", "refusesNamesThatDifferByComposition"),
    ],
    120: [("EntitlementsTests/FolderManifestTests.swift", "refusesWhatNoDiskHolds")],
    121: [("EntitlementsTests/Packing/PortalPackingTests.swift", "packsNoPathThatLeavesTheCopy")],
    122: [
      ("EntitlementsTests/Attacks/LimitTests.swift", "boundsTheFilesOfAManifest"),
      ("EntitlementsTests/Attacks/LimitTests.swift", "readsAHeadThatRevokesMany"),
    ],
    123: [
      ("EntitlementsTests/EntitlementCheckTests.swift", "knowsNoYearThatTimesEndIn"),
      ("EntitlementsTests/Commands/SigningCommandTests.swift", "readsTimes"),
    ],
    124: [
      ("Reader/encoding.test.js", "gives objects that nothing can hide in"),
      ("Reader/refusals.py", "__proto__"),
    ],
    125: [("Reader/sealed.test.js", "believes no script but the one that was asked for")],
  ]
}
