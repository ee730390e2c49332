"""What machines read: JSON-LD, the API against its own schemas, feeds, the sitemap."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

from jsonschema import FormatChecker
from jsonschema.validators import validator_for
from openapi_spec_validator import validate as validate_openapi
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from harness.options import Options
from harness.page import Page
from harness.portal import Portal
from harness.report import Report
from harness.tools import run, tool

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
API = "api/v1/"
COURSE_FIELDS = ("name", "description", "provider", "offers", "hasCourseInstance")
ATOM = "{http://www.w3.org/2005/Atom}feed"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def check(portal: Portal, options: Options, report: Report) -> None:
    look_at_linked_data(portal, report)
    look_at_api(portal, report)
    look_at_xml(portal, report)


def look_at_linked_data(portal: Portal, report: Report) -> None:
    for page in portal.pages:
        described: list[dict] = []
        for text in page.linked_data:
            report.count("JSON-LD scripts")
            try:
                described += described_things(strict_json(text))
            except ValueError as error:
                report.add(page.path, "json-ld-syntax", excerpt=f"{error} | {text}")
        for thing in described:
            if "BreadcrumbList" in types_of(thing) or "ItemList" in types_of(thing):
                look_at_list(page, thing, report)
        if page.kind == "course":
            report.count("course pages")
            look_at_course(page, described, report)


def described_things(value: object) -> list[dict]:
    """The top-level things of a script: one, an array, or a graph."""
    things = value if isinstance(value, list) else [value]
    if not all(isinstance(thing, dict) for thing in things):
        raise ValueError("not an object")
    if not all("schema.org" in str(thing.get("@context", "")) for thing in things):
        raise ValueError("@context is not schema.org")
    return [inner for thing in things for inner in thing.get("@graph", [thing])]


def types_of(thing: dict) -> list[str]:
    kind = thing.get("@type", [])
    return kind if isinstance(kind, list) else [kind]


def look_at_course(page: Page, described: list[dict], report: Report) -> None:
    """A course that may be indexed describes itself; an unlisted one tells search engines nothing."""
    if page.not_indexed and not described:
        return
    courses = [thing for thing in described if "Course" in types_of(thing)]
    if len(courses) != 1:
        report.add(page.path, "json-ld-course", excerpt=f"{len(courses)} Course objects")
    for course in courses:
        for name in COURSE_FIELDS:
            if not course.get(name):
                report.add(page.path, "json-ld-course", name, "missing or empty")


def look_at_list(page: Page, thing: dict, report: Report) -> None:
    positions = [item.get("position") for item in thing.get("itemListElement", [])]
    if not positions or positions != list(range(1, len(positions) + 1)):
        report.add(page.path, "json-ld-list", types_of(thing)[0], f"positions {positions}")


def look_at_api(portal: Portal, report: Report) -> None:
    documents = {f: read_json(portal, f, report) for f in portal.files if f.endswith(".json")}
    schemas = {f: v for f, v in documents.items() if f.startswith(API + "schemas/")}
    descriptions = {f: v for f, v in documents.items() if f.endswith("/openapi.json")}
    instances = {
        f: v
        for f, v in documents.items()
        if f.startswith(API) and f not in schemas and f not in descriptions
    }
    report.count("API files", len(instances))
    report.count("schemas", len(schemas))
    report.count("OpenAPI documents", len(descriptions))
    resources = [
        (portal.file_address(f), Resource.from_contents(v, default_specification=DRAFT202012))
        for f, v in {**schemas, **descriptions}.items()
        if isinstance(v, dict)
    ]
    registry = Registry().with_resources(resources)
    registry = registry.with_resources(
        [(r.id(), r) for _, r in resources if r.id() and "://" in r.id()]
    )
    for path, value in schemas.items():
        look_at_schema(path, value, report)
    routes = []
    for path, value in descriptions.items():
        routes += look_at_openapi(portal, path, value, list(instances), report)
    for path, value in instances.items():
        address = schema_for(path, routes)
        if not address:
            report.add(path, "api-without-schema", excerpt="no path of the OpenAPI document fits")
        else:
            look_at_instance(path, value, address, registry, report)


def look_at_schema(path: str, schema: object, report: Report) -> None:
    try:
        validator_for(schema).check_schema(schema)
    except Exception as error:
        report.add(path, "api-schema", excerpt=error)


def look_at_openapi(
    portal: Portal, path: str, value: object, instances: list[str], report: Report
) -> list[tuple[re.Pattern, str]]:
    """Validates the document and tells which file is answered by which schema."""
    address = portal.file_address(path)
    try:
        validate_openapi(value, base_uri=address)
    except Exception as error:
        report.add(path, "openapi", excerpt=error)
    routes = []
    for route, item in (value or {}).get("paths", {}).items():
        response = item.get("get", {}).get("responses", {}).get("200", {})
        schema = response.get("content", {}).get("application/json", {}).get("schema", {})
        if "$ref" not in schema:
            continue
        target = urljoin(address, schema["$ref"])
        pattern = "[^/]+".join(re.escape(part) for part in re.split(r"\{[^}]*\}", route))
        routes.append((re.compile(f"(?:.*/)?{pattern.lstrip('/')}"), target))
        if "{" not in route and not any(routes[-1][0].fullmatch(f) for f in instances):
            report.add(path, "openapi-names-no-file", route)
    return routes


def schema_for(path: str, routes: list[tuple[re.Pattern, str]]) -> str | None:
    """By the OpenAPI document; the most particular route is the one with the longest pattern."""
    fitting = [(pattern.pattern, target) for pattern, target in routes if pattern.fullmatch(path)]
    return max(fitting, key=lambda pair: (pair[0].count("/"), len(pair[0])))[1] if fitting else None


def look_at_instance(path: str, value: object, address: str, registry, report: Report) -> None:
    validator = validator_for({"$schema": "https://json-schema.org/draft/2020-12/schema"})(
        {"$ref": address}, registry=registry, format_checker=FormatChecker()
    )
    for error in validator.iter_errors(value):
        report.add(path, "api-against-schema", error.json_path, error.message)


def read_json(portal: Portal, path: str, report: Report) -> object:
    try:
        return strict_json(portal.read(path).decode("utf-8"))
    except ValueError as error:
        report.add(path, "json-syntax", excerpt=error)
        return None


def strict_json(text: str) -> object:
    """Refuses what Python lets pass: a name twice, NaN and Infinity."""

    def unique(pairs: list[tuple[str, object]]) -> dict:
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            raise ValueError(f"a name twice: {names}")
        return dict(pairs)

    def refuse(constant: str) -> None:
        raise ValueError(f"not JSON: {constant}")

    return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)


def look_at_xml(portal: Portal, report: Report) -> None:
    documents = [f for f in portal.files if f.endswith((".xml", ".svg"))]
    feeds, sitemaps = [], []
    for path in documents:
        try:
            root = ElementTree.fromstring(portal.read(path))
        except ElementTree.ParseError as error:
            report.add(path, "xml-syntax", excerpt=error)
            continue
        if root.tag == ATOM:
            feeds.append(path)
        elif root.tag.startswith(SITEMAP):
            sitemaps.append(path)
            look_at_locations(portal, path, root, report)
    xmllint(portal, documents, [], "xml-syntax", report)
    report.count("feeds", len(feeds))
    report.count("sitemaps", len(sitemaps))
    xmllint(portal, feeds, ["--relaxng", str(SCHEMAS / "atom.rng")], "feed", report)
    xmllint(portal, sitemaps, ["--relaxng", str(SCHEMAS / "sitemap.rng")], "sitemap", report)


def xmllint(
    portal: Portal, paths: list[str], arguments: list[str], rule: str, report: Report
) -> None:
    for start in range(0, len(paths), 500):
        part = [str(portal.root / path) for path in paths[start : start + 500]]
        result = run([tool("xmllint"), "--noout", "--nonet", *arguments, *part])
        if result.returncode == 0:
            continue
        lines = [line for line in result.stderr.splitlines() if " error :" in line]
        for line in lines or [result.stderr or f"xmllint ended with {result.returncode}"]:
            report.add(line.split(":")[0].removeprefix(f"{portal.root}/"), rule, excerpt=line)


def look_at_locations(portal: Portal, path: str, root, report: Report) -> None:
    """Every page of the sitemap exists and may be indexed."""
    for element in root.iterfind(f"{SITEMAP}url/{SITEMAP}loc"):
        report.count("sitemap addresses")
        target = portal.path_of((element.text or "").strip())
        page = portal.page(target) if target else None
        if not page:
            report.add(path, "sitemap-address", excerpt=element.text)
        elif page.not_indexed:
            report.add(path, "sitemap-of-noindex", excerpt=element.text)
