#!/bin/sh
# Prints a name for the sources around this file, which changes when they do: a key for a CI service's cache.
set -eu
cd "$(dirname "$0")/.."
find Package.swift Makefile Sources Themes -type f -exec sha256sum {} + | sort | sha256sum | cut -c 1-16
