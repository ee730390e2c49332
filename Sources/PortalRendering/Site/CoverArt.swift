/// A cover for a course without one: flat shapes in two tones of the accent, chosen by the course's name.
struct CoverArt {
  private var random: UInt64
  private let accent: Colour

  /// Prepares the cover of the course that `name` tells from others.
  init(name: String, accent: Colour) {
    // FNV-1a: the same name gives the same cover on every machine.
    random = name.utf8.reduce(14_695_981_039_346_656_037) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    self.accent = accent
  }

  static let width = 640
  static let height = 360

  /// An SVG image without words.
  func svg() -> [UInt8] {
    var art = self
    let ground = accent.mixed(with: Colour(channels: [0x14, 0x1E, 0x22]), 55)
    let light = accent.mixed(with: .white, 35)
    var shapes = ""
    switch art.next(4) {
    case 0: shapes = art.quarters(accent.css, light.css)
    case 1: shapes = art.rings(accent.css, light.css)
    case 2: shapes = art.bands(accent.css, light.css)
    default: shapes = art.dots(accent.css, light.css)
    }
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360">\
      <rect width="640" height="360" fill="\(ground.css)"/>\(shapes)</svg>

      """
    return Array(svg.utf8)
  }

  /// A number below `limit`.
  private mutating func next(_ limit: Int) -> Int {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return Int(random >> 33) % limit
  }

  private mutating func quarters(_ first: String, _ second: String) -> String {
    var paths = ["", ""]
    for row in 0..<5 {
      for column in 0..<8 {
        let choice = next(7)
        guard choice < 4 else { continue }
        let (x, y) = (column * 80, row * 80)
        let corners = [
          "M\(x) \(y)h80a80 80 0 0 1-80 80z", "M\(x + 80) \(y)v80a80 80 0 0 1-80-80z",
          "M\(x + 80) \(y + 80)h-80a80 80 0 0 1 80-80z", "M\(x) \(y + 80)v-80a80 80 0 0 1 80 80z",
        ]
        paths[next(3) == 0 ? 1 : 0] += corners[choice]
      }
    }
    return "<path fill=\"\(first)\" d=\"\(paths[0])\"/><path fill=\"\(second)\" d=\"\(paths[1])\"/>"
  }

  private mutating func rings(_ first: String, _ second: String) -> String {
    let x = next(2) * 640
    let y = next(2) * 360
    let bright = next(5)
    return (0..<6).map { ring in
      let colour = ring == bright ? second : first
      return
        "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(90 + ring * 105)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(18 + next(4) * 10)\"/>"
    }.joined()
  }

  private mutating func bands(_ first: String, _ second: String) -> String {
    let angle = [30, 45, 60][next(3)]
    var x = -300
    var bands = ""
    var index = 0
    let bright = 2 + next(4)
    while x < 940 {
      let width = 24 + next(5) * 18
      let colour = index == bright ? second : first
      bands += "<rect x=\"\(x)\" y=\"-400\" width=\"\(width)\" height=\"1200\" fill=\"\(colour)\"/>"
      x += width + 40 + next(5) * 22
      index += 1
    }
    return "<g transform=\"rotate(\(angle) 320 180)\">\(bands)</g>"
  }

  private mutating func dots(_ first: String, _ second: String) -> String {
    let fromLeft = next(2) == 0
    let bright = next(40)
    var dots = ""
    for row in 0..<9 {
      for column in 0..<16 {
        let distance = (fromLeft ? column : 15 - column) + row
        let radius = 2 + distance * 14 / 23
        let colour = row * 16 + column == bright * 3 ? second : first
        dots +=
          "<circle cx=\"\(20 + column * 40)\" cy=\"\(20 + row * 40)\" r=\"\(radius)\" fill=\"\(colour)\"/>"
      }
    }
    return dots
  }
}
