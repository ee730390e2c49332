// swift-tools-version: 6.2
import PackageDescription

/// A target imports only from the groups above its own.
let package = Package(
  name: "clevio",
  products: [.executable(name: "clevio", targets: ["clevio"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // MARK: The outside world
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .target(name: "CCommonMark", dependencies: ["CMarkGFM"]),
    .systemLibrary(
      name: "LibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CXML", dependencies: ["LibXML2"]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CBuiltinFiles"),
    .target(name: "CEmptyICU"),

    // MARK: Ground: knows nothing of courses
    .target(name: "Bytes"),
    .target(name: "Diagnostics", dependencies: ["Bytes"]),
    .target(
      name: "Files",
      dependencies: [
        "Bytes", "CBuiltinFiles", "Diagnostics",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "CommonMark", dependencies: ["Bytes", "CCommonMark"]),
    .target(name: "HTMLTree", dependencies: ["Bytes", "CXML"]),
    .target(name: "YAMLTree", dependencies: ["Bytes", "Diagnostics", "Yams"]),
    .target(name: "Templates", dependencies: ["Bytes", "Diagnostics"]),
    .target(name: "CodeHighlighting", dependencies: ["Bytes"]),
    .target(name: "MathTypesetting", dependencies: ["Bytes", "Diagnostics"]),
    .target(name: "ImageMetadata", dependencies: ["Bytes"]),

    // MARK: Model
    .target(
      name: "CourseModel", dependencies: ["Bytes", "Diagnostics", "Files"],
      exclude: ["Catalog/currencies.txt"]),
    .target(
      name: "CourseLoading",
      dependencies: ["Bytes", "CommonMark", "CourseModel", "Diagnostics", "Files", "YAMLTree"]),

    // MARK: Subjects: siblings never import each other
    .target(
      name: "PolicyPages",
      dependencies: [
        "Bytes", "CourseLoading", "CourseModel", "Diagnostics", "Files", "Templates", "YAMLTree",
      ],
      exclude: ["Clauses", "Facts"]),
    .target(
      name: "PolicyReview",
      dependencies: [
        "Bytes", "CommonMark", "CourseLoading", "CourseModel", "Diagnostics", "Files", "HTMLTree",
        "YAMLTree",
      ],
      exclude: ["Languages", "Statements"]),
    .target(
      name: "Entitlements",
      dependencies: [
        "Bytes", "CZlib", "CourseModel", "Diagnostics", "Files",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),

    .target(
      name: "ConsentBanner", dependencies: ["Bytes", "CourseModel", "Files"],
      exclude: ["Services"]),

    // MARK: Outputs: siblings never import each other
    .target(
      name: "PortalRendering",
      dependencies: [
        "Bytes", "CodeHighlighting", "CommonMark", "ConsentBanner", "CourseLoading", "CourseModel",
        "Diagnostics", "Entitlements", "Files", "HTMLTree", "ImageMetadata", "MathTypesetting",
        "PolicyPages", "Templates", "YAMLTree",
      ]),
    .target(
      name: "CourseChecks",
      dependencies: [
        "Bytes", "CommonMark", "CourseLoading", "CourseModel", "Diagnostics", "Files",
        "PolicyReview", "YAMLTree",
      ],
      exclude: ["Rules"]),
    .target(
      name: "BrowserChecks",
      dependencies: [
        "Bytes", "ConsentBanner", "CourseModel", "Diagnostics", "Files", "PolicyPages",
      ]),
    .target(
      name: "Fulfilment",
      dependencies: ["Bytes", "CourseModel", "Diagnostics", "Entitlements", "Files", "YAMLTree"],
      exclude: ["Mail/Texts"]),

    // MARK: Program
    .target(
      name: "PreviewServer",
      dependencies: [
        "Bytes", "Entitlements", "Files", "Fulfilment",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      exclude: ["Live"]),
    .target(
      name: "PortalBuild",
      dependencies: [
        "Bytes", "CourseChecks", "CourseLoading", "CourseModel", "Diagnostics", "Entitlements",
        "Files", "PortalRendering",
      ]),
    .executableTarget(
      name: "clevio",
      dependencies: [
        "BrowserChecks", "Bytes", "CEmptyICU", "CourseChecks", "CourseLoading", "CourseModel",
        "Diagnostics", "Entitlements", "Files", "Fulfilment", "PolicyReview", "PortalBuild",
        "PortalRendering", "PreviewServer", "YAMLTree",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: Tests
    .target(
      name: "TestSupport", dependencies: ["Bytes", "Diagnostics", "HTMLTree"],
      path: "Tests/TestSupport"),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "FilesTests", dependencies: ["Bytes", "Diagnostics", "Files", "TestSupport"]),
    .testTarget(name: "CommonMarkTests", dependencies: ["Bytes", "CommonMark"]),
    .testTarget(name: "HTMLTreeTests", dependencies: ["Bytes", "HTMLTree", "TestSupport"]),
    .testTarget(name: "YAMLTreeTests", dependencies: ["Diagnostics", "TestSupport", "YAMLTree"]),
    .testTarget(name: "TemplatesTests", dependencies: ["Diagnostics", "Templates"]),
    .testTarget(name: "CodeHighlightingTests", dependencies: ["Bytes", "CodeHighlighting"]),
    .testTarget(
      name: "MathTypesettingTests", dependencies: ["Bytes", "MathTypesetting", "TestSupport"]),
    .testTarget(
      name: "ImageMetadataTests", dependencies: ["Bytes", "ImageMetadata", "TestSupport"]),
    .testTarget(
      name: "ConsentBannerTests",
      dependencies: ["Bytes", "ConsentBanner", "CourseModel", "Diagnostics"]),
    .testTarget(name: "CourseModelTests", dependencies: ["CourseModel", "Files"]),
    .testTarget(
      name: "CourseLoadingTests",
      dependencies: [
        "Bytes", "CourseLoading", "CourseModel", "Diagnostics", "Files", "TestSupport",
      ]),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Bytes", "CourseModel", "Diagnostics", "Entitlements", "MathTypesetting", "PolicyReview",
      ],
      path: "Tests/FuzzTargets"),
    .testTarget(
      name: "PolicyPagesTests",
      dependencies: [
        "Bytes", "CourseLoading", "CourseModel", "Diagnostics", "Files", "HTMLTree", "PolicyPages",
        "PortalBuild", "Templates", "TestSupport",
      ]),
    .testTarget(
      name: "PolicyReviewTests",
      dependencies: ["CourseModel", "Diagnostics", "PolicyReview", "TestSupport"]),
    .testTarget(
      name: "EntitlementsTests",
      dependencies: [
        "Bytes", "Diagnostics", "Entitlements", "Files", "FuzzTargets", "TestSupport", "clevio",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["requirements.txt"]),
    .testTarget(
      name: "PortalRenderingTests",
      dependencies: [
        "Bytes", "CourseModel", "Diagnostics", "Files", "HTMLTree", "PortalRendering",
        "TestSupport",
      ]),
    .testTarget(
      name: "PortalBuildTests",
      dependencies: [
        "Bytes", "CourseLoading", "CourseModel", "Diagnostics", "Entitlements", "Files",
        "PortalBuild", "TestSupport",
      ]),
    .testTarget(
      name: "RealContent",
      dependencies: [
        "Bytes", "CourseLoading", "CourseModel", "Diagnostics", "Files", "PortalBuild",
      ],
      exclude: [
        "comprehensive-rust.yml", "odin-project.yml", "opensource-guide.yml", "shell-novice.yml",
      ]),
    .testTarget(
      name: "CourseChecksTests",
      dependencies: [
        "Bytes", "CourseChecks", "CourseLoading", "CourseModel", "Diagnostics", "Entitlements",
        "Files", "Fulfilment", "PolicyPages", "PolicyReview", "PortalBuild", "TestSupport",
      ]),
    .testTarget(
      name: "BrowserChecksTests",
      dependencies: ["BrowserChecks", "Bytes", "Files", "TestSupport"]),
    .testTarget(
      name: "FulfilmentTests",
      dependencies: [
        "Bytes", "CourseModel", "Diagnostics", "Entitlements", "Files", "Fulfilment", "TestSupport",
      ]),
    .testTarget(
      name: "PreviewServerTests",
      dependencies: ["Bytes", "Entitlements", "PreviewServer", "TestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "clevio"],
      exclude: ["requirements.txt"]),
  ],
  cLanguageStandard: .c2x
)

// What only a benchmark needs (make bench).
if Context.environment["CLEVIO_BENCH"] != nil {
  package.products.append(.executable(name: "rekeying", targets: ["Rekeying"]))
  package.targets.append(
    .executableTarget(
      name: "Rekeying",
      dependencies: ["Entitlements", .product(name: "Crypto", package: "swift-crypto")],
      path: "Benchmarks/Rekeying"))
}

// libFuzzer needs every target built for it (Scripts/fuzz.sh).
if Context.environment["CLEVIO_FUZZ"] != nil {
  package.products.append(.executable(name: "fuzz", targets: ["fuzz"]))
  package.targets.append(
    .executableTarget(name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz"))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
  // Tests run what they test optimised; optimised themselves they would take longer to compile than to run.
  if target.type == .test { target.swiftSettings?.append(.unsafeFlags(["-Onone"])) }
}
