#!/bin/sh
# Refuses what the house style does not allow and swift-format does not see.
set -eu
cd "$(dirname "$0")/.."
status=0

long=$(git ls-files 'Sources/*.swift' 'Themes/*.js' 'Themes/*.css' | xargs wc -l | awk '$2 != "total" && $1 > 400 { print "  " $2 ": " $1 " lines" }')
if [ -n "$long" ]; then
  printf 'files over 400 lines:\n%s\n' "$long"
  status=1
fi

risky=$(git grep -nE '\btry!|\bas!|fatalError\(|@unchecked|TODO|FIXME|XXX|HACK' -- 'Sources/*.swift' 'Themes' || true)
if [ -n "$risky" ]; then
  printf 'not allowed in Sources and Themes:\n%s\n' "$risky"
  status=1
fi
exit $status
