import Bytes
import CourseModel
import Files

/// The description of the API in the form of OpenAPI 3.1.
struct OpenAPIDescription {
  private let portal: PublicPortal

  init(_ portal: PublicPortal) { self.portal = portal }

  var json: JSONValue {
    let settings = portal.portal.settings
    return [
      "openapi": "3.1.1",
      "info": [
        "title": .text(settings.title.isEmpty ? "Courses" : settings.title), "version": "1.0.0",
        "summary": settings.tagline.map(JSONValue.text),
        "description": "The courses that this portal lists. Static files: they need no key.",
        "license": settings.license.map(license),
      ],
      "servers": [["url": .text(server)]],
      "paths": [
        "/api/v1/site.json": path("site", "The portal", .site),
        "/api/v1/courses.json": path("courses", "All courses in short", .courses),
        "/api/v1/courses/{slug}.json": path("course", "One course", .course, isOneOfMany: true),
        "/api/v1/authors/{slug}.json": path("author", "One author", .author, isOneOfMany: true),
        "/api/v1/policies.json": path("policies", "The policies", .policies),
      ],
    ]
  }

  /// The portal's root without the slash that paths begin with.
  private var server: String {
    guard let base = setting.absolute(.root) else { return "../.." }
    return base.utf8.last == UInt8(ascii: "/") ? String(base.dropLast()) : base
  }

  private var setting: ExchangeSetting { portal.setting }

  private func license(_ name: String) -> JSONValue {
    ["name": .text(name), "url": setting.licenseURL(name).map(JSONValue.text)]
  }

  private func path(
    _ id: String, _ summary: String, _ schema: APISchema, isOneOfMany: Bool = false
  ) -> JSONValue {
    let slug: JSONValue = [
      "name": "slug", "in": "path", "required": true,
      "description": "The name in addresses, as the lists give it.", "schema": ["type": "string"],
    ]
    let missing: JSONValue = ["description": "There is none of this name, or it is not listed."]
    return [
      "get": [
        "operationId": .text(id), "summary": .text(summary), "security": [],
        "parameters": isOneOfMany ? [slug] : nil,
        "responses": [
          "200": [
            "description": .text(summary),
            "content": [
              "application/json": ["schema": ["$ref": .text("schemas/\(schema.rawValue).json")]]
            ],
          ],
          "404": isOneOfMany ? missing : nil,
        ],
      ]
    ]
  }
}
