#!/bin/sh
# Builds portals with the given program and looks at them with real browsers and independent checkers.
#
#   Tests/Portals/browser.sh CLEVIO PYTHON [PART]
#
# PART is checks, examples or guide; without it all three.
set -eu
clevio=$1
python=$2
here=$(cd "$(dirname "$0")/.." && pwd)
root=$(cd "$here/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

look() { # NAME PORTAL OPTIONS…
  name=$1
  portal=$2
  shift 2
  echo "== $name"
  "$python" "$here/Browser/run.py" --portal "$portal" --name "$name" "$@" || status=1
}

checks() {
  echo "== the checks themselves"
  "$python" "$here/Browser/selftest.py" || status=1
}

examples() {
  cp -r "$root/ExampleCourses" "$work/examples"
  "$clevio" check "$work/examples" --now 2026-11-23
  "$clevio" build "$work/examples" --now 2026-11-23 --locked-preview --quiet
  look examples "$work/examples/public" --closed-words "$here/Portals/closed-words.txt"

  # The same portal, built for a folder of its host.
  "$clevio" build "$work/examples" --now 2026-11-23 --locked-preview --quiet -o "$work/sub" \
    --base-url https://host.example/sub/path/
  look examples-in-a-folder "$work/sub" --checks links,servers
}

guide() {
  guide="$root/../shared/content/opensource-guide"
  if [ ! -d "$guide" ]; then
    echo "notice: no real course at hand, so only the examples were looked at"
    return
  fi
  cp -r "$guide" "$work/guide"
  chmod -R u+w "$work/guide"
  cp "$here/Portals/guide.yml" "$work/guide/clevio.yml"
  # Its authors' dead links are theirs; what keeps it from being built is ours.
  "$clevio" build "$work/guide" --now 2026-11-23 --quiet 2>"$work/findings" || {
    cat "$work/findings"
    exit 1
  }
  look guide "$work/guide/public" --checks html,links,axe,console,arrival,weight
}

for part in ${3:-checks examples guide}; do
  "$part"
done

if [ "$status" -eq 0 ]; then
  echo "All portals are as they should be."
else
  echo "Some portals are not as they should be: see FAILED above."
fi
exit "$status"
