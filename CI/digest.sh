#!/bin/sh
# Prints a name for the sources around this file and for the libraries that they are built with, which changes when
# these do: a key for a CI service's cache.
#
# Package.resolved says which versions of libraries a build takes. It is not committed, and without it a build takes
# the newest; the name changes each week then, so that what their makers mend arrives.
set -eu
cd "$(dirname "$0")/.."
{
  find Package.swift Makefile Sources Themes -type f -exec sha256sum {} + | LC_ALL=C sort
  if [ -f Package.resolved ]; then sha256sum Package.resolved; else date -u +%G-%V; fi
} | sha256sum | cut -c 1-16
