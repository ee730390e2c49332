import Bytes
package import CourseModel
package import Files

/// The script that starts a service, as a file of the portal: pages hold no code.
package enum ServiceScript {
  /// Where a service's script is written.
  package static func path(of service: Service) -> RelativePath {
    RelativePath("assets/services/\(service.id.value).js")
  }

  /// The script with the author's values, each as a JSON text; `nil` for a service without one.
  package static func bytes(of service: Service) -> [UInt8]? {
    guard var script = service.script else { return nil }
    if !script.hasSuffix("\n") { script += "\n" }
    if let events = service.events, service.isToldOfEvents {
      script += forwarding + "(\(events.script.trimmingNewline));\n"
    }
    return filled(script, for: service)
  }

  /// A script with values in place of its parameters; what looks like a parameter within a value stays.
  private static func filled(_ script: String, for service: Service) -> [UInt8] {
    var rest = Array(script.utf8)[...]
    var filled: [UInt8] = []
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      let name = rest[open...].dropFirst().prefix { !"{}".utf8.contains($0) }
      let isClosed = rest[name.endIndex...].first == UInt8(ascii: "}")
      let parameter = service.parameters.first { $0.name.utf8.elementsEqual(name) }
      if isClosed, let parameter {
        let value = service.values.first { $0.name.value == parameter.name }?.value.value ?? ""
        filled += rest[..<open]
        filled += value.quotedAsJSON.utf8
        rest = rest[(name.endIndex + 1)...]
      } else {
        filled += rest[..<name.endIndex]
        rest = rest[name.endIndex...]
      }
    }
    return filled + rest
  }

  /// Hands each event of a learner to a service, with those of its details that are plain values.
  private static let forwarding = """
    (function (tell) {
      "use strict";
      var names = ["course-started", "course-purchased", "course-midpoint", "course-completed",
        "lesson-completed", "quiz-answered"];
      names.forEach(function (name) {
        document.addEventListener("clevio:" + name, function (event) {
          var plain = {};
          for (var key in event.detail) {
            if (typeof event.detail[key] !== "object") plain[key] = event.detail[key];
          }
          tell(name, plain);
        });
      });
    })
    """
}

extension String {
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
