#!/bin/sh
# Runs the tests of the theme's scripts on a built portal, and tells how many lines of each they ran.
# run.sh CLEVIO
set -eu
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export CLEVIO_PASSPHRASE="a passphrase of a test"
clevio() { "$program" "$@" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }; }
program=$1
clevio key new --author ada --keys "$folder/keys"
clevio key course paid --keys "$folder/keys"
clevio build "$here/portal" -o "$folder/portal" --keys "$folder/keys" --now 2025-06-01
clevio entitlement issue --course paid --label "order 1001" --portal birds --keys "$folder/keys" --out "$folder/licence"
CLEVIO_TEST_LICENCE=$folder/licence node "$here/coverage.js" "$folder/portal"
