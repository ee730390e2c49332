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
    for parameter in service.parameters {
      let value = service.values.first { $0.name.value == parameter.name }?.value.value ?? ""
      var text: [UInt8] = []
      text.append(jsonString: value)
      script = script.replacing("{\(parameter.name)}", with: String(utf8: text))
    }
    if !script.hasSuffix("\n") { script += "\n" }
    return Array(script.utf8)
  }
}
