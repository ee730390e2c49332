#!/bin/sh
# Puts the program into a folder: builds it from the sources around this file, unless it is there already because
# a CI service kept the folder. On Debian and Ubuntu it installs what that takes.
#
#   CI/install.sh FOLDER
set -eu
folder=$1
sources=$(cd "$(dirname "$0")/.." && pwd)
if ! command -v make >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends make >/dev/null
fi
# The program needs the libraries also where it need not be built.
make -s -C "$sources" libraries
if [ ! -x "$folder/clevio" ]; then
  make -C "$sources" build
  mkdir -p "$folder"
  cp "$sources/.build/release/clevio" "$folder/"
fi
