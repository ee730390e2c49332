import Bytes

/// The language that an element belongs to.
enum ElementNamespace {
  case html
  case svg
  case mathML

  /// The namespace of an element `name` whose parent takes content of `parent`.
  init(of name: String, inside parent: ElementNamespace) {
    switch (parent, name) {
    case (.html, "svg"): self = .svg
    case (.html, "math"): self = .mathML
    default: self = parent
    }
  }

  /// Whether the content of `element`, one of this namespace, is HTML (WHATWG HTML §13.2.6, HTML and
  /// MathML text integration points), given the value of its attribute `encoding`.
  func takesHTML(in element: String, encoding: @autoclosure () -> [UInt8]?) -> Bool {
    switch (self, element) {
    case (.html, _): true
    case (.svg, "foreignObject"), (.svg, "desc"), (.svg, "title"): true
    case (.mathML, "mi"), (.mathML, "mo"), (.mathML, "mn"), (.mathML, "ms"), (.mathML, "mtext"):
      true
    case (.mathML, "annotation-xml"):
      encoding().map { value in
        let value = value.map(\.asciiLowercased)
        return value.equals("text/html") || value.equals("application/xhtml+xml")
      } ?? false
    default: false
    }
  }

  /// Whether raw text inside `element`, one of this namespace, may be read as markup by some browser:
  /// SVG and MathML have no raw text, `noscript` is raw text itself where scripts run, and `select`
  /// long dropped the tags in it.
  func guardsRawText(in element: String) -> Bool {
    self != .html || element == "noscript" || element == "select"
  }

  /// The tag name with the upper-case letters that SVG gives it.
  func elementName(_ name: String) -> String {
    self == .svg ? Self.svgElements[name] ?? name : name
  }

  /// The attribute name with the upper-case letters that SVG or MathML gives it.
  func attributeName(_ name: String) -> String {
    switch self {
    case .html: name
    case .svg: Self.svgAttributes[name] ?? name
    case .mathML: name == "definitionurl" ? "definitionURL" : name
    }
  }

  private static let svgElements = byLowerCase(
    """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend \
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting \
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient \
    radialGradient textPath
    """)

  private static let svgAttributes = byLowerCase(
    """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant \
    edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength \
    keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits \
    markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits \
    patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio \
    primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures \
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles \
    surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget \
    xChannelSelector yChannelSelector zoomAndPan
    """)

  private static func byLowerCase(_ names: String) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: names.split(separator: " ").map { ($0.lowercased(), String($0)) })
  }
}
