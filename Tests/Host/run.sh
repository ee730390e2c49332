#!/bin/sh
# Runs the given program as a host does: behind real web servers, with a real mail program.
#
#   Tests/Host/run.sh CLEVIO PYTHON
set -eu
clevio=$(realpath "$1")
python=$(command -v "$2")
case $python in /*) ;; *) python=$PWD/$python ;; esac
cd "$(dirname "$0")"
CLEVIO=$clevio exec "$python" -W error::ResourceWarning -m unittest discover --buffer
