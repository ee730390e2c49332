"""Writes the manual page, in man(7), from the program's own description of its commands.

    clevio --experimental-dump-help | python3 Scripts/manual-page.py > clevio.1
"""

import json
import sys


def escape(text: str) -> str:
    """Text that troff takes literally."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in ".'" else line for line in escaped.split("\n"))


def paragraphs(text: str) -> list[str]:
    return [line for paragraph in text.split("\n\n") for line in (".PP", escape(paragraph))]


def names(argument: dict) -> str:
    """How an option is written, or what an argument is called."""
    options = [
        {"long": "--", "short": "-", "longWithSingleDash": "-"}[name["kind"]] + name["name"]
        for name in argument.get("names", [])
    ]
    value = argument.get("valueName", "value")
    if argument["kind"] == "positional":
        return f"\\fI{escape(value)}\\fR"
    suffix = "" if argument["kind"] == "flag" else f" \\fI{escape(value)}\\fR"
    return ", ".join(f"\\fB{escape(option)}\\fR" for option in options) + suffix


def arguments(command: dict) -> list[str]:
    lines = []
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True):
            continue
        values = "values: " + ", ".join(argument["allValues"]) if argument.get("allValues") else ""
        default = "default: " + argument["defaultValue"] if argument.get("defaultValue") else ""
        both = "; ".join(part for part in (values, default) if part)
        text = [argument.get("abstract", ""), argument.get("discussion", ""), f"({both})" if both else ""]
        lines += [".TP", names(argument), escape(" ".join(part for part in text if part))]
    return lines


def section(command: dict, path: str) -> list[str]:
    lines = [f'.SS "{escape(path)}"', escape(command.get("abstract", ""))]
    if command.get("discussion"):
        lines += paragraphs(command["discussion"])
    lines += arguments(command)
    for inner in command.get("subcommands", []):
        if inner["commandName"] != "help":
            lines += section(inner, f"{path} {inner['commandName']}")
    return lines


def page(tool: dict) -> list[str]:
    command = tool["command"]
    lines = ['.TH CLEVIO 1 "" "Clevio"', ".SH NAME"]
    lines += [f"clevio \\- {escape(command['abstract'])}", ".SH SYNOPSIS"]
    lines += [".B clevio", "\\fIcommand\\fR [\\fIoption\\fR ...]", ".SH DESCRIPTION"]
    lines += [*paragraphs(command.get("discussion", "")), ".SH COMMANDS"]
    for inner in command.get("subcommands", []):
        if inner["commandName"] != "help":
            lines += section(inner, f"clevio {inner['commandName']}")
    return lines


print("\n".join(page(json.load(sys.stdin))))
