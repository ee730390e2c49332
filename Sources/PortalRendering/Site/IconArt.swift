/// The picture of the browser's tab for a portal without one: an open book in the accent's colour.
enum IconArt {
  /// An SVG image of 32 by 32.
  static func svg(accent: Colour) -> [UInt8] {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">\
      <rect width="32" height="32" rx="7" fill="\(accent.css)"/>\
      <path fill="none" stroke="\(accent.textOn.css)" stroke-width="2.4" stroke-linejoin="round" \
      d="M16 10c-2.5-2-5.500-2.500-9-2.500v14.500c3.500 0 6.500.5 9 2.500c2.500-2 5.500-2.500 9-2.500V7.500\
      c-3.500 0-6.500.5-9 2.500zv14.500"/></svg>

      """
    return Array(svg.utf8)
  }
}
