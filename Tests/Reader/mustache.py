"""As much of Mustache as the theme's templates use: sections, partials, parents with blocks."""

import html
import re
from pathlib import Path

TAG = re.compile(
    r"(?m:^[ \t]*)\{\{([#^/>!<$])\s*([^}]*?)\s*\}\}[ \t]*(?:\n|\Z)|"
    r"\{\{\{\s*([^}]+?)\s*\}\}\}|\{\{([#^/>!<$]?)\s*([^}]*?)\s*\}\}"
)


class Templates:
    """The templates of a folder."""

    def __init__(self, folder: Path):
        self._trees = {}
        self._folder = folder

    def render(self, name: str, values: dict) -> str:
        return "".join(self._parts(self._tree(name), [values], {}))

    def _tree(self, name: str) -> list:
        if name not in self._trees:
            text = (self._folder / f"{name}.mustache").read_text(encoding="utf-8")
            self._trees[name] = parsed(text)
        return self._trees[name]

    def _parts(self, tree: list, stack: list, blocks: dict):
        for kind, name, inner in tree:
            if kind == "text":
                yield name
            elif kind == "{":
                yield str(looked_up(name, stack) or "")
            elif kind == "":
                yield html.escape(str(looked_up(name, stack) or ""))
            elif kind == ">":
                yield from self._parts(self._tree(name), stack, blocks)
            elif kind == "<":
                own = {block: content for sign, block, content in inner if sign == "$"}
                yield from self._parts(self._tree(name), stack, {**own, **blocks})
            elif kind == "$":
                yield from self._parts(blocks.get(name, inner), stack, blocks)
            else:
                yield from self._section(kind, name, inner, stack, blocks)

    def _section(self, kind: str, name: str, inner: list, stack: list, blocks: dict):
        value = looked_up(name, stack)
        if kind == "^":
            if not value:
                yield from self._parts(inner, stack, blocks)
            return
        for each in value if isinstance(value, list) else [value] if value else []:
            yield from self._parts(inner, [*stack, each], blocks)


def looked_up(name: str, stack: list):
    first, *rest = name.split(".")
    for frame in reversed(stack):
        if isinstance(frame, dict) and first in frame:
            value = frame[first]
            for part in rest:
                value = value.get(part) if isinstance(value, dict) else None
            return value
    raise KeyError(f"no value for {name}")


def parsed(text: str) -> list:
    """Nodes (kind, name or text, inner nodes)."""
    root: list = []
    open_nodes = [("", root)]
    end = 0
    for match in TAG.finditer(text):
        if match.start() > end:
            open_nodes[-1][1].append(("text", text[end : match.start()], []))
        end = match.end()
        kind, name = match[1] or match[4] or "", match[2] if match[1] else match[5]
        if match[3]:
            kind, name = "{", match[3]
        if kind == "/":
            opened, _ = open_nodes.pop()
            assert opened == name, f"{opened} is closed by {name}"
        elif kind != "!":
            node = (kind, name, [])
            open_nodes[-1][1].append(node)
            if kind in "#^<$" and kind:
                open_nodes.append((name, node[2]))
    root.append(("text", text[end:], []))
    return root
