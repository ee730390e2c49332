#!/bin/sh
# A hook of git: checks what is about to be committed, not what lies in the folders, which may differ.
#
#   CI/pre-commit.sh [FOLDER]     the portal's folder within the repository
set -eu
folder=${1:-.}
staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
git checkout-index --all --prefix="$staged/"
status=0
clevio check --quiet "$staged/$folder" || status=$?
exit "$status"
