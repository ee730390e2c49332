import Bytes
package import HTMLTree

/// A tree as indented lines for tests: line number, tag, attributes, quoted text.
package struct HTMLDump: CustomStringConvertible, Sendable {
  /// The lines, each ended by a line feed.
  package let description: String

  /// The dump of `nodes`.
  package init(of nodes: [HTMLNode]) {
    var lines = ""
    Self.append(nodes, depth: 0, to: &lines)
    self.description = lines
  }

  private static func append(_ nodes: [HTMLNode], depth: Int, to lines: inout String) {
    let indentation = String(repeating: "  ", count: depth)
    for node in nodes {
      lines += indentation
      switch node {
      case .text(let text): lines += quoted(text) + "\n"
      case .comment(let text): lines += "<!--" + quoted(text) + "-->\n"
      case .element(let element):
        lines += "<" + element.name
        for attribute in element.attributes {
          lines += " " + attribute.name + "=" + quoted(attribute.value)
        }
        lines += "> \(element.line)\n"
        append(element.children, depth: depth + 1, to: &lines)
      }
    }
  }

  private static func quoted(_ text: [UInt8]) -> String {
    var result = "\""
    for scalar in String(utf8: text).unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
